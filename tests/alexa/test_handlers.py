"""Envelopes through the whole SDK skill, with a voice that names acts: what Alexa may expect of the answer."""

from __future__ import annotations

from typing import Any

import pytest
from ask_sdk_core.skill import CustomSkill
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.guide import Guide
from skill.alexa.intents import INTENTS
from skill.alexa.skill_factory import invoke, skill_of
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.model import TriageLevel
from skill.dialog import asks
from skill.dialog.state import ConversationState, Phase
from tests.alexa.conversing import (
    ID,
    Json,
    Session,
    any_json,
    attributes,
    envelope,
    intent_request,
    launch,
    list_slot,
    places,
    replaced,
    sessionless,
    simple_slot,
    speech,
    state_in,
    without,
)

COLD = "my foot is cold and pale"
YES = intent_request("AMAZON.YesIntent")
ASKED_PLACE = ConversationState(
    phase=Phase.INTERVIEW, pending=asks.AskQuestion(question="location"), disclosed=True, turn=4
)
RESULT = ConversationState(
    phase=Phase.RESULT,
    evidence=Evidence({"lump_behind_knee": Presence.PRESENT}),
    pending=asks.OfferCare(),
    disclosed=True,
    turn=9,
)
STATES = {
    "fresh": None,
    "asked": ASKED_PLACE,
    "result": RESULT,
    "warned": ConversationState(phase=Phase.URGENT, floor=TriageLevel.SAME_DAY, pending=asks.OfferRepeat()),
    "closed": ConversationState(phase=Phase.CLOSED),
}


def answered(skill: CustomSkill, request: Json, state: ConversationState | None = None) -> Json:
    whole = envelope(request, attributes(state) if state else None, new=state is None)
    return invoke(skill, whole)


def test_a_launch_welcomes_and_listens(the_skill: CustomSkill) -> None:
    response = invoke(the_skill, launch())
    assert speech(response) == "Welcome Disclose AskComplaint?"
    assert response["response"]["shouldEndSession"] is False
    assert response["response"]["reprompt"]


@pytest.mark.parametrize("name", [*INTENTS, "TellIntent", "PlaceIntent", "AMAZON.LoopOnIntent"])
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_every_intent_is_answered_everywhere(
    name: str, state: ConversationState | None, the_skill: CustomSkill
) -> None:
    response = answered(the_skill, intent_request(name), state)
    listens = speech(response).endswith("?")
    assert "Apology" not in speech(response)
    assert response["response"]["shouldEndSession"] is not listens
    assert ("reprompt" in response["response"]) is listens


@pytest.mark.parametrize("name", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"])
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_stop_ends_the_session_at_any_point(name: str, state: ConversationState | None, the_skill: CustomSkill) -> None:
    assert answered(the_skill, intent_request(name), state)["response"]["shouldEndSession"] is True


def test_what_is_told_in_the_first_breath_is_heard(the_skill: CustomSkill) -> None:
    response = answered(the_skill, intent_request("TellIntent", description="there is a lump behind my knee"))
    assert state_in(response).evidence.present("lump_behind_knee")
    assert "Welcome" not in speech(response)


def test_a_state_goes_out_and_comes_in_again(session: Session) -> None:
    session.send({"type": "LaunchRequest"})
    session.say("TellIntent", description="there is a lump behind my knee")
    assert state_in(session.say("AMAZON.HelpIntent")).evidence.present("lump_behind_knee")


@pytest.mark.parametrize("state", [None, ASKED_PLACE, RESULT], ids=["fresh", "asked", "result"])
@pytest.mark.parametrize(
    "slots",
    [
        {"lump": simple_slot("lump", "a lump"), "danger": simple_slot("danger", COLD)},
        {"danger": simple_slot("danger", COLD), "lump": simple_slot("lump", "no lump")},
        {"danger": without(simple_slot("danger", COLD), "slotValue")},
        {"danger": list_slot("danger", "a lump", COLD)},
        {"danger": simple_slot("danger", "bluish thing", ("cold_pale_foot", COLD))},
        {"odd": {"slotValue": {"type": "Cloud"}}, "danger": simple_slot("danger", COLD)},
        {"danger": {"name": "danger", "value": COLD, "slotValue": {"type": "Cloud", "value": "x"}}},
        {"danger": simple_slot("danger", COLD) | {"confirmationStatus": "PERHAPS", "source": "MIND"}},
    ],
)
def test_a_danger_sign_in_any_slot_of_any_shape_is_urgent(
    slots: Json, state: ConversationState | None, the_skill: CustomSkill
) -> None:
    response = answered(the_skill, intent_request("DescribePainIntent", slots=slots), state)
    assert state_in(response).floor is TriageLevel.EMERGENCY
    assert speech(response).startswith("Urge")


def test_a_choice_is_elicited_in_answer_to_an_intent(the_skill: CustomSkill) -> None:
    response = answered(the_skill, intent_request("AMAZON.HelpIntent"), ASKED_PLACE)
    assert response["response"]["directives"][0]["slotToElicit"] == "place"


def test_nothing_is_elicited_in_answer_to_anything_else(the_skill: CustomSkill) -> None:
    assert "directives" not in answered(the_skill, {"type": "MindReadRequest"}, ASKED_PLACE)["response"]


def test_a_lost_conversation_is_begun_anew_with_what_was_just_said(the_skill: CustomSkill) -> None:
    request = intent_request("TellIntent", description="there is a lump behind my knee")
    response = invoke(the_skill, envelope(request, {"state": {"schema": 0}}))
    assert speech(response).startswith("StartedOver ")
    assert state_in(response).evidence.present("lump_behind_knee")


@pytest.mark.parametrize(
    ("request_", "first"),
    [
        (intent_request("TellIntent", description=COLD), "Urge"),
        (intent_request("AMAZON.StopIntent"), "Goodbye"),
        (intent_request("AMAZON.StartOverIntent"), "StartedOver"),
    ],
)
def test_a_lost_conversation_is_not_spoken_of_before_what_matters_more(
    request_: Json, first: str, the_skill: CustomSkill
) -> None:
    said = speech(invoke(the_skill, envelope(request_, {}))).split()
    assert said[0] == first
    assert said.count("StartedOver") == (first == "StartedOver")


@pytest.mark.parametrize(
    "type_",
    [
        "MindReadRequest",
        "Alexa.Presentation.APL.NewThing",
        "Connections.Response",
        "SessionResumedRequest",
        "CanFulfillIntentRequest",
    ],
)
def test_an_unexpected_request_within_a_session_is_repaired(type_: str, the_skill: CustomSkill) -> None:
    response = answered(the_skill, {"type": type_}, ASKED_PLACE)
    assert speech(response) == "Repair AskQuestion?"
    assert response["response"]["shouldEndSession"] is False


@pytest.mark.parametrize(
    "type_", ["MindReadRequest", "AlexaSkillEvent.SkillDisabled", "Reminders.ReminderStarted", "AudioPlayer.NewThing"]
)
def test_an_event_outside_a_session_is_met_with_silence(type_: str, the_skill: CustomSkill) -> None:
    assert invoke(the_skill, sessionless({"type": type_}))["response"] == {}


@pytest.mark.parametrize(
    "request_",
    [
        {"type": "SessionEndedRequest", "reason": "USER_INITIATED"},
        {"type": "SessionEndedRequest", "reason": "SOLAR_FLARE"},
        {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "NEW_ERROR", "message": "x"}},
        {"type": "SessionEndedRequest"},
        {"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE", "message": "x"}},
        {"type": "System.ExceptionEncountered", "cause": "x"},
        {"type": "Alexa.Presentation.APL.RuntimeError", "errors": []},
        {"type": "Alexa.Presentation.APLZ.RuntimeError"},
    ],
)
def test_what_is_only_told_us_is_met_with_silence(request_: Json, the_skill: CustomSkill) -> None:
    assert answered(the_skill, request_, ASKED_PLACE)["response"] == {}


@pytest.mark.parametrize("missing", ["session", "context", "version"])
@pytest.mark.parametrize("request_", [{"type": "LaunchRequest"}, YES])
def test_an_incomplete_envelope_is_answered(missing: str, request_: Json, the_skill: CustomSkill) -> None:
    response = invoke(the_skill, without(envelope(request_, new=True), missing))
    assert response["response"]["shouldEndSession"] is False


@pytest.mark.parametrize("request_", [{"type": "IntentRequest"}, {**YES, "dialogState": "PONDERING", "locale": 4}])
def test_a_damaged_intent_is_answered(request_: Json, the_skill: CustomSkill) -> None:
    assert speech(answered(the_skill, request_, ASKED_PLACE))


WHOLE = envelope(intent_request("TellIntent", dialog_state="STARTED", description="it locks"), attributes(ASKED_PLACE))
AROUND_THE_INTENT = [path for path in places(WHOLE) if path not in {(), ("request",), ("request", "type")}]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(AROUND_THE_INTENT), any_json)
def test_a_strange_value_anywhere_around_an_intent_never_leaves_it_unanswered(
    the_skill: CustomSkill, path: tuple[Any, ...], value: Any
) -> None:
    assert speech(invoke(the_skill, replaced(WHOLE, path, value)))


@pytest.mark.parametrize("event", [None, [], "x", {}, {"request": None}, {"session": 3, "request": 3}])
def test_what_is_no_envelope_is_met_with_silence(event: object, the_skill: CustomSkill) -> None:
    assert invoke(the_skill, event)["response"] == {}


@pytest.mark.parametrize("ids", [{ID}, {ID, "amzn1.ask.skill.other"}, set()])
def test_a_request_for_this_skill_is_answered(ids: set[str], guide: Guide) -> None:
    assert speech(invoke(skill_of(guide, ids), launch()))


@pytest.mark.parametrize("missing", ["nothing", "session", "context", "session and context"])
def test_a_request_for_another_skill_is_met_with_silence(
    missing: str, guide: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    whole = without(launch(), *missing.split(" and "))
    assert invoke(skill_of(guide, {"amzn1.ask.skill.other"}), whole)["response"] == {}
    assert caplog.messages == ["foreign kind=LaunchRequest"]


def test_a_request_that_names_its_skill_in_the_session_alone_is_answered(guide: Guide) -> None:
    assert speech(invoke(skill_of(guide, {ID}), without(launch(), "context")))


@pytest.mark.parametrize("locale", ["en-US", "en-GB", "de-DE", "", "x" * 99])
def test_every_locale_is_answered_in_some_tongue(locale: str, the_skill: CustomSkill) -> None:
    assert speech(invoke(the_skill, launch(locale=locale)))


def test_silence_leaves_the_session_as_it_was(the_skill: CustomSkill) -> None:
    response = answered(the_skill, {"type": "Alexa.Presentation.APL.RuntimeError", "errors": []}, ASKED_PLACE)
    assert state_in(response) == ASKED_PLACE
