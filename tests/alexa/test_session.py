from __future__ import annotations

import json
from typing import Any

import pytest
from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import RequestEnvelope

from skill.alexa.serializer import TolerantSerializer
from skill.alexa.session import Recalled, recall
from skill.alexa.skill_factory import invoke
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks
from skill.dialog.state import ConversationState, Phase
from tests.alexa.conversing import Json, attributes, envelope, intent_request, sessionless, state_in

STATE = ConversationState(
    phase=Phase.INTERVIEW,
    evidence=Evidence({"locking": Presence.ABSENT}, Facts(age=40)),
    pending=asks.AskQuestion(question="location"),
    asked=("E1",),
    focus="bakers_cyst",
    disclosed=True,
    turn=3,
)
KEPT = attributes(STATE)
YES = intent_request("AMAZON.YesIntent")


def recalled(whole: Json, knowledge: KnowledgeBase) -> Recalled:
    read: RequestEnvelope = TolerantSerializer().deserialize(json.dumps(whole), RequestEnvelope)
    return recall(read, knowledge)


def changed(**values: Any) -> Json:
    return {"state": {**KEPT["state"], **values}}


def test_the_state_comes_back_as_it_was(knowledge: KnowledgeBase) -> None:
    assert recalled(envelope(YES, KEPT), knowledge) == Recalled(STATE)


@pytest.mark.parametrize(
    "whole",
    [envelope(YES, KEPT, new=True), envelope({"type": "LaunchRequest"}, KEPT), sessionless(YES)],
    ids=["new", "launch", "none"],
)
def test_a_new_session_and_a_launch_begin_afresh(whole: Json, knowledge: KnowledgeBase) -> None:
    assert recalled(whole, knowledge) == Recalled()


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"foreign": 1},
        {"state": None},
        {"state": "x"},
        changed(schema=0),
        changed(phase="dreaming"),
        changed(findings=[]),
        changed(turn="3"),
        changed(pending={"act": "AskQuestion", "attempt": 0, "question": "no_such_question"}),
        changed(pending={"act": "AskFlags", "attempt": 0, "flags": ["Z9"], "later": []}),
        changed(pending={"act": "AskFlags", "attempt": 0, "flags": ["E1"], "later": ["Z9"]}),
        changed(pending={"act": "AskFlags", "attempt": 0, "flags": [], "later": []}),
        changed(affirmed=["Z9"]),
        changed(affirmed="E1"),
        changed(focus="toothache"),
        changed(interrupted={"act": "AskQuestion", "attempt": 0, "question": "no_such_question", "check": False}),
    ],
)
def test_what_cannot_be_used_is_lost_and_not_fatal(kept: Json, knowledge: KnowledgeBase) -> None:
    assert recalled(envelope(YES, kept), knowledge) == Recalled(lost=True)


@pytest.mark.parametrize("kept", ["x", 4, [1]])
def test_attributes_of_another_type_are_lost_and_not_fatal(kept: object, knowledge: KnowledgeBase) -> None:
    whole = envelope(YES)
    whole["session"]["attributes"] = kept
    assert recalled(whole, knowledge) == Recalled(lost=True)


def test_nothing_but_the_state_is_remembered(the_skill: CustomSkill) -> None:
    response = invoke(the_skill, envelope(YES, {**KEPT, "foreign": 1}))
    assert response["sessionAttributes"].keys() == {"state"}


def test_a_request_without_a_session_is_given_its_state_all_the_same(the_skill: CustomSkill) -> None:
    assert state_in(invoke(the_skill, sessionless(YES))).turn == 1
