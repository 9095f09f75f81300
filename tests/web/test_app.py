from __future__ import annotations

import json
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from flask import Flask
from werkzeug.test import TestResponse

from skill import __version__
from skill.web.app import create_app
from skill.web.verification import MAX_BODY_BYTES, Headers, RequestRefused, Unverified
from tests.web.sdk_skill import ID, SECRET, Failing, Greeting, launch, skill_of


class Recorder:
    """A verifier that keeps what it was given."""

    def verify(self, headers: Headers, body: bytes) -> None:
        self.signature, self.body = headers.get("signature-256"), body


class Refuser:
    def verify(self, headers: Headers, body: bytes) -> None:
        raise RequestRefused("not_today")


def app_with(**changes: Any) -> Flask:
    arguments: dict[str, Any] = {
        "skill": skill_of(Greeting()),
        "verifier": Unverified({ID}),
        "ready": lambda: "k1",
    }
    arguments.update(changes)
    return create_app(arguments.pop("skill"), **arguments)


def post(app: Flask, body: object, **headers: str) -> TestResponse:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return app.test_client().post("/alexa", data=data, headers=headers, content_type="application/json")


def speech(response: TestResponse) -> object:
    answer: Any = response.get_json()
    return answer["response"]["outputSpeech"]["ssml"]


def test_a_request_for_this_skill_is_answered() -> None:
    assert speech(post(app_with(), launch())) == "<speak>hello</speak>"


def test_the_verifier_gets_the_very_bytes_and_the_headers_in_any_case() -> None:
    verifier, body = Recorder(), json.dumps(launch(), indent=3).encode() + b"\n "
    post(app_with(verifier=verifier), body, **{"Signature-256": "abc"})
    assert (verifier.signature, verifier.body) == ("abc", body)


def test_a_refused_request_gets_a_400_and_an_empty_body() -> None:
    response = post(app_with(verifier=Refuser()), launch())
    assert (response.status_code, response.data) == (400, b"")


def test_a_refused_request_never_reaches_the_parser() -> None:
    class Untouchable(DefaultSerializer):
        def deserialize(self, payload: object, obj_type: object) -> object:
            pytest.fail("parsed before it was verified")

    skill = skill_of(Greeting())
    skill.serializer = Untouchable()
    assert post(app_with(skill=skill, verifier=Refuser()), launch()).status_code == 400


def test_a_refusal_is_logged_in_one_line_with_its_rule(caplog: pytest.LogCaptureFixture) -> None:
    post(app_with(verifier=Refuser()), launch())
    assert caplog.messages == ["refused rule=not_today"]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b'"x"', b"[]", b"{}", b"\xff\xfe", b'{"request": 1}', b"[" * 100_000],
    ids=["empty", "cut off", "null", "string", "list", "no request", "not UTF-8", "odd request", "deep"],
)
def test_what_is_no_envelope_gets_a_400(body: bytes) -> None:
    assert post(app_with(), body).status_code == 400


@pytest.mark.parametrize(
    "change",
    [
        {"context": {"System": {"application": {"applicationId": "amzn1.ask.skill.other"}}}},
        {"context": None, "session": None},
        {"context": {"System": []}, "session": 7},
    ],
    ids=["another's", "none", "unreadable"],
)
def test_a_request_that_does_not_name_this_skill_gets_a_400(change: dict[str, Any]) -> None:
    assert post(app_with(), launch(**change)).status_code == 400


def test_a_request_that_names_this_skill_only_in_its_session_is_answered() -> None:
    assert post(app_with(), launch(context=None)).status_code == 200


def test_without_skill_ids_any_skill_is_answered_for() -> None:
    assert post(app_with(verifier=Unverified()), launch(context=None, session=None)).status_code == 200


@pytest.mark.parametrize("path_of_failure", ["handler", "deserializer"])
def test_a_failure_inside_gets_a_400_and_an_empty_body(path_of_failure: str) -> None:
    response = fail_in(path_of_failure)
    assert (response.status_code, response.data) == (400, b"")


@pytest.mark.parametrize(
    ("path_of_failure", "cause"), [("handler", "LookupError"), ("deserializer", "SerializationException")]
)
def test_a_failure_inside_is_logged_in_one_line_with_its_cause(
    path_of_failure: str, cause: str, caplog: pytest.LogCaptureFixture
) -> None:
    fail_in(path_of_failure)
    assert [cause in message for message in caplog.messages] == [True]


@pytest.mark.parametrize("path_of_failure", ["handler", "deserializer"])
def test_a_failure_inside_puts_nothing_of_the_request_into_the_log(
    path_of_failure: str, caplog: pytest.LogCaptureFixture
) -> None:
    fail_in(path_of_failure)
    assert caplog.records
    assert SECRET not in caplog.text


def fail_in(path_of_failure: str) -> TestResponse:
    if path_of_failure == "handler":
        return post(app_with(skill=skill_of(Failing())), launch())
    return post(app_with(), launch(request={"type": SECRET, "requestId": "r", "timestamp": "x"}))


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (b"{", "body_not_json"),
        (b'{"request": 1}', "body_not_an_envelope"),
        (b" " * (MAX_BODY_BYTES + 1), "body_too_large"),
        (json.dumps(launch(session=None, context=None)).encode(), "skill_id_foreign"),
    ],
    ids=["cut off", "odd request", "large", "nobody's"],
)
def test_the_log_names_the_rule_that_a_request_breaks(body: bytes, rule: str, caplog: pytest.LogCaptureFixture) -> None:
    post(app_with(), body)
    assert caplog.messages == [f"refused rule={rule}"]


@pytest.mark.parametrize(("spare", "status"), [(0, 200), (-1, 400)])
def test_a_body_is_read_up_to_the_limit_and_refused_beyond(spare: int, status: int) -> None:
    body = json.dumps(launch()).encode()
    padding = b" " * (MAX_BODY_BYTES - len(body) - spare)
    assert post(app_with(), body + padding).status_code == status


def test_the_skills_own_serializer_reads_the_request_and_writes_the_response() -> None:
    class Marking(DefaultSerializer):
        def deserialize(self, payload: str, obj_type: object) -> object:
            used.append("deserialize")
            return super().deserialize(payload, obj_type)

        def serialize(self, obj: Any) -> Any:
            used.append("serialize")
            return super().serialize(obj)

    used: list[str] = []
    skill = skill_of(Greeting())
    skill.serializer = Marking()
    post(app_with(skill=skill), launch())
    assert (used[0], used[1]) == ("deserialize", "serialize")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_than_post_get_a_405(method: str) -> None:
    assert app_with().test_client().open("/alexa", method=method).status_code == 405


def test_health_is_200_and_names_the_versions_once_ready() -> None:
    response = app_with().test_client().get("/health")
    assert (response.status_code, response.get_json()) == (
        200,
        {"status": "ok", "version": __version__, "knowledge": "k1"},
    )


def test_health_is_503_until_the_knowledge_is_there() -> None:
    response = app_with(ready=lambda: None).test_client().get("/health")
    assert (response.status_code, response.get_json()) == (
        503,
        {"status": "starting", "version": __version__, "knowledge": None},
    )


@pytest.mark.parametrize(
    ("header", "value"),
    [("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store"), ("X-Frame-Options", "DENY")],
)
@pytest.mark.parametrize("path", ["/health", "/alexa", "/nowhere"])
def test_every_answer_carries_the_security_headers(path: str, header: str, value: str) -> None:
    assert app_with().test_client().get(path).headers[header] == value


def test_a_page_may_set_a_content_policy_of_its_own() -> None:
    app = app_with()
    policy = "default-src 'self'"
    app.add_url_rule("/page", view_func=lambda: ("", {"Content-Security-Policy": policy}))
    assert app.test_client().get("/page").headers["Content-Security-Policy"] == policy
