from __future__ import annotations

import pytest

from skill.web.verification import RequestRefused, SignatureNotCheckable, Unverified

BOTH = {"SignatureCertChainUrl": "https://s3.amazonaws.com/echo.api/cert.pem", "Signature-256": "c2lnbmVk"}


@pytest.mark.parametrize(
    ("headers", "rule"),
    [
        ({}, "certificate_url_missing"),
        ({**BOTH, "SignatureCertChainUrl": ""}, "certificate_url_missing"),
        ({"SignatureCertChainUrl": BOTH["SignatureCertChainUrl"]}, "signature_missing"),
        ({**BOTH, "Signature-256": ""}, "signature_missing"),
        (BOTH, "signature_check_unavailable"),
    ],
)
def test_without_a_signature_check_every_request_is_refused_by_the_first_rule_it_breaks(
    headers: dict[str, str], rule: str
) -> None:
    with pytest.raises(RequestRefused) as refusal:
        SignatureNotCheckable().verify(headers, b"{}")
    assert refusal.value.rule == rule


def test_the_verifier_for_development_accepts_a_request_without_headers() -> None:
    Unverified().verify({}, b"")
