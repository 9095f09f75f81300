"""What Alexa may send one day, by each way in: answered, or met with silence, and never a failure."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import Client

from skill import app
from skill.config import Config
from skill.web.app import create_app
from skill.web.verification import Unverified
from tests.alexa.conversing import ID, Json, envelope, intent_request, launch, sessionless, without

CONFIG = Config(skill_ids=frozenset({ID}))
CLOUD = {"name": "description", "slotValue": {"type": "Cloud", "value": "x"}}
APL_EVENT = {"type": "Alexa.Presentation.APL.UserEvent", "token": "t", "arguments": ["x"]}

SPOKEN: dict[str, Json] = {
    "a new type of request": envelope({"type": "MindReadRequest"}),
    "a new property everywhere": launch(mood="fine") | {"mood": "fine"},
    "a new dialog state": envelope(intent_request("TellIntent", dialog_state="PONDERING", description="it hurts")),
    "a new kind of slot value": envelope(intent_request("TellIntent", slots={"description": CLOUD})),
    "a new intent": envelope(intent_request("AMAZON.BrandNewIntent")),
    "no slots": envelope({"type": "IntentRequest", "intent": {"name": "TellIntent"}}),
    "no context": without(launch(), "context"),
    "no session": sessionless(intent_request("TellIntent", description="it hurts")),
    "a time without a zone": launch(timestamp="2026-01-01T00:00:00"),
    "a time that is a number": launch(timestamp=1767225600000),
    "a locale that we have not": launch(locale="xx-XX"),
    "attributes that are none": envelope(intent_request("AMAZON.YesIntent")) | {"session": {"attributes": []}},
    "a touch": envelope(APL_EVENT),
}
SILENT: dict[str, Json] = {
    "a new reason for an end": envelope({"type": "SessionEndedRequest", "reason": "SOLAR_FLARE"}),
    "a new error": envelope({"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "X", "message": "x"}}),
    "an error of ours": envelope({"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE"}}),
    "an event outside a session": sessionless({"type": "AlexaSkillEvent.SkillDisabled"}),
    "a new event outside a session": sessionless({"type": "AlexaSkillEvent.SkillPondered"}),
    "an error on a screen": envelope({"type": "Alexa.Presentation.APL.RuntimeError", "errors": [{"type": "X"}]}),
}


@pytest.fixture(scope="module")
def web() -> Client:
    return create_app(app.create_skill(CONFIG), verifier=Unverified({ID}), ready=lambda: "1").test_client()


def answers(sent: Json, web: Client) -> list[Any]:
    """By Lambda and by Flask."""
    response = web.post("/alexa", json=sent)
    assert response.status_code == 200
    return [app.create_lambda_handler(CONFIG)(sent, None)["response"], response.get_json()["response"]]


@pytest.mark.parametrize("kind", SPOKEN)
def test_whoever_waits_for_an_answer_gets_one_by_every_way_in(kind: str, web: Client) -> None:
    by_lambda, by_flask = answers(SPOKEN[kind], web)
    assert by_lambda == by_flask
    assert by_lambda["outputSpeech"]["ssml"].startswith("<speak>")


@pytest.mark.parametrize("kind", SILENT)
def test_what_expects_no_answer_gets_none_by_every_way_in(kind: str, web: Client) -> None:
    assert answers(SILENT[kind], web) == [{}, {}]
