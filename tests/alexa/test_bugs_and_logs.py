"""What becomes of our own faults, and what the logs say of anything: never a word that was said, never an id."""

from __future__ import annotations

import logging
from typing import cast

import pytest
from ask_sdk_core.skill import CustomSkill

from skill.alexa.guide import Guide
from skill.alexa.log_lines import Event
from skill.alexa.request_adapter import RequestAdapter
from skill.alexa.skill_factory import invoke, skill_of
from skill.alexa.tongues import Tongue
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase
from skill.speech.voice import Utterance, Voice
from tests.alexa.conversing import (
    Json,
    NamingVoice,
    attributes,
    envelope,
    intent_request,
    launch,
    sessionless,
    speech,
    state_in,
)

SECRET = "my calf is swollen"
ASKED = ConversationState(phase=Phase.INTERVIEW, pending=asks.AskQuestion(question="location"), turn=4)
TELLING = intent_request("TellIntent", description=SECRET)


class Hoarse(NamingVoice):
    """Fails at every turn, quoting what was said; and at apologies too while the place is being asked for."""

    def __init__(self, *, also_apologizing: bool = False) -> None:
        self._also_apologizing = also_apologizing

    def render(self, turn: Turn) -> Utterance:
        try:
            raise LookupError(SECRET)
        except LookupError as error:
            raise ValueError(SECRET) from error

    def apology(self, state: ConversationState) -> Utterance:
        if self._also_apologizing and state.pending:
            raise ValueError(SECRET)
        return super().apology(state)


def hoarse(knowledge: KnowledgeBase, adapter: RequestAdapter, *, also_apologizing: bool = False) -> CustomSkill:
    voice = cast(Voice, Hoarse(also_apologizing=also_apologizing))
    return skill_of(Guide(Inference(knowledge), {"en-US": Tongue(adapter, voice)}))


@pytest.mark.parametrize("whole", [launch(), envelope(TELLING, attributes(ASKED)), sessionless(TELLING)])
def test_a_fault_of_ours_gets_an_apology_and_goes_on(
    whole: Json, knowledge: KnowledgeBase, adapter: RequestAdapter
) -> None:
    response = invoke(hoarse(knowledge, adapter), whole)
    assert speech(response) == "Apology?"
    assert response["response"]["shouldEndSession"] is False


def test_a_fault_of_ours_loses_nothing(knowledge: KnowledgeBase, adapter: RequestAdapter) -> None:
    response = invoke(hoarse(knowledge, adapter), envelope(TELLING, attributes(ASKED)))
    assert state_in(response) == ASKED


def test_a_state_that_cannot_even_be_apologized_for_is_given_up(
    knowledge: KnowledgeBase, adapter: RequestAdapter
) -> None:
    skill = hoarse(knowledge, adapter, also_apologizing=True)
    response = invoke(skill, envelope(TELLING, attributes(ASKED)))
    assert speech(response) == "Apology?"
    assert state_in(response) == ConversationState()


def test_a_fault_is_logged_with_its_places_and_types_alone(
    knowledge: KnowledgeBase, adapter: RequestAdapter, caplog: pytest.LogCaptureFixture
) -> None:
    invoke(hoarse(knowledge, adapter), envelope(TELLING, attributes(ASKED)))
    (record,) = caplog.records
    logged = record.getMessage()
    assert logged.startswith("fault kind=IntentRequest places=LookupError; ")
    assert "; ValueError; " in logged
    assert "test_bugs_and_logs.py" in logged
    assert record.exc_info is None


EVERYTHING = [
    launch(),
    envelope(TELLING, attributes(ASKED)),
    envelope(
        {"type": "SessionEndedRequest", "reason": SECRET, "error": {"type": "INVALID_RESPONSE", "message": SECRET}}
    ),
    envelope({"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": SECRET, "message": SECRET}}),
    envelope({"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE", "message": SECRET}}),
    envelope({"type": SECRET}),
    sessionless({"type": SECRET}),
    sessionless({"type": "AlexaSkillEvent.SkillDisabled", "body": {"userInformationPersistenceStatus": SECRET}}),
]


@pytest.mark.parametrize("whole", EVERYTHING)
@pytest.mark.parametrize("faulty", [False, True])
def test_no_log_tells_what_was_said_or_who_said_it(
    whole: Json,
    faulty: bool,
    knowledge: KnowledgeBase,
    adapter: RequestAdapter,
    the_skill: CustomSkill,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    invoke(hoarse(knowledge, adapter) if faulty else the_skill, whole)
    for private in (SECRET, "user-1", "session-1", "device-1", "token-1", "request-1", "calf_swelling"):
        assert private not in caplog.text


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (
            {"type": "SessionEndedRequest", "reason": "EXCEEDED_MAX_REPROMPTS"},
            "notice kind=SessionEndedRequest reason=EXCEEDED_MAX_REPROMPTS",
        ),
        (
            {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "INVALID_RESPONSE", "message": "x"}},
            "notice kind=SessionEndedRequest reason=ERROR error=INVALID_RESPONSE",
        ),
        (
            {"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE", "message": "x"}},
            "notice kind=System.ExceptionEncountered error=INVALID_RESPONSE",
        ),
        ({"type": "Alexa.Presentation.APLZ.RuntimeError"}, "notice kind=Alexa.Presentation.APLZ.RuntimeError"),
    ],
)
def test_what_is_only_told_us_is_logged_with_its_kind(
    request_: Json, message: str, the_skill: CustomSkill, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "skill.alexa")
    invoke(the_skill, envelope(request_))
    assert caplog.messages == [message]


REQUEST_ID = "amzn1.echo-api.request.0b2c1d3e-1111-2222-3333-444455556666"


def test_an_answer_is_logged_with_its_request_intent_phase_time_and_knowledge(
    knowledge: KnowledgeBase, adapter: RequestAdapter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "skill.alexa")
    guide = Guide(Inference(knowledge), {"en-US": Tongue(adapter, cast(Voice, NamingVoice()))}, "k1")
    invoke(skill_of(guide), envelope(TELLING | {"requestId": REQUEST_ID}, new=True))
    (event,) = [record.msg for record in caplog.records]
    assert isinstance(event, Event)
    assert event.fields.pop("ms")
    assert (event.name, event.fields) == (
        "turn",
        {"kind": "IntentRequest", "request": REQUEST_ID, "intent": "TellIntent", "phase": "urgent", "knowledge": "k1"},
    )


@pytest.mark.parametrize("name", ["request-1", SECRET, f"{REQUEST_ID} {SECRET}", "amzn1.ask.account.AB12"])
def test_what_is_no_request_id_is_not_logged_as_one(
    name: str, the_skill: CustomSkill, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "skill.alexa")
    invoke(the_skill, launch(requestId=name))
    assert name not in caplog.text
    assert "turn kind=LaunchRequest phase=" in caplog.text
