"""What is kept, for how long, and who waits. Each limit is also switched off, which has to show."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from skill.web.verification import RequestRefused, certificates
from skill.web.verification.certificates import MAX_FETCHES, MAX_KEPT, MAX_WAITING, Certificates
from skill.web.verification.chain import Chain
from skill.web.verification.url import Url
from tests.web.verification.authority import NOW, rsa_key

DAYS_VALID = 30
MORE = 10**6


def place(number: int = 0) -> Url:
    return Url("https", "s3.amazonaws.com", 443, f"/echo.api/{number}.pem")


class Loader:
    """Loads chains, counts how often, and fails or waits when told to."""

    def __init__(self) -> None:
        self.loaded: list[Url] = []
        self.failing = False
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, url: Url, at: datetime) -> Chain:
        self.loaded.append(url)
        self.gate.wait()
        if self.failing:
            raise RequestRefused("certificate_fetch_failed")
        return Chain(rsa_key().public_key(), NOW - timedelta(days=1), NOW + timedelta(days=DAYS_VALID))


class Bench:
    """Certificates by a loader, and what is asked of them at times counted in days."""

    def __init__(self) -> None:
        self.loader = Loader()
        self.certificates = Certificates(self.loader, patience=5)

    def hurry(self) -> None:
        self.certificates = Certificates(self.loader, patience=0.1)

    def hang(self, seconds: float) -> None:
        """Have loading take so long."""
        self.loader.gate.clear()
        threading.Timer(seconds, self.loader.gate.set).start()

    def chain(self, number: int = 0, days: float = 0) -> Chain:
        return self.certificates.chain(place(number), NOW + timedelta(days=days))

    def refusal(self, number: int = 0, days: float = 0) -> str | None:
        try:
            self.chain(number, days)
        except RequestRefused as refusal:
            return refusal.rule
        return None

    def refusals(self, numbers: list[int]) -> list[str | None]:
        """What becomes of these, all asked for at once."""
        with ThreadPoolExecutor(len(numbers)) as pool:
            return list(pool.map(self.refusal, numbers))

    @property
    def loads(self) -> int:
        return len(self.loader.loaded)


def kept_for_the_next(bench: Bench) -> None:
    bench.chain()
    bench.chain()
    assert bench.loads == 1


def forgotten_when_it_expires(bench: Bench) -> None:
    bench.chain()
    bench.loader.failing = True
    assert bench.refusal(days=DAYS_VALID + 1) == "certificate_fetch_failed"


def fetched_anew_after_a_day(bench: Bench) -> None:
    bench.chain()
    bench.chain(days=1)
    assert bench.loads == 2


def used_on_when_it_cannot_be_fetched_anew(bench: Bench) -> None:
    bench.chain()
    bench.loader.failing = True
    assert [bench.refusal(days=1), bench.refusal(days=1.001)] == [None, None]
    assert bench.loads == 2  # nor is it tried again at once
    bench.chain(days=1.01)
    assert bench.loads == 3


def few_are_kept(bench: Bench) -> None:
    for number in range(MAX_KEPT + 1):
        bench.chain(number)
    bench.chain(0)
    assert bench.loads == MAX_KEPT + 2


def the_latest_used_are_kept(bench: Bench) -> None:
    for number in (*range(MAX_KEPT), 0, MAX_KEPT, 0):
        bench.chain(number)
    assert bench.loads == MAX_KEPT + 1


def one_fetch_for_all_who_want_it(bench: Bench) -> None:
    bench.hang(0.05)
    assert bench.refusals([0] * MAX_WAITING) == [None] * MAX_WAITING
    assert bench.loads == 1


def few_wait(bench: Bench) -> None:
    bench.hang(0.3)
    refusals = bench.refusals([0] * (MAX_WAITING + 3))
    assert refusals.count("certificate_fetch_busy") == 3


def few_fetches_at_a_time(bench: Bench) -> None:
    bench.hurry()
    bench.hang(MAX_FETCHES * 0.1 + 0.5)
    rules = [rule for number in range(MAX_FETCHES + 2) for rule in bench.refusals([number])]
    assert rules == ["certificate_fetch_timeout"] * MAX_FETCHES + ["certificate_fetch_busy"] * 2


def nobody_waits_long(bench: Bench) -> None:
    bench.hurry()
    bench.hang(0.5)
    assert bench.refusal() == "certificate_fetch_timeout"


def those_kept_are_served_while_others_hang(bench: Bench) -> None:
    bench.chain(99)
    bench.hang(0.2)
    with ThreadPoolExecutor(MAX_WAITING) as pool:
        waiting = [pool.submit(bench.refusal, number) for number in range(MAX_WAITING)]
        assert bench.refusal(99) is None
        assert not all(each.done() for each in waiting)


def a_failure_is_not_kept(bench: Bench) -> None:
    bench.loader.failing = True
    assert bench.refusal() == "certificate_fetch_failed"
    bench.loader.failing = False
    assert bench.refusal() is None


CLAIMS: list[Callable[[Bench], None]] = [
    kept_for_the_next,
    forgotten_when_it_expires,
    fetched_anew_after_a_day,
    used_on_when_it_cannot_be_fetched_anew,
    few_are_kept,
    the_latest_used_are_kept,
    one_fetch_for_all_who_want_it,
    few_wait,
    few_fetches_at_a_time,
    nobody_waits_long,
    those_kept_are_served_while_others_hang,
    a_failure_is_not_kept,
]


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.__name__)
def test_certificates_are(claim: Callable[[Bench], None], bench: Bench) -> None:
    claim(bench)


@pytest.mark.parametrize(
    ("limit", "off", "claim"),
    [
        ("MAX_KEPT", MORE, few_are_kept),
        ("RENEW_AFTER", timedelta(days=1000), fetched_anew_after_a_day),
        ("RETRY_AFTER", timedelta(), used_on_when_it_cannot_be_fetched_anew),
        ("MAX_FETCHES", MORE, few_fetches_at_a_time),
        ("MAX_WAITING", MORE, few_wait),
    ],
)
def test_switching_a_limit_off_shows(
    limit: str, off: object, claim: Callable[[Bench], None], bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificates, limit, off)
    with pytest.raises(AssertionError):
        claim(bench)


def test_ceasing_to_look_at_the_dates_shows(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Chain, "is_valid", lambda self, at: True)
    with pytest.raises(AssertionError):
        forgotten_when_it_expires(bench)


def test_waiting_on_shows(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "hurry", lambda: None)
    with pytest.raises(AssertionError):
        nobody_waits_long(bench)


def test_fetching_for_each_alone_shows(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgetful(dict[Url, object]):
        def __contains__(self, url: object) -> bool:
            return False

        def __delitem__(self, url: Url) -> None:
            self.pop(url, None)

    monkeypatch.setattr(bench.certificates, "_fetches", Forgetful())
    with pytest.raises(AssertionError):
        one_fetch_for_all_who_want_it(bench)
