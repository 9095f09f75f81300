"""The way into coaching: what is wanted, and the gates before it."""

from __future__ import annotations

from dataclasses import replace

from skill.dialog import asks, care, coaching_gates, contents, gathering
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_steps import wanted_for
from skill.dialog.moves import Moment, Move
from skill.dialog.returning import result_told


def coach(moment: Moment, topic: str | None) -> Move:
    """Coaching is wanted: of an exercise, for a condition, or of whatever fits. Danger and the gates come first."""
    wanted = _wanted(moment, topic)
    if wanted is None:
        return _first_the_cause(moment)
    state = replace(moment.state, wanted=wanted)
    move = gathering.proceed(moment.inference, state)
    asked_first = isinstance(move.ask, asks.AskFlags) and moment.before.pending is None
    return move.saying_first(contents.SafetyFirst()) if asked_first else move


def _wanted(moment: Moment, topic: str | None) -> str | None:
    knowledge = moment.inference.knowledge
    if topic in knowledge.exercises or topic in knowledge.plans:
        return topic
    named = topic if topic in knowledge.conditions else None
    return wanted_for(knowledge, named or moment.state.focus or _cause(moment))


def _cause(moment: Moment) -> str | None:
    return care.likely_cause(moment.inference, moment.state) if result_told(moment) else None


def _first_the_cause(moment: Moment) -> Move:
    """Nobody can say yet which exercise: what it may be comes first, or there is none for it."""
    if result_told(moment):
        return gathering.advise(moment.inference, moment.state, told.NotCoached(coaching_gates.UNSUITED))
    return gathering.proceed(moment.inference, moment.state).saying_first(contents.SafetyFirst())
