"""Somebody who tells in the middle of a workout: stop first, then danger, then as few questions as make sense."""

from __future__ import annotations

import pytest

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.dialog import acts, asks, contents
from skill.dialog.policy import MOST_MOVING
from skill.dialog.state import ConversationState
from tests.dialog.coaching import INFERENCE, NO, say

GRABBED = acts.Inform(Evidence({"sudden_onset": Presence.PRESENT}, Facts(moving=True)))


def test_the_first_thing_said_is_to_ease_to_a_stop() -> None:
    turn = say(ConversationState(), GRABBED)
    assert turn.contents[0] == contents.EaseToStop()
    assert isinstance(turn.ask, asks.AskFlags)


def test_it_is_said_once() -> None:
    assert contents.EaseToStop() not in say(ConversationState(), GRABBED, NO).contents


def test_it_is_said_later_too_when_it_comes_out_later() -> None:
    turn = say(ConversationState(), acts.Launch(), GRABBED)
    assert contents.EaseToStop() in turn.contents


@pytest.mark.parametrize("finding", ["sudden_onset", "warm_up_eases", "overuse_running"])
def test_few_questions_are_asked_beside_danger_and_age(finding: str) -> None:
    turn = say(ConversationState(), acts.Inform(Evidence({finding: Presence.PRESENT}, Facts(moving=True))))
    while not isinstance(turn.ask, asks.OfferCare | asks.OfferRepeat):
        turn = say(turn.state, acts.Inform(Evidence(facts=Facts(age=40))) if _age(turn.ask) else NO)
    put = [name for name in turn.state.asked if name in INFERENCE.knowledge.questions and name != "age"]
    assert len(put) <= MOST_MOVING
    if isinstance(turn.ask, asks.OfferCare):
        assert not turn.ask.exercise


def _age(ask: asks.InitiativeAct | None) -> bool:
    return isinstance(ask, asks.AskQuestion) and ask.question == "age"
