"""The Timers API's client: every answer and every failure is an outcome, in time, and nobody else is told a token."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread
from urllib.parse import urlsplit

import pytest

from skill.alexa.timer_api import LIMIT_SECONDS, ApiAccess, Created, TimerApi, is_amazons, is_loopback
from skill.simulator.timer_server import serving
from skill.simulator.timers import Fault, TimerService

TIMER = {
    "duration": "PT900S",
    "timerLabel": "Rest break",
    "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
    "triggeringBehavior": {"operation": {"type": "NOTIFY_ONLY"}, "notificationConfig": {"playAudible": True}},
}
SECRET = "simulated"
SHORT = 0.2  # seconds, so that no test waits long


def created(service: TimerService, *, token: str = SECRET, limit: float = LIMIT_SECONDS) -> Created:
    with serving(service) as address:
        return TimerApi(is_loopback, limit)(ApiAccess(address, token), TIMER)


@contextmanager
def talking(*pieces: bytes, every: float = 0.0) -> Iterator[str]:
    """A server that takes one call and says these bytes, one after the other, whatever it is asked."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        caller, _ = listening.accept()
        with caller:
            caller.recv(65536)
            for piece in pieces:
                try:
                    caller.sendall(piece)
                except OSError:
                    return
                time.sleep(every)

    Thread(target=serve, daemon=True).start()
    with listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers])
    return head.encode() + b"\r\n\r\n" + body


def answered(*pieces: bytes, every: float = 0.0, limit: float = LIMIT_SECONDS) -> Created:
    with talking(*pieces, every=every) as address:
        return TimerApi(is_loopback, limit)(ApiAccess(address, SECRET), TIMER)


def test_a_permitted_timer_is_set_as_long_and_by_the_name_it_was_given() -> None:
    service = TimerService(permitted=True)
    assert created(service) is Created.SET
    assert [(timer.label, timer.length) for timer in service.timers] == [("Rest break", timedelta(minutes=15))]


def test_a_missing_permission_is_told_from_a_failure() -> None:
    assert created(TimerService()) is Created.NOT_PERMITTED


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.BROKEN, Fault.ABSENT])
def test_a_service_that_fails_sets_nothing(fault: Fault) -> None:
    assert created(TimerService(permitted=True, fault=fault)) is Created.FAILED


@pytest.mark.parametrize(
    "said",
    [
        answer("500 Oops"),
        answer("504 Device offline"),
        answer("404 Not Found"),
        answer("200 OK", b"<html>"),
        answer("200 OK", b"[]"),
        answer("200 OK", b'{"status": "ON"}'),
        answer("200 OK", b'{"id": "1", "status": "OFF"}'),
        answer("200 OK", b"\xff\xfe"),
        answer("200 OK", b"9" * 5000),
        answer("200 OK", b"[" * 10000),
        b"nothing like HTTP\r\n\r\n",
        b"",
    ],
)
def test_an_answer_that_describes_no_running_timer_is_a_failure(said: bytes) -> None:
    assert answered(said) is Created.FAILED


def test_a_redirect_is_not_followed() -> None:
    with talking(answer("200 OK", b'{"id": "1"}')) as elsewhere:
        assert answered(answer("307 Moved", b"", f"Location: {elsewhere}/v1/alerts/timers")) is Created.FAILED


def test_nobody_waits_longer_than_two_seconds() -> None:
    assert LIMIT_SECONDS <= 2


def test_a_service_that_never_answers_is_left_in_time() -> None:
    service = TimerService(permitted=True, fault=Fault.SLOW)
    with serving(service) as address:
        began = time.monotonic()
        assert TimerApi(is_loopback, SHORT)(ApiAccess(address, SECRET), TIMER) is Created.FAILED
        assert time.monotonic() - began < 3 * SHORT


def test_a_service_that_answers_bit_by_bit_is_left_in_time_too() -> None:
    """Each bit comes within a socket's own timeout, and all of them together do not."""
    drops = [bytes([byte]) for byte in answer("200 OK", b'{"id": "1", "status": "ON"}')]
    began = time.monotonic()
    assert answered(*drops, every=SHORT / 4, limit=SHORT) is Created.FAILED
    assert time.monotonic() - began < 3 * SHORT


def test_a_service_that_is_not_there_is_a_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert TimerApi(is_loopback)(ApiAccess(f"http://127.0.0.1:{port}", SECRET), TIMER) is Created.FAILED


@pytest.mark.parametrize(
    "endpoint",
    ["https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com:443"],
)
def test_amazons_own_hosts_may_be_called(endpoint: str) -> None:
    assert is_amazons(urlsplit(endpoint))


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://api.amazonalexa.com",
        "https://api.amazonalexa.com:8443",
        "https://amazonalexa.com.example.org",
        "https://evilapi.amazonalexa.com",
        "https://api.amazonalexa.com@example.org",
        "https://example.org/api.amazonalexa.com",
        "https://127.0.0.1",
        "http://169.254.169.254",
        "file:///etc/passwd",
        "",
    ],
)
def test_nobody_else_may_be_called(endpoint: str) -> None:
    assert not is_amazons(urlsplit(endpoint))


@pytest.mark.parametrize("endpoint", ["http://127.0.0.1:1", "https://api.simulated.invalid", "http://[", "https://x:y"])
def test_a_token_goes_to_no_address_that_is_not_allowed(endpoint: str) -> None:
    assert TimerApi()(ApiAccess(endpoint, SECRET), TIMER) is Created.FAILED


def test_a_service_of_this_machine_that_is_not_allowed_is_not_even_called() -> None:
    service = TimerService(permitted=True)
    with serving(service) as address:
        assert TimerApi()(ApiAccess(address, SECRET), TIMER) is Created.FAILED
    assert service.timers == []


def test_a_token_is_not_shown() -> None:
    assert SECRET not in repr(ApiAccess("https://api.amazonalexa.com", SECRET))
