"""The whole skill as it is shipped: real words, real knowledge, JSON in and JSON out."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill import app
from skill.alexa.elicitation import intent_and_slot
from skill.alexa.intents import INTENTS
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.model import AnswerKind, TriageLevel
from skill.config import Config, ConfigError
from skill.dialog import asks
from skill.dialog.state import ConversationState, Phase
from skill.simulator.model_parser import parse_model
from skill.simulator.response_rules import check
from skill.web.app import create_app
from skill.web.verification import Unverified
from tests.alexa.conversing import ID, attributes, envelope, intent_request, launch, speech, state_in

MODEL = Path(__file__).parents[1] / "interaction_model" / "interactionModels" / "custom" / "en-US.json"
LUMP = intent_request("TellIntent", description="there is a lump behind my knee")


@pytest.fixture(autouse=True)
def _log_level_as_before() -> Iterator[None]:
    """Lambda sets the level for its whole process, and these tests share theirs with others."""
    logger = logging.getLogger("skill")
    level = logger.level
    yield
    logger.setLevel(level)


def states() -> Iterator[ConversationState]:
    """One for each way of asking, and the beginning."""
    known = Evidence({"lump_behind_knee": Presence.PRESENT})
    offers = {
        asks.OfferCare(): Phase.RESULT,
        asks.OfferNextStep(): Phase.CARE,
        asks.OfferAgain(): Phase.CARE,
        asks.OfferRepeat(): Phase.URGENT,
        asks.AskFlags(flags=("E1", "E2")): Phase.SAFETY,
        asks.AskFlags(flags=("E1",)): Phase.SAFETY,
        asks.AskComplaint(): Phase.WELCOME,
        **{asks.AskQuestion(question=name): Phase.INTERVIEW for name in ("location", "age", "locking")},
    }
    for ask, phase in offers.items():
        floor = TriageLevel.SAME_DAY if phase is Phase.URGENT else TriageLevel.SELF_CARE
        yield ConversationState(phase, known, ask, floor=floor, disclosed=True, turn=4)
    yield ConversationState()


@pytest.mark.parametrize("name", [*INTENTS, "TellIntent", "PlaceIntent"])
def test_every_answer_keeps_what_alexa_asks_of_an_answer(name: str) -> None:
    requests = [envelope(intent_request(name), attributes(state)) for state in states()]
    model = parse_model(json.loads(MODEL.read_text(encoding="utf-8")))
    assert [check(app.handle(request), request, model=model) for request in requests] == [()] * len(requests)


def test_every_elicited_slot_is_in_the_dialog_model() -> None:
    model = parse_model(json.loads(MODEL.read_text(encoding="utf-8")))
    questions = app.build().inference.knowledge.questions.values()
    elicited = [intent_and_slot(each.id) for each in questions if each.kind is not AnswerKind.YES_NO]
    assert [(intent, slot) for intent, slot in elicited if not model.intents[intent].slots[slot].in_dialog] == []


def test_a_conversation_leads_from_a_lump_to_its_care() -> None:
    response = app.handle(envelope(LUMP, new=True))
    for _ in range(30):
        state = state_in(response)
        if state.phase is Phase.CARE:
            break
        number = state.pending == asks.AskQuestion(question="age")
        request = intent_request("AgeIntent", age="44") if number else intent_request("AMAZON.NoIntent")
        if state.phase is Phase.RESULT:
            request = intent_request("TreatmentIntent")
        response = app.handle(envelope(request, response["sessionAttributes"]))
    assert state.phase is Phase.CARE
    assert state.focus == "bakers_cyst"


def test_lambda_and_flask_and_a_plain_call_answer_alike() -> None:
    config = Config(skill_ids=frozenset({ID}))
    web = create_app(app.create_skill(config), verifier=Unverified({ID}), ready=lambda: "1").test_client()
    for request in (launch(), envelope(LUMP, new=True), envelope({"type": "MindReadRequest"}, {"state": {}})):
        answers: list[Any] = [
            app.handle(request),
            app.create_lambda_handler(config)(request, None),
            web.post("/alexa", json=request).get_json(),
        ]
        assert [speech(answer) for answer in answers] == [speech(answers[0])] * 3
        assert [answer["sessionAttributes"] for answer in answers] == [answers[0]["sessionAttributes"]] * 3


def test_an_answer_is_json_and_nothing_else() -> None:
    answer = app.handle(launch())
    assert json.loads(json.dumps(answer)) == answer


def test_lambda_is_configured_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNEE_GUIDE_SKILL_ID", "amzn1.ask.skill.another")
    monkeypatch.setenv("KNEE_GUIDE_LOG_LEVEL", "ERROR")
    handler = app.create_lambda_handler()
    assert handler(launch(), None)["response"] == {}
    assert logging.getLogger("skill").level == logging.ERROR


def test_a_setting_that_cannot_be_used_stops_lambda_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNEE_GUIDE_SKILL_ID", "my skill")
    with pytest.raises(ConfigError):
        app.create_lambda_handler()


def test_a_trace_shows_what_became_of_a_request() -> None:
    request = envelope(LUMP, new=True)
    lines = list(app.trace(request, app.handle(request)))
    assert any("lump_behind_knee" in line for line in lines)


def test_the_skill_is_there_without_the_web() -> None:
    code = "import sys, skill.app; print(sorted({'flask', 'waitress', 'cryptography'} & sys.modules.keys()))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
