"""The screen of an exercise: its picture, how much of it, and how far one is."""

from __future__ import annotations

from typing import Any

from skill.conditions.exercises import Exercise
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog.coaching_acts import Count
from skill.dialog.coaching_pace import sides
from skill.dialog.coaching_state import Coaching, Step
from skill.dialog.engine import Turn
from skill.speech.coaching import CoachTeller
from skill.speech.phrases import as_sentence
from skill.speech.words import Words


def exercise_view(turn: Turn, coaching: Coaching, words: Words, knowledge: KnowledgeBase) -> dict[str, Any]:
    """The part of the view that is about the exercise."""
    exercise, said = knowledge.exercises[coaching.exercise], words.exercises[coaching.exercise]
    count = next((act for act in turn.contents if isinstance(act, Count)), None)
    working = sides(exercise, turn.state.evidence.facts)
    total = coaching.sets * coaching.reps * len(working)
    return {
        "name": as_sentence(said.name),
        "dose": as_sentence(CoachTeller(words, turn.state.turn).dose(coaching.dose)),
        "now": _now(coaching, count, words),
        "cue": said.cue,
        "done": min(total, _done(exercise, coaching, len(working), count)),
        "total": total,
    }


def _now(coaching: Coaching, count: Count | None, words: Words) -> str:
    """Which set of several, and which repetitions are being counted."""
    if coaching.step in (Step.WARM_UP, Step.DONE):
        return ""
    texts, now = words.screens.texts, []
    if coaching.sets > 1:
        now.append(texts["set"].format(number=coaching.set, sets=coaching.sets))
    if count and count.first < count.last:
        now.append(texts["counted"].format(first=count.first, last=count.last))
    return " ".join(now)


def _done(exercise: Exercise, coaching: Coaching, sides_working: int, count: Count | None) -> int:
    """How many repetitions are behind one, those included that are being counted."""
    if coaching.step is Step.DONE:
        return coaching.sets * coaching.reps * sides_working
    before = ((coaching.set - 1) * sides_working + coaching.side) * coaching.reps
    if coaching.step is Step.CHECK and count is None:
        return before + coaching.reps
    return before + (count.last if count else coaching.done)
