"""A request as it came, and what the rules read in it. Whatever cannot be read is None, or blank."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NoReturn, Protocol

from skill.web.verification.url import Url, read_url

CERTIFICATE_URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"

# Stands for a body that is not JSON; None is a value that JSON has.
NOT_JSON = object()


class Headers(Protocol):
    """A request's headers, looked up without regard to case."""

    def get(self, name: str, /) -> str | None:
        """Return the header's value, or None where there is none."""


@dataclass(frozen=True)
class Received:
    """A request at the moment `at` (with time zone), before anything is known of it.

    `body` is exactly what was sent. `skill_ids` are those that it may be meant for; none means any.
    """

    headers: Headers
    body: bytes
    at: datetime
    skill_ids: Collection[str]

    @cached_property
    def media_type(self) -> str:
        """What the body says it is, less its parameters."""
        return (self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()

    @property
    def url_text(self) -> str:
        """Where the certificates are said to be."""
        return self.headers.get(CERTIFICATE_URL_HEADER) or ""

    @cached_property
    def url(self) -> Url:
        """The same in its parts, blank where they cannot be told apart."""
        return read_url(self.url_text)

    @property
    def signature_text(self) -> str:
        """The signature as it was sent."""
        return self.headers.get(SIGNATURE_HEADER) or ""

    @cached_property
    def signature(self) -> bytes:
        """The signature itself, empty where it is not base64."""
        try:
            return base64.b64decode(self.signature_text, validate=True)
        except ValueError:
            return b""

    @cached_property
    def json(self) -> Any:
        """The body's value, or NOT_JSON. Not to be looked at before the signature is known to be right."""
        try:
            return json.loads(self.body.decode("utf-8"), parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            return NOT_JSON

    @cached_property
    def timestamp(self) -> datetime | None:
        """When Alexa sent it; None as well where the time zone is missing."""
        try:
            moment = datetime.fromisoformat(str(self.at_path("request", "timestamp")))
        except ValueError:
            return None
        return moment if moment.tzinfo else None

    def at_path(self, *names: str) -> object:
        """The value under these names in the body, or None."""
        found: object = self.json
        for name in names:
            found = found.get(name) if isinstance(found, dict) else None
        return found


def _refuse_constant(name: str) -> NoReturn:
    """Python reads NaN and Infinity, which JSON has not."""
    raise ValueError(name)
