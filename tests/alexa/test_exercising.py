"""An exercise as Alexa brings it: pain as a number in any slot, wishes in words, and a session that may be damaged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_model import RequestEnvelope

import skill
from skill.alexa.intents import REQUESTS
from skill.alexa.pending import pending_of
from skill.alexa.request_adapter import RequestAdapter
from skill.alexa.serializer import TolerantSerializer
from skill.alexa.session import Recalled, recall
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.yaml_reader import read_yaml
from skill.dialog import acts, asks
from skill.dialog.coaching_asks import AskGates, AskPain, AskReady, OfferExercise
from skill.understanding.pending import PAIN, Pending
from tests.alexa.conversing import Json, attributes, envelope, intent_request, simple_slot
from tests.dialog.coaching import STEPS

YES = intent_request("AMAZON.YesIntent")


def act_of(adapter: RequestAdapter, knowledge: KnowledgeBase, request: Json, ask: asks.InitiativeAct) -> acts.UserAct:
    read: RequestEnvelope = TolerantSerializer().deserialize(json.dumps(envelope(request)), RequestEnvelope)
    assert read.request is not None
    return adapter.act(read.request, pending_of(ask, knowledge))


@pytest.mark.parametrize(
    "request_",
    [
        intent_request("PainIntent", score="4"),
        intent_request("AgeIntent", age="4"),
        intent_request("MyAgeIntent", age="4"),
        intent_request("TellAIntent", description="four"),
        intent_request("PainIntent", score="3", other="4"),
    ],
    ids=lambda request: str(request["intent"]["name"]),
)
def test_a_number_in_any_slot_is_the_pain_while_that_is_asked_for(
    request_: Json, adapter: RequestAdapter, knowledge: KnowledgeBase
) -> None:
    act = act_of(adapter, knowledge, request_, AskPain())
    assert isinstance(act, acts.Rate)
    assert act.score == 4
    assert act.evidence.facts.age is None


def test_an_age_stays_an_age_otherwise(adapter: RequestAdapter, knowledge: KnowledgeBase) -> None:
    act = act_of(adapter, knowledge, intent_request("AgeIntent", age="40"), asks.AskQuestion(question="age"))
    assert isinstance(act, acts.Inform)
    assert act.evidence.facts.age == 40


@pytest.mark.parametrize(("name", "topic"), [("clam openers", "clam_opener"), ("my hamstring", "hamstring")])
def test_the_exercise_or_session_that_is_named_is_what_is_wanted(
    name: str, topic: str, adapter: RequestAdapter, knowledge: KnowledgeBase
) -> None:
    request = intent_request("CoachIntent", slots={"exercise": simple_slot("exercise", name, (topic, name))})
    act = act_of(adapter, knowledge, request, asks.AskComplaint())
    assert act == acts.Ask(acts.Request.COACH, topic)


def test_every_wish_of_an_exercise_has_an_act() -> None:
    heard = Path(skill.__file__).parent / "locales" / "en-US" / "heard" / "exercising.yaml"
    assert set(read_yaml(heard, heard.name, [])) - {"scores"} <= REQUESTS.keys()


def test_gates_are_asked_for_as_a_bundle(knowledge: KnowledgeBase) -> None:
    pending = pending_of(AskGates(gates=("stuck_knee", "swollen_calf")), knowledge)
    assert pending == Pending("bundle", ("knee_stuck_now", "calf_swelling", "calf_warm_red"))


def test_pain_is_asked_for_as_a_number(knowledge: KnowledgeBase) -> None:
    assert pending_of(AskPain(), knowledge) == Pending("number", fact=PAIN, exercising=True)
    assert pending_of(AskReady(), knowledge) == Pending("yes_no", exercising=True)


def changed(**values: Any) -> Json:
    state = attributes(STEPS["rest"])["state"]
    return {"state": {**state, **values}}


def damaged(**values: Any) -> Json:
    return changed(coaching={**changed()["state"]["coaching"], **values})


@pytest.mark.parametrize("step", STEPS)
def test_an_exercise_comes_back_from_the_session(step: str, knowledge: KnowledgeBase) -> None:
    assert recalled(attributes(STEPS[step]), knowledge) == Recalled(STEPS[step])


@pytest.mark.parametrize(
    "kept",
    [
        damaged(exercise="handstand"),
        damaged(ahead=["handstand"]),
        damaged(set_up=["handstand"]),
        damaged(plan="world_domination"),
        damaged(tempo=-5),
        changed(wanted="handstand"),
        changed(pending={"act": "OfferExercise", "attempt": 0, "exercise": "handstand"}),
        changed(pending={"act": "AskGates", "attempt": 0, "gates": ["no_gate"]}),
    ],
)
def test_an_exercise_that_there_is_not_any_more_is_lost_and_not_fatal(kept: Json, knowledge: KnowledgeBase) -> None:
    assert recalled(kept, knowledge) == Recalled(lost=True)


def test_the_offer_of_an_exercise_is_a_yes_no_question(knowledge: KnowledgeBase) -> None:
    pending = pending_of(OfferExercise(exercise="bridge"), knowledge)
    assert pending == Pending("yes_no", exercising=True)


def recalled(kept: Json, knowledge: KnowledgeBase) -> Recalled:
    whole = envelope(YES, kept)
    read: RequestEnvelope = TolerantSerializer().deserialize(json.dumps(whole), RequestEnvelope)
    return recall(read, knowledge)
