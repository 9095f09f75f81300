"""Whether a request comes from Alexa, decided on the raw bytes before anything is parsed."""

from __future__ import annotations

from typing import Protocol

CERTIFICATE_URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"


class RequestRefused(Exception):
    """A request is not to be answered; `rule` names why, in a word that holds nothing of its content."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class Headers(Protocol):
    """A request's headers, looked up without regard to case."""

    def get(self, name: str, /) -> str | None:
        """Return the header's value, or None where there is none."""


class RequestVerifier(Protocol):
    """Something that can tell Alexa's requests from others."""

    def verify(self, headers: Headers, body: bytes) -> None:
        """Return if the request is Alexa's, and raise RequestRefused if not.

        `body` is exactly what was sent.
        """


class SignatureNotCheckable:
    """Refuses every request, because the check of Alexa's signature is not written yet.

    It is what a public address gets until then: an endpoint that answers nobody is safe, one that answers
    anybody is not. Missing headers are named as such, so that the log tells a stray request from Alexa's.
    """

    def verify(self, headers: Headers, body: bytes) -> None:
        """Raise RequestRefused, always."""
        if not headers.get(CERTIFICATE_URL_HEADER):
            raise RequestRefused("certificate_url_missing")
        if not headers.get(SIGNATURE_HEADER):
            raise RequestRefused("signature_missing")
        raise RequestRefused("signature_check_unavailable")


class Unverified:
    """Accepts every request: for development, on an address that only this machine can reach."""

    def verify(self, headers: Headers, body: bytes) -> None:
        """Accept."""
