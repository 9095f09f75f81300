"""Requests as Alexa signs them, and what a verifier makes of them."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256, HashAlgorithm

from skill.web.verification import RequestRefused, Verifier, alexa_verifier
from skill.web.verification.url import Url
from skill.web.verification.verifier import Rules
from tests.web.sdk_skill import ID, launch
from tests.web.verification.authority import NOW, Authority, rsa_key

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"


class Headers(dict[str, str]):
    """Looked up without regard to case, as a framework does."""

    def get(self, name: str, default: Any = None) -> Any:  # type: ignore[override]  # of what we look up only
        return next((value for key, value in self.items() if key.lower() == name.lower()), default)


@cache
def authority() -> Authority:
    return Authority()


@cache
def good_file() -> bytes:
    return authority().file()


def sign(body: bytes, key: RSAPrivateKey | None = None, algorithm: HashAlgorithm | None = None) -> str:
    return base64.b64encode((key or rsa_key()).sign(body, PKCS1v15(), algorithm or SHA256())).decode()


def stamped(after: timedelta = timedelta(), now: datetime = NOW, **changes: Any) -> dict[str, Any]:
    """An envelope that was sent so long after now."""
    moment = (now + after).strftime("%Y-%m-%dT%H:%M:%SZ")
    whole = launch()
    whole["request"] |= {"timestamp": moment}
    return whole | changes


def encoded(envelope: object) -> bytes:
    return json.dumps(envelope).encode()


@dataclass(frozen=True)
class Sent:
    """A request with what there is at its certificate URL; right in every way unless said otherwise."""

    body: bytes = field(default_factory=lambda: encoded(stamped()))
    signature: str | None = None
    url: str = URL
    content_type: str = "application/json; charset=utf-8"
    file: bytes = field(default_factory=good_file)
    without: str = ""

    @property
    def headers(self) -> Headers:
        signature = sign(self.body) if self.signature is None else self.signature
        every = {"Content-Type": self.content_type, "SignatureCertChainUrl": self.url, "Signature-256": signature}
        return Headers({name: value for name, value in every.items() if name != self.without})


def changed(**changes: Any) -> Callable[[], Sent]:
    """A request with these changes, made when it is wanted: keys and signatures take their time."""
    return lambda: replace(Sent(), **{name: value() if callable(value) else value for name, value in changes.items()})


def verifier(file: bytes | None = None, rules: Rules | None = None) -> Verifier:
    def fetch(url: Url) -> bytes:
        return good_file() if file is None else file

    return alexa_verifier({ID}, fetch=fetch, roots=[authority().root.certificate], clock=lambda: NOW, rules=rules)


def refusal(sent: Sent, rules: Rules | None = None) -> str | None:
    """The rule that the request is refused by, if it is."""
    try:
        verifier(sent.file, rules).verify(sent.headers, sent.body)
    except RequestRefused as refused:
        return refused.rule
    return None
