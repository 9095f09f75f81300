"""The whole table of requests through the application: 400 with an empty body, or an answer, and what is noted."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from skill.web.app import create_app
from tests.web.sdk_skill import Greeting, skill_of
from tests.web.verification.alexa import Sent, encoded, sign, stamped, verifier
from tests.web.verification.authority import rsa_key
from tests.web.verification.requests import RIGHT, WRONG

# What Amazon's certification sends, in its own words as developers were told them.
CERTIFICATION = {
    "empty signature": ("signature_missing", "empty"),
    "no signature header specified": ("signature_missing", "no header"),
    "request signed with invalid signature": ("signature_wrong", "of another body"),
    "request signed with incorrect certificate": ("signature_wrong", "by another key"),
    "empty signature URL": ("certificate_url_missing", "empty"),
    "no signature URL headers are specified": ("certificate_url_missing", "no header"),
    "incorrect certificate URL": ("certificate_url_host", "another"),
    "invalid signature URL specified": ("certificate_url_path", "another"),
    "old timestamp": ("timestamp_old", "151 seconds"),
}


def post(sent: Sent) -> TestResponse:
    app = create_app(skill_of(Greeting()), verifier=verifier(sent.file), ready=lambda: "k1")
    # Frameworks read headers as Latin-1, and no others can be sent.
    headers = {name: value.encode("utf-8").decode("latin-1").replace("\n", "") for name, value in sent.headers.items()}
    return app.test_client().post("/alexa", data=sent.body, headers=headers)


@pytest.mark.parametrize("name", CERTIFICATION)
def test_what_amazons_certification_sends_is_refused(name: str) -> None:
    rule, kind = CERTIFICATION[name]
    response = post(WRONG[rule][kind]())
    assert (response.status_code, response.data) == (400, b"")


def test_a_validly_signed_request_is_answered() -> None:
    assert post(RIGHT["as Alexa sends it"]()).status_code == 200


@pytest.mark.parametrize("rule", [rule for rule in WRONG if rule != "certificate_url_form"])
def test_every_refusal_is_400_empty_and_one_line_with_its_rule(rule: str, caplog: pytest.LogCaptureFixture) -> None:
    kinds = WRONG[rule]
    answers = [post(make()) for make in kinds.values()]
    assert {(answer.status_code, answer.data) for answer in answers} == {(400, b"")}
    assert caplog.messages == [f"refused rule={rule}"] * len(kinds)


def test_an_unsigned_body_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    sent = Sent(signature=sign(encoded(stamped()), rsa_key(number=1)))
    monkeypatch.setattr(json, "loads", lambda *args, **kwargs: pytest.fail("parsed before it was verified"))
    assert post(sent).status_code == 400


def counted(app: Flask, label: str) -> float:
    found = app.test_client().get("/metrics").text
    match = re.search(rf'knee_guide_requests_total{{refused="{label}"}} (\S+)', found)
    return float(match[1]) if match else 0


@pytest.mark.parametrize(("label", "body"), [("no", encoded(stamped())), ("body_empty", b"")])
def test_a_request_is_counted_by_what_became_of_it(label: str, body: bytes) -> None:
    sent = Sent(body=body)
    app = create_app(skill_of(Greeting()), verifier=verifier(), ready=lambda: "k1")
    before = counted(app, label)
    app.test_client().post("/alexa", data=sent.body, headers=sent.headers)
    assert counted(app, label) == before + 1


def test_the_figures_tell_how_long_answers_take() -> None:
    app = create_app(skill_of(Greeting()), verifier=verifier(), ready=lambda: "k1")
    response = app.test_client().get("/metrics")
    assert response.mimetype == "text/plain"
    assert "knee_guide_answer_seconds_bucket" in response.text
