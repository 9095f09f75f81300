"""General information to be read later: plain data, without words, and with nothing of the person in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from skill.conditions.exercises import Dose
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import Citation, TriageLevel


class Handout:
    """What is handed out, for a person who asks for it. Where it is kept, others may read it."""


@dataclass(frozen=True, slots=True)
class ConditionHandout(Handout):
    """A condition, its care `steps` to every degree of it, and the sources that may be named."""

    condition: str
    steps: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExerciseHandout(Handout):
    """An exercise, how much of it to begin with, how often a day, on how many days a week, and the sources to name."""

    exercise: str
    dose: Dose
    times: int
    days: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UrgentHandout(Handout):
    """What to do when it is so urgent, whatever made it so."""

    level: TriageLevel


def on_condition(knowledge: KnowledgeBase, condition: str, *, care: bool) -> ConditionHandout:
    """The handout on a condition; without `care` it says nothing of what to do, for whoever was not asked of danger."""
    known = knowledge.conditions[condition]
    every = (*known.care, *(step for severity in known.severities for step in severity.care))
    steps = tuple(dict.fromkeys(every)) if care else ()
    cited = (known.safety_net, *(knowledge.care[step].citation for step in steps))
    return ConditionHandout(condition, steps, _proof(knowledge, cited))


def on_exercise(knowledge: KnowledgeBase, exercise: str) -> ExerciseHandout:
    """The handout on an exercise."""
    known = knowledge.exercises[exercise]
    return ExerciseHandout(
        exercise, known.start, known.times_a_day, known.days_a_week, _proof(knowledge, (known.citation,))
    )


def _proof(knowledge: KnowledgeBase, citations: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in citations for name in knowledge.proof(each)))
