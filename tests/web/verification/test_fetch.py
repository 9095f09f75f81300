"""Fetching from a host on loopback, whatever its manners. Each limit is also switched off, which has to show."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from skill.web.verification import RequestRefused
from skill.web.verification.fetch import HttpsFetcher, Limits
from skill.web.verification.url import Url, read_url
from tests.web.verification.alexa import URL
from tests.web.verification.authority import Authority, Wanted, issue
from tests.web.verification.host import (
    Host,
    Manners,
    dripping,
    endless,
    hanging,
    hosting,
    saying,
    serving,
    trusting,
)

PLACE = read_url(URL)
CONTENT = b"-----BEGIN CERTIFICATE-----" * 20
LIMITS = Limits(seconds=5, size=4096)
HURRIED = replace(LIMITS, seconds=0.15)  # where the time is to run out
OK = b"HTTP/1.1 200 OK\r\n\r\n"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(datetime.now(UTC))  # TLS asks the system for the time


@pytest.fixture(scope="module")
def running(authority: Authority) -> Iterator[Host]:
    with hosting(authority) as host:
        yield host


@pytest.fixture
def host(running: Host) -> Host:
    running.asked.clear()
    return running


@pytest.fixture
def fetcher(host: Host, authority: Authority) -> HttpsFetcher:
    return HttpsFetcher(trusting(*authority.certificates), LIMITS, address=host.address)


def refused(fetcher: HttpsFetcher, place: Url = PLACE) -> str:
    with pytest.raises(RequestRefused) as refusal:
        fetcher(place)
    return refusal.value.rule


@pytest.mark.parametrize(
    "manners",
    [
        serving(CONTENT),
        saying(OK + CONTENT),
        saying(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
    ],
    ids=["with its length", "until the end", "in chunks"],
)
def test_a_file_is_fetched_however_it_is_sent(manners: Manners, host: Host, fetcher: HttpsFetcher) -> None:
    host.manners = manners
    assert fetcher(PLACE) in (CONTENT, b"abc")
    assert host.asked == ["/echo.api/echo-api-cert-12.pem"]


def test_a_detour_in_the_path_is_not_asked_for(host: Host, fetcher: HttpsFetcher) -> None:
    host.manners = serving(CONTENT)
    fetcher(read_url("https://s3.amazonaws.com/echo.api/../echo.api/./a.pem"))
    assert host.asked == ["/echo.api/a.pem"]


BAD_MANNERS: dict[str, tuple[Manners, str]] = {
    "not found": (serving(b"", "404 Not Found"), "certificate_fetch_status"),
    "moved": (serving(CONTENT, "302 Found", f"Location: {URL}"), "certificate_fetch_status"),
    "partly": (serving(CONTENT, "206 Partial Content"), "certificate_fetch_status"),
    "hangs": (hanging, "certificate_fetch_timeout"),
    "drips headers": (dripping(OK + CONTENT), "certificate_fetch_timeout"),
    "hangs in the middle": (
        lambda connection, path: (connection.sendall(OK), hanging(connection, path))[1],
        "certificate_fetch_timeout",
    ),
    "large": (serving(b"x" * 5000), "certificate_fetch_too_large"),
    "large headers": (saying(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 5000), "certificate_fetch_too_large"),
    "endless": (endless, "certificate_fetch_too_large"),
    "ends at once": (saying(b""), "certificate_fetch_failed"),
    "ends early": (saying(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), "certificate_fetch_failed"),
    "no HTTP": (saying(b"hello\r\n\r\n"), "certificate_fetch_failed"),
}


@pytest.mark.parametrize("kind", BAD_MANNERS)
def test_bad_manners_end_in_a_refusal_and_soon(kind: str, host: Host, fetcher: HttpsFetcher) -> None:
    host.manners, rule = BAD_MANNERS[kind]
    limits = HURRIED if rule == "certificate_fetch_timeout" else LIMITS
    began = time.monotonic()
    assert refused(replace(fetcher, limits=limits)) == rule
    assert time.monotonic() - began < 1


def test_a_redirect_is_never_followed(host: Host, fetcher: HttpsFetcher) -> None:
    host.manners = BAD_MANNERS["moved"][0]
    refused(fetcher)
    assert len(host.asked) == 1


@pytest.mark.parametrize(
    ("manners", "on", "off"),
    [
        (BAD_MANNERS["moved"][0], {}, {"rules": ()}),
        (dripping(OK + b"abc", 0.01), {"limits": HURRIED}, {"limits": LIMITS}),
        (BAD_MANNERS["large"][0], {}, {"limits": replace(LIMITS, size=10**9)}),
    ],
    ids=["status", "seconds", "size"],
)
def test_switching_a_limit_off_lets_bad_manners_pass(
    manners: Manners, on: dict[str, Any], off: dict[str, Any], host: Host, fetcher: HttpsFetcher
) -> None:
    host.manners = manners
    assert refused(replace(fetcher, **on)).startswith("certificate_fetch_")
    assert replace(fetcher, **off)(PLACE)


def test_a_proxy_in_the_environment_changes_nothing(
    host: Host, fetcher: HttpsFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    host.manners = serving(CONTENT)
    assert fetcher(PLACE) == CONTENT


def test_a_host_without_a_trusted_certificate_is_not_asked(host: Host) -> None:
    assert refused(HttpsFetcher(limits=LIMITS, address=host.address)) == "certificate_fetch_failed"
    assert host.asked == []


def test_a_host_of_another_name_is_not_asked(authority: Authority) -> None:
    other = issue(Wanted(names=("evil.example",)), authority.intermediate, now=authority.now)
    with hosting(authority, other) as host:
        fetcher = HttpsFetcher(trusting(*authority.certificates), LIMITS, address=host.address)
        assert refused(fetcher) == "certificate_fetch_failed"
        assert host.asked == []


def test_a_host_that_is_not_there_is_a_refusal() -> None:
    assert refused(HttpsFetcher(limits=LIMITS, address=("127.0.0.1", 9))) == "certificate_fetch_failed"


def test_a_name_that_cannot_be_looked_up_is_a_refusal() -> None:
    assert refused(HttpsFetcher(limits=HURRIED), Url("https", "s3.invalid", 443, "/echo.api/a.pem")) in {
        "certificate_fetch_failed",
        "certificate_fetch_timeout",
    }
