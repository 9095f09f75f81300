"""Rules on the certificates: Amazon's own, good at this time, and vouched for by an authority that is trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.verification.rules import Rule, enforce

NAME = "echo-api.amazon.com"
MAX_CERTIFICATES = 10
MIN_KEY_BITS = 2048

Extension = TypeVar("Extension", bound=x509.ExtensionType)


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain that was found good: the key that signs, and between which times it may be trusted."""

    key: RSAPublicKey
    valid_from: datetime
    valid_until: datetime

    def is_valid(self, at: datetime) -> bool:
        """Whether every certificate that it rests on is valid at this time."""
        return self.valid_from <= at <= self.valid_until


@dataclass(frozen=True)
class Presented:
    """A file of certificates, the signing one first, as it was fetched at the moment `at`."""

    pem: bytes
    at: datetime
    roots: Store

    @cached_property
    def certificates(self) -> tuple[x509.Certificate, ...]:
        """The certificates; none where the file cannot be read."""
        try:
            return tuple(x509.load_pem_x509_certificates(self.pem))
        except ValueError:
            return ()

    @property
    def leaf(self) -> x509.Certificate:
        """The certificate that signs requests."""
        return self.certificates[0]

    @cached_property
    def names(self) -> Iterable[str]:
        """The domains that it is for."""
        extension = _extension(self.leaf, x509.SubjectAlternativeName)
        return [name.lower() for name in extension.get_values_for_type(x509.DNSName)] if extension else ()

    @cached_property
    def usages(self) -> Iterable[x509.ObjectIdentifier]:
        """The purposes that it is for."""
        return _extension(self.leaf, x509.ExtendedKeyUsage) or ()

    @cached_property
    def key(self) -> RSAPublicKey | None:
        """Its key, where that is of the kind that Alexa signs with."""
        try:
            key = self.leaf.public_key()
        except (ValueError, UnsupportedAlgorithm):
            return None
        return key if isinstance(key, RSAPublicKey) else None

    @cached_property
    def path(self) -> tuple[x509.Certificate, ...]:
        """The way from it to a trusted authority, by the rules of the web's own certificates; none without one."""
        policy = PolicyBuilder().store(self.roots).time(self.at)
        try:
            verifier = policy.build_server_verifier(x509.DNSName(NAME))
            return tuple(verifier.verify(self.leaf, list(self.certificates[1:])))
        except VerificationError:
            return ()


# A wildcard is not enough for the name: Amazon says that the very domain is there. Authorities have to state what a
# certificate for the web is for, so one that leaves it open is none of theirs.
CHAIN_RULES: tuple[Rule[Presented], ...] = (
    Rule("certificate_unreadable", lambda presented: bool(presented.certificates)),
    Rule("certificate_chain_too_long", lambda presented: len(presented.certificates) <= MAX_CERTIFICATES),
    Rule("certificate_not_yet_valid", lambda presented: presented.leaf.not_valid_before_utc <= presented.at),
    Rule("certificate_expired", lambda presented: presented.at <= presented.leaf.not_valid_after_utc),
    Rule("certificate_name", lambda presented: NAME in presented.names),
    Rule("certificate_key", lambda presented: presented.key is not None and presented.key.key_size >= MIN_KEY_BITS),
    Rule("certificate_usage", lambda presented: ExtendedKeyUsageOID.SERVER_AUTH in presented.usages),
    Rule("certificate_untrusted", lambda presented: bool(presented.path)),
)


def validated(presented: Presented, rules: Iterable[Rule[Presented]] = CHAIN_RULES) -> Chain:
    """The chain presented. Raises RequestRefused by the rule that it breaks."""
    enforce(rules, presented)
    assert presented.key is not None
    rests_on = (presented.leaf, *presented.path)
    return Chain(
        presented.key,
        max(each.not_valid_before_utc for each in rests_on),
        min(each.not_valid_after_utc for each in rests_on),
    )


def _extension(certificate: x509.Certificate, kind: type[Extension]) -> Extension | None:
    """The certificate's extension of a kind; None as well where its extensions cannot be read."""
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
        return None
