"""The rules in their order: nothing is fetched for a malformed request, nothing is read in an unsigned one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

from cryptography import x509
from cryptography.x509.verification import Store

from skill.web.verification.body import BODY_RULES
from skill.web.verification.certificates import Certificates
from skill.web.verification.chain import CHAIN_RULES, Chain, Presented, validated
from skill.web.verification.envelope import ENVELOPE_RULES
from skill.web.verification.fetch import HttpsFetcher
from skill.web.verification.received import Headers, Received
from skill.web.verification.recipient import RECIPIENT_RULES
from skill.web.verification.roots import usual_roots
from skill.web.verification.rules import Rule, enforce
from skill.web.verification.signature import SIGNATURE_HEADER_RULES, SIGNATURE_RULES, Signed
from skill.web.verification.timestamp import TIMESTAMP_RULES
from skill.web.verification.url import Url
from skill.web.verification.url_rules import URL_RULES

Clock = Callable[[], datetime]
Fetcher = Callable[[Url], bytes]


@dataclass(frozen=True)
class Rules:
    """Every rule, by what it is about; each is enforced in the order of the fields."""

    body: Sequence[Rule[Received]] = BODY_RULES
    url: Sequence[Rule[Received]] = URL_RULES
    signature_header: Sequence[Rule[Received]] = SIGNATURE_HEADER_RULES
    chain: Sequence[Rule[Presented]] = CHAIN_RULES
    signature: Sequence[Rule[Signed]] = SIGNATURE_RULES
    envelope: Sequence[Rule[Received]] = ENVELOPE_RULES
    timestamp: Sequence[Rule[Received]] = TIMESTAMP_RULES
    recipient: Sequence[Rule[Received]] = RECIPIENT_RULES


class RequestVerifier(Protocol):
    """Something that can tell requests to answer from others."""

    def verify(self, headers: Headers, body: bytes) -> None:
        """Return if the request is to be answered, and raise RequestRefused if not. `body` is what was sent."""


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class Verifier:
    """Lets through what Alexa signed, lately, for one of `skill_ids`; none of these means any skill."""

    def __init__(
        self, skill_ids: Collection[str], certificates: Certificates, *, clock: Clock, rules: Rules | None = None
    ) -> None:
        self._skill_ids = skill_ids
        self._certificates = certificates
        self._clock = clock
        self._rules = rules or Rules()

    def verify(self, headers: Headers, body: bytes) -> None:
        """Raise RequestRefused by the first rule that the request breaks."""
        received, rules = Received(headers, body, self._clock(), self._skill_ids), self._rules
        enforce((*rules.body, *rules.url, *rules.signature_header), received)
        chain = self._certificates.chain(received.url, received.at)
        enforce(rules.signature, Signed(received, chain))
        enforce((*rules.envelope, *rules.timestamp, *rules.recipient), received)


class Unverified:
    """Lets through what anybody sent for one of `skill_ids`: for development, out of everybody else's reach."""

    def __init__(self, skill_ids: Collection[str] = ()) -> None:
        self._skill_ids = skill_ids

    def verify(self, headers: Headers, body: bytes) -> None:
        """Raise RequestRefused unless it is an envelope for the skill."""
        received = Received(headers, body, utc_now(), self._skill_ids)
        enforce((*BODY_RULES, *ENVELOPE_RULES, *RECIPIENT_RULES), received)


def alexa_verifier(
    skill_ids: Collection[str],
    *,
    fetch: Fetcher | None = None,
    roots: Sequence[x509.Certificate] | None = None,
    clock: Clock = utc_now,
    rules: Rules | None = None,
) -> Verifier:
    """A verifier of Alexa's requests to these skills; no id means any skill.

    `fetch` gets the certificate file at a URL, over HTTPS unless told otherwise; `roots` are the authorities to trust,
    certifi's unless told otherwise; `clock` tells the time with a time zone.
    """
    rules = rules or Rules()
    store = Store(list(usual_roots() if roots is None else roots))
    load = partial(_load, fetch or HttpsFetcher(), store, rules)
    return Verifier(skill_ids, Certificates(load), clock=clock, rules=rules)


def _load(fetch: Fetcher, roots: Store, rules: Rules, url: Url, at: datetime) -> Chain:
    return validated(Presented(fetch(url), at, roots), rules.chain)
