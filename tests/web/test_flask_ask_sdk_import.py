from __future__ import annotations

import datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from skill.web.flask_ask_sdk_import import CertificateValidator, PathError, SkillAdapter


def test_flask_ask_sdk_imports_whatever_openssl_there_is() -> None:
    assert SkillAdapter.__module__ == "flask_ask_sdk.skill_adapter"


def test_the_placeholder_refuses_every_chain() -> None:
    with pytest.raises(PathError):
        CertificateValidator(b"certificate", [])


def test_the_sdks_own_check_refuses_a_chain_rather_than_pass_it_unchecked() -> None:
    from ask_sdk_webservice_support.verifier import RequestVerifier, VerificationException

    with pytest.raises(VerificationException, match="Certificate chain is not valid"):
        RequestVerifier()._validate_cert_chain(self_signed())


def self_signed() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "echo-api.amazon.com")])
    start = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(start).not_valid_after(start.replace(year=2035))
    return builder.sign(key, SHA256()).public_bytes(Encoding.PEM)
