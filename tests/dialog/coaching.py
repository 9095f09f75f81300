"""Somebody in an exercise, at every step of it, for tests."""

from __future__ import annotations

from collections.abc import Mapping

from skill.conditions.evidence import Evidence, Facts
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.dialog import acts
from skill.dialog.coaching_asks import AskReady
from skill.dialog.coaching_state import Coaching
from skill.dialog.engine import Turn, respond
from skill.dialog.state import ConversationState, Phase

INFERENCE = Inference(load_knowledge())
NO, YES = acts.Deny(), acts.Affirm()
_NO_FACTS = Facts()
# What is answered to whatever is asked before an exercise: no danger, a month of it, forty years old, no allergy.
_FACTS = {"duration": Facts(duration_days=30), "age": Facts(age=40)}


def rate(score: int) -> acts.Rate:
    """How much it hurts."""
    return acts.Rate(score=score)


def want(topic: str | None = None, request: acts.Request = acts.Request.COACH) -> acts.Ask:
    """Asks for an exercise, or for something else."""
    return acts.Ask(request, topic)


def say(state: ConversationState, *said: acts.UserAct) -> Turn:
    """The last turn of a conversation that goes on from the state."""
    turn = Turn(state, (), None)
    for act in said:
        turn = respond(INFERENCE, turn.state, act)
    return turn


def coached(topic: str, facts: Facts = _NO_FACTS) -> Turn:
    """The exercise asked for in the first words, and every question before it answered in its favor."""
    turn = say(ConversationState(), acts.Ask(acts.Request.COACH, topic, Evidence(facts=facts)))
    while not isinstance(turn.ask, AskReady):
        assert turn.session_open
        fact = _FACTS.get(getattr(turn.ask, "question", ""))
        turn = say(turn.state, acts.Inform(Evidence(facts=fact)) if fact else NO)
    return turn


def coaching(turn: Turn) -> Coaching:
    """Where the exercise stands after the turn."""
    assert turn.state.phase is Phase.COACHING
    assert turn.state.coaching is not None
    return turn.state.coaching


def _steps() -> Mapping[str, ConversationState]:
    """Somebody at every step, by its name."""
    session, bridge, clam = coached("hamstring").state, coached("bridge").state, coached("clam_side_lying").state
    set_up = say(session, YES).state
    part = say(bridge, YES).state
    return {
        "warm-up": session,
        "set-up": set_up,
        "half of a set": part,
        "rest of a set": say(part, YES).state,
        "pain check": say(set_up, YES).state,
        "rest": say(set_up, YES, rate(1)).state,
        "other side": say(clam, YES, rate(1)).state,
    }


STEPS = _steps()
