"""Rules on the signature: there is one, and it is of these very bytes by the certificate's key."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from skill.web.verification.chain import Chain
from skill.web.verification.received import Received
from skill.web.verification.rules import Rule


@dataclass(frozen=True, slots=True)
class Signed:
    """A request beside the chain that it names."""

    received: Received
    chain: Chain


def _matches(signed: Signed) -> bool:
    try:
        signed.chain.key.verify(signed.received.signature, signed.received.body, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True


# Before anything is fetched.
SIGNATURE_HEADER_RULES: tuple[Rule[Received], ...] = (
    Rule("signature_missing", lambda received: bool(received.signature_text)),
    Rule("signature_not_base64", lambda received: bool(received.signature)),
)

SIGNATURE_RULES: tuple[Rule[Signed], ...] = (Rule("signature_wrong", _matches),)
