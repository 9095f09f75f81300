"""Chains that were found good, kept by URL, so that one fetch serves all the requests that name it.

Nobody who sends requests decides how much is kept or how many wait: only good chains are kept, and few of these; one
fetch at a time is made for a URL, and few for all; and those who wait for one leave enough who do not.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock, Thread

from skill.web.verification.chain import Chain
from skill.web.verification.rules import RequestRefused
from skill.web.verification.url import Url

# Amazon changes its certificate about once a year, under a new name; others are there for its tests.
MAX_KEPT = 16
RENEW_AFTER = timedelta(days=1)  # in case that the file at a URL changes before its certificates expire
RETRY_AFTER = timedelta(minutes=5)
MAX_FETCHES = 4
MAX_WAITING = 16  # as many requests as may well come at once while the first chain is on its way


@dataclass(frozen=True, slots=True)
class _Kept:
    chain: Chain
    renew_at: datetime


class Certificates:
    """Good chains by URL. `load` fetches and validates one, at the time that it is given; `patience` is in seconds."""

    def __init__(self, load: Callable[[Url, datetime], Chain], *, patience: float = 2.0) -> None:
        self._load = load
        self._patience = patience
        self._lock = Lock()
        self._kept: OrderedDict[Url, _Kept] = OrderedDict()
        self._fetches: dict[Url, Future[Chain]] = {}
        self._waiting = 0

    def chain(self, url: Url, at: datetime) -> Chain:
        """The chain at the URL, valid at this time. Raises RequestRefused where there is none to be had."""
        kept = self._recall(url, at)
        if kept and at < kept.renew_at:
            return kept.chain
        try:
            return self._fetched(url, at)
        except RequestRefused:
            if kept is None:
                raise
            # It is good still, only not looked at again lately.
            self._keep(url, _Kept(kept.chain, at + RETRY_AFTER))
            return kept.chain

    def _recall(self, url: Url, at: datetime) -> _Kept | None:
        with self._lock:
            kept = self._kept.get(url)
            if kept is None:
                return None
            if not kept.chain.is_valid(at):
                del self._kept[url]
                return None
            self._kept.move_to_end(url)
            return kept

    def _keep(self, url: Url, kept: _Kept) -> None:
        with self._lock:
            self._kept[url] = kept
            self._kept.move_to_end(url)
            while len(self._kept) > MAX_KEPT:
                self._kept.popitem(last=False)

    def _fetched(self, url: Url, at: datetime) -> Chain:
        with self._place_to_wait():
            try:
                return self._fetch(url, at).result(self._patience)
            except TimeoutError as error:
                raise RequestRefused("certificate_fetch_timeout") from error

    @contextmanager
    def _place_to_wait(self) -> Iterator[None]:
        with self._lock:
            if self._waiting >= MAX_WAITING:
                raise RequestRefused("certificate_fetch_busy")
            self._waiting += 1
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= 1

    def _fetch(self, url: Url, at: datetime) -> Future[Chain]:
        """The fetch that is under way for this URL, or else a new one.

        It has a thread of its own, since looking up a host's address cannot be given a time limit.
        """
        with self._lock:
            if url in self._fetches:
                return self._fetches[url]
            if len(self._fetches) >= MAX_FETCHES:
                raise RequestRefused("certificate_fetch_busy")
            fetch = self._fetches[url] = Future()
        Thread(target=self._run, args=(url, at, fetch), daemon=True).start()
        return fetch

    def _run(self, url: Url, at: datetime, fetch: Future[Chain]) -> None:
        try:
            chain = self._load(url, at)
        except BaseException as error:
            self._end(url)
            fetch.set_exception(error)
        else:
            self._keep(url, _Kept(chain, at + RENEW_AFTER))
            self._end(url)
            fetch.set_result(chain)

    def _end(self, url: Url) -> None:
        with self._lock:
            del self._fetches[url]
