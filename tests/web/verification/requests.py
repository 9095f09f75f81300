"""The table: requests that are right, and those that are wrong in one way, by the rule that they break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.x509.oid import ExtendedKeyUsageOID

from skill.web.verification import MAX_BODY_BYTES
from tests.web.sdk_skill import ID
from tests.web.verification.alexa import URL, Sent, authority, changed, encoded, good_file, sign, stamped
from tests.web.verification.authority import Authority, Certificate, Wanted, issue, rsa_key

HOST = "https://s3.amazonaws.com"


def leaf(**wanted: object) -> Callable[[], bytes]:
    """The file of a certificate that is otherwise right."""
    return lambda: authority().file(authority().leaf(replace(Wanted(), **wanted)))


def sent_after(seconds: int) -> Callable[[], bytes]:
    return lambda: encoded(stamped(timedelta(seconds=seconds)))


def with_request(seconds: int = 0, **changes: object) -> Callable[[], bytes]:
    """Sent so long after now, with these changes in the request."""

    def body() -> bytes:
        whole = stamped(timedelta(seconds=seconds))
        return encoded(whole | {"request": whole["request"] | changes})

    return body


def event_after(seconds: int) -> Callable[[], bytes]:
    return with_request(seconds, type="AlexaSkillEvent.SkillDisabled")


def with_timestamp(value: object) -> Callable[[], bytes]:
    return with_request(timestamp=value)


def for_skill(*ids: object) -> Callable[[], bytes]:
    """For the first id by the context, and the second by the session."""
    context, session = ({"application": {"applicationId": each}} if each else None for each in ids)
    return lambda: encoded(stamped(context=context and {"System": context}, session=session))


def short_lived_intermediate() -> bytes:
    wanted = Wanted(authority=True, common_name="old", end=timedelta(days=-1))
    old = issue(wanted, authority().root)
    return issue(Wanted(), old).pem + old.pem


def intermediate_without_authority() -> bytes:
    fellow = authority().leaf()
    return issue(Wanted(), Certificate(fellow.certificate, fellow.key)).pem + fellow.pem + authority().intermediate.pem


def by_another_authority() -> bytes:
    return Authority().file()


def with_its_own_root() -> bytes:
    another = Authority()
    return another.file() + another.root.pem


RIGHT: dict[str, Callable[[], Sent]] = {
    "as Alexa sends it": changed(),
    "content type without a charset": changed(content_type="Application/JSON"),
    "port 443": changed(url=f"{HOST}:443/echo.api/a.pem"),
    "scheme and host in capitals": changed(url="HTTPS://S3.AmazonAWS.com/echo.api/a.pem"),
    "detour in the path": changed(url=f"{HOST}/echo.api/../echo.api/a.pem"),
    "doubled slash": changed(url=f"{HOST}//echo.api//a.pem"),
    "root in the file": changed(file=lambda: good_file() + authority().root.pem),
    "several names": changed(file=leaf(names=("amazon.com", "ECHO-API.amazon.com"))),
    "150 seconds old": changed(body=sent_after(-150)),
    "150 seconds ahead": changed(body=sent_after(150)),
    "an event an hour old": changed(body=event_after(-3600)),
    "another time zone": changed(body=with_timestamp("2026-05-13T14:34:56+02:00")),
    "a type that is none": changed(body=with_request(type=[])),
    "skill named in the session alone": changed(body=for_skill(None, ID)),
    "largest body": changed(body=lambda: encoded(stamped()).ljust(MAX_BODY_BYTES)),
}

_WRONG_BODY = {
    "content_type_not_json": {
        "no content type": changed(without="Content-Type"),
        "a form": changed(content_type="application/x-www-form-urlencoded"),
        "nearly": changed(content_type="application/json5"),
    },
    "body_too_large": {"one byte more": changed(body=lambda: encoded(stamped()).ljust(MAX_BODY_BYTES + 1))},
    "body_empty": {"nothing, signed": changed(body=b"")},
}

_WRONG_URL = {
    "certificate_url_missing": {
        "no header": changed(without="SignatureCertChainUrl"),
        "empty": changed(url=""),
    },
    "certificate_url_form": {
        "user name": changed(url="https://s3.amazonaws.com@evil.example/echo.api/a.pem"),
        "user name before the host": changed(url="https://me@s3.amazonaws.com/echo.api/a.pem"),
        "query": changed(url=f"{URL}?1"),
        "fragment": changed(url=f"{URL}#1"),
        "escaped dots": changed(url=f"{HOST}/echo.api/%2e%2e/a.pem"),
        "backslash": changed(url=f"{HOST}/echo.api/..\\a.pem"),
        "line break": changed(url=f"{HOST}/echo.api/a\n.pem"),
        "space before": changed(url=f" {URL}"),
        "two headers in one": changed(url=f"{URL}, {URL}"),
        "other letters": changed(url=f"{HOST}/echo.api/\u00e4.pem"),
        "too long": changed(url=f"{HOST}/echo.api/{'a' * 512}"),
    },
    "certificate_url_scheme": {
        "plain": changed(url="http://s3.amazonaws.com/echo.api/a.pem"),
        "no scheme": changed(url="s3.amazonaws.com/echo.api/a.pem"),
        "file": changed(url="file:///echo.api/a.pem"),
    },
    "certificate_url_host": {
        "another": changed(url="https://notamazon.com/echo.api/a.pem"),
        "below it": changed(url="https://evil.s3.amazonaws.com/echo.api/a.pem"),
        "in another's": changed(url="https://s3.amazonaws.com.evil.example/echo.api/a.pem"),
        "none": changed(url="https:///echo.api/a.pem"),
    },
    "certificate_url_port": {
        "another": changed(url=f"{HOST}:563/echo.api/a.pem"),
        "zero": changed(url=f"{HOST}:0/echo.api/a.pem"),
    },
    "certificate_url_path": {
        "another": changed(url=f"{HOST}/invalid.path/a.pem"),
        "another case": changed(url=f"{HOST}/EcHo.aPi/a.pem"),
        "detour out": changed(url=f"{HOST}/echo.api/../a.pem"),
        "nearly": changed(url=f"{HOST}/echo.apis/a.pem"),
        "the folder itself": changed(url=f"{HOST}/echo.api/"),
    },
}

_WRONG_SIGNATURE = {
    "signature_missing": {
        "no header": changed(without="Signature-256"),
        "empty": changed(signature=""),
    },
    "signature_not_base64": {
        "other characters": changed(signature="not base64!"),
        "other letters": changed(signature="\u00e4\u00e4\u00e4\u00e4"),
        "cut off": changed(signature="YWJ"),
        "nothing in it": changed(signature="===="),
    },
    "signature_wrong": {
        "by another key": changed(signature=lambda: sign(encoded(stamped()), rsa_key(number=1))),
        "of another body": changed(signature=lambda: sign(b"{}")),
        "of the body without its end": changed(
            body=lambda: encoded(stamped()) + b"\n", signature=lambda: sign(encoded(stamped()))
        ),
        "by SHA-1": changed(signature=lambda: sign(encoded(stamped()), algorithm=SHA1())),
        "of no length": changed(signature="YWJj"),
    },
}

_WRONG_CHAIN = {
    "certificate_unreadable": {
        "empty": changed(file=b""),
        "a page": changed(file=b"<html>Not found</html>"),
        "cut off": changed(file=lambda: good_file()[:300]),
        "broken": changed(file=lambda: good_file().replace(b"MII", b"MIA")),
    },
    "certificate_chain_too_long": {"eleven": changed(file=lambda: good_file() + 9 * authority().root.pem)},
    "certificate_not_yet_valid": {"from tomorrow": changed(file=leaf(start=timedelta(days=1)))},
    "certificate_expired": {"until a second ago": changed(file=leaf(end=timedelta(seconds=-1)))},
    "certificate_name": {
        "another": changed(file=leaf(names=("amazon.com",))),
        "wildcard": changed(file=leaf(names=("*.amazon.com",))),
        "below it": changed(file=leaf(names=("a.echo-api.amazon.com",))),
        "only as the common name": changed(file=leaf(names=None, common_name="echo-api.amazon.com")),
    },
    "certificate_key": {
        "short": changed(file=leaf(key=rsa_key(1024)), signature=lambda: sign(encoded(stamped()), rsa_key(1024))),
        "of another kind": changed(file=lambda: leaf(key=ec.generate_private_key(ec.SECP256R1()))()),
    },
    "certificate_usage": {
        "not said": changed(file=leaf(usages=None)),
        "clients": changed(file=leaf(usages=(ExtendedKeyUsageOID.CLIENT_AUTH,))),
    },
    "certificate_untrusted": {
        "by itself": changed(file=lambda: issue(Wanted()).pem),
        "by another authority": changed(file=by_another_authority),
        "with its own root": changed(file=with_its_own_root),
        "intermediate missing": changed(file=lambda: authority().leaf().pem),
        "intermediate expired": changed(file=short_lived_intermediate),
        "intermediate without authority": changed(file=intermediate_without_authority),
    },
}

_WRONG_ENVELOPE = {
    "body_not_json": {
        "cut off": changed(body=b'{"request":'),
        "not UTF-8": changed(body=b'{"request": "\xff"}'),
        "deep": changed(body=b"[" * 100_000),
        "not a number": changed(body=b'{"request": NaN}'),
        "too large a number": changed(body=b'{"request": ' + b"9" * 5000 + b"}"),
    },
    "body_not_an_envelope": {
        "null": changed(body=b"null"),
        "a list": changed(body=b"[]"),
        "no request": changed(body=b"{}"),
        "odd request": changed(body=b'{"request": 1}'),
    },
    "timestamp_missing": {
        "none": changed(body=with_timestamp(None)),
        "a number": changed(body=with_timestamp(1778675696)),
        "no time zone": changed(body=with_timestamp("2026-05-13T12:34:56")),
        "no such day": changed(body=with_timestamp("2026-02-30T12:34:56Z")),
    },
    "timestamp_old": {
        "151 seconds": changed(body=sent_after(-151)),
        "the first of times": changed(body=with_timestamp("0001-01-01T00:00:00+23:59")),
        "an event of over an hour": changed(body=event_after(-3601)),
    },
    "timestamp_ahead": {
        "151 seconds": changed(body=sent_after(151)),
        "the last of times": changed(body=with_timestamp("9999-12-31T23:59:59-23:59")),
        "an event over an hour": changed(body=event_after(3601)),
    },
    "skill_id_foreign": {
        "another's": changed(body=for_skill("amzn1.ask.skill.other", ID)),
        "another's in the session": changed(body=for_skill(None, "amzn1.ask.skill.other")),
        "part of ours": changed(body=for_skill(ID[:-1], ID)),
        "nobody's": changed(body=for_skill(None, None)),
        "odd": changed(body=for_skill({ID: ID}, ID)),
        "a list": changed(body=for_skill([ID], ID)),
    },
}

WRONG = _WRONG_BODY | _WRONG_URL | _WRONG_SIGNATURE | _WRONG_CHAIN | _WRONG_ENVELOPE
