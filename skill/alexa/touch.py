"""What was touched on the screen -> what was meant: a touch says what could have been said.

What can be touched sends two arguments: what is asked on the screen, and the id of an answer. One that answers an older
question than the one that is pending, or that is none of ours, has that asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import acts, asks
from skill.dialog.coaching_asks import AskGates, AskPain
from skill.dialog.state import ConversationState

MOST_PAIN = 10
OLDEST = 120
LONGEST_DAYS = 36500

# Answers to any question. All others are about the pending one.
ANSWERS: Mapping[str, acts.UserAct] = {
    "yes": acts.Affirm(),
    "no": acts.Deny(),
    "unsure": acts.Unsure(),
    "again": acts.Ask(acts.Request.REPEAT),
    "why": acts.Ask(acts.Request.WHY),
    "coach": acts.Ask(acts.Request.COACH),
    "skip": acts.Ask(acts.Request.SKIP),
    "pause": acts.Ask(acts.Request.PAUSE),
    "hurts": acts.Ask(acts.Request.HURTS),
    "leave": acts.Leave(),
}

_Touched = tuple[ConversationState, acts.UserAct]


def about(ask: asks.InitiativeAct | None) -> str:
    """The question as an id: what is asked, and how often it was, since a screen may show an older wording."""
    if isinstance(ask, asks.AskFlags):
        asked = " ".join(ask.flags)
    elif isinstance(ask, asks.AskQuestion):
        asked = f"{ask.question} check" if ask.check else ask.question
    else:
        asked = type(ask).__name__ if ask else ""
    return f"{asked} {ask.attempt}" if ask and ask.attempt else asked


def touched(arguments: Any, state: ConversationState, knowledge: KnowledgeBase) -> _Touched:
    """The act, and the state in which to take it: of several things that were asked for, one was touched."""
    again = state, acts.Ask(acts.Request.REPEAT)
    if state.pending is None or not isinstance(arguments, list) or len(arguments) != 2:
        return again
    asked, answer = arguments[0], str(arguments[1])
    if asked != about(state.pending):
        return again
    if answer in ANSWERS:
        return state, ANSWERS[answer]
    return _item(answer, state) or _told(answer, state, knowledge) or again


def _item(answer: str, state: ConversationState) -> _Touched | None:
    """One of several danger signs, or reasons not to exercise: a yes to that one alone."""
    pending = state.pending
    if isinstance(pending, asks.AskFlags) and answer in pending.flags:
        return replace(state, pending=replace(pending, flags=(answer,))), acts.Affirm()
    if isinstance(pending, AskGates) and answer in pending.gates:
        return replace(state, pending=replace(pending, gates=(answer,))), acts.Affirm()
    return None


def _told(answer: str, state: ConversationState, knowledge: KnowledgeBase) -> _Touched | None:
    """A finding, an option, a number or a score."""
    pending = state.pending
    if isinstance(pending, asks.AskComplaint) and answer in knowledge.findings:
        return state, acts.Inform(Evidence({answer: Presence.PRESENT}))
    number = int(answer) if answer.isascii() and answer.isdigit() and len(answer) < 6 else None
    if isinstance(pending, AskPain):
        return (state, acts.Rate(score=number)) if number is not None and number <= MOST_PAIN else None
    if not isinstance(pending, asks.AskQuestion):
        return None
    question = knowledge.questions[pending.question]
    if answer in question.options:
        return state, acts.Inform(question.options[answer])
    facts = _fact(question.fact, number)
    return (state, acts.Inform(Evidence(facts=facts))) if facts else None


def _fact(fact: str | None, number: int | None) -> Facts | None:
    if number is None:
        return None
    if fact == "age" and number <= OLDEST:
        return Facts(age=number)
    return Facts(duration_days=number) if fact == "duration_days" and number <= LONGEST_DAYS else None
