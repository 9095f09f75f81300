"""An authority of our own, and certificates by it that are right in every way but those asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from skill.web.verification.chain import NAME

NOW = datetime(2026, 5, 13, 12, 34, 56, tzinfo=UTC)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(bits: int = 2048, number: int = 0) -> rsa.RSAPrivateKey:
    """A key; of another number, another key."""
    return rsa.generate_private_key(65537, bits)


@dataclass(frozen=True)
class Certificate:
    certificate: x509.Certificate
    key: Key

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


@dataclass(frozen=True)
class Wanted:
    """What a certificate is to say; `names` and `usages` of None leave the extension out."""

    names: Sequence[str] | None = (NAME,)
    usages: Sequence[x509.ObjectIdentifier] | None = (ExtendedKeyUsageOID.SERVER_AUTH,)
    key: Key | None = None
    start: timedelta = -timedelta(days=30)
    end: timedelta = timedelta(days=30)
    authority: bool = False
    common_name: str = "certificate"


def issue(wanted: Wanted, issuer: Certificate | None = None, *, now: datetime = NOW) -> Certificate:
    """The certificate wanted, valid around `now`, by the issuer or else by itself."""
    key = wanted.key or (ec.generate_private_key(ec.SECP256R1()) if wanted.authority else rsa_key())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, wanted.common_name)])
    by_name, by_key = (issuer.certificate.subject, issuer.key) if issuer else (name, key)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(by_name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + wanted.start)
        .not_valid_after(now + wanted.end)
        .add_extension(x509.BasicConstraints(ca=wanted.authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by_key.public_key()), critical=False)
        .add_extension(_key_usage(authority=wanted.authority), critical=True)
    )
    if wanted.names is not None and not wanted.authority:
        names = [x509.DNSName(each) for each in wanted.names]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    if wanted.usages is not None and not wanted.authority:
        builder = builder.add_extension(x509.ExtendedKeyUsage(wanted.usages), critical=False)
    return Certificate(builder.sign(by_key, SHA256()), key)


def _key_usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


class Authority:
    """A root that is trusted and an intermediate by it, which signs."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now
        years = timedelta(days=3650)
        wanted = Wanted(authority=True, common_name="root", start=-years, end=years)
        self.root = issue(wanted, now=now)
        self.intermediate = issue(replace(wanted, common_name="intermediate"), self.root, now=now)

    @property
    def certificates(self) -> tuple[x509.Certificate, x509.Certificate]:
        """Those that can vouch for others, the root first."""
        return self.root.certificate, self.intermediate.certificate

    def leaf(self, wanted: Wanted | None = None) -> Certificate:
        return issue(wanted or Wanted(), self.intermediate, now=self.now)

    def file(self, leaf: Certificate | None = None) -> bytes:
        """The file that Amazon keeps: the certificate that signs, and the others up to the root."""
        return (leaf or self.leaf()).pem + self.intermediate.pem
