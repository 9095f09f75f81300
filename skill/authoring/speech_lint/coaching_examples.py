"""Examples of what is said around an exercise: each exercise as it begins, as it ends up, and as it is paced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from skill.authoring.speech_lint.joint_examples import Maker
from skill.conditions.evidence import Facts
from skill.conditions.exercises import Dose, Exercise
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import coaching_acts
from skill.dialog.asks import InitiativeAct
from skill.dialog.coaching_asks import AskGates
from skill.dialog.coaching_pace import last_of_part, sides
from skill.dialog.coaching_state import Coaching
from skill.dialog.contents import ContentAct

_SORE = (None, "left", "right", "both")
_TEMPOS = (100, 150)
_ATTEMPTS = range(3)


def _set_up(knowledge: KnowledgeBase) -> Iterator[coaching_acts.SetUp]:
    """In full the first time of all and later, then in a cue, on each side."""
    for exercise, dose in _dosed(knowledge):
        for side in _sides(exercise):
            act = coaching_acts.SetUp(exercise.id, dose, side=side, on_top=side is not None and _lying(exercise))
            yield replace(act, stop=True, needs=exercise.equipment)
            yield act
            yield from (replace(act, full=False, first=first) for first in (False, side is not None))


def _switch(knowledge: KnowledgeBase) -> Iterator[coaching_acts.Switch]:
    for exercise in knowledge.exercises.values():
        sides_of = (side for side in _sides(exercise) if side is not None)
        yield from (coaching_acts.Switch(exercise.id, side, on_top=_lying(exercise)) for side in sides_of)


def _count(knowledge: KnowledgeBase) -> Iterator[coaching_acts.Count]:
    """The first part of each set, and the last one where a set has several."""
    for exercise, dose in _dosed(knowledge):
        for tempo, side in product(_TEMPOS, _sides(exercise)):
            begun = Coaching(exercise.id, dose.sets, dose.reps, dose.hold_seconds, tempo=tempo)
            last = last_of_part(exercise, begun)
            act = coaching_acts.Count(exercise.id, exercise.tempo, dose, 1, last, tempo, side)
            yield act
            if last < dose.reps:
                yield replace(act, first=last + 1, last=dose.reps, side=None)


def _rest(knowledge: KnowledgeBase) -> Iterator[coaching_acts.Rest]:
    for exercise, dose in _dosed(knowledge):
        yield from (coaching_acts.Rest(exercise.rest_seconds, number, dose.sets) for number in range(2, dose.sets + 1))


def _changed(kind: type[coaching_acts.Eased | coaching_acts.Raised]) -> Maker:
    """It is made smaller or larger, to each dose there is."""
    return lambda knowledge: (kind(exercise.id, dose) for exercise, dose in _dosed(knowledge))


def _done(knowledge: KnowledgeBase) -> Iterator[coaching_acts.ExerciseDone]:
    for exercise, dose in _dosed(knowledge):
        often = exercise.times_a_day, exercise.days_a_week
        yield from dict.fromkeys(coaching_acts.ExerciseDone(dose, *often, rule) for rule in knowledge.pain_rules)


def _sets_left(knowledge: KnowledgeBase) -> Iterator[coaching_acts.SetsLeft]:
    """Of one set and of several, the first, a middle and the last one, with up to two exercises to come."""
    for (number, sets), exercises in product(((1, 1), (1, 3), (2, 3), (3, 3)), range(3)):
        yield coaching_acts.SetsLeft(number, sets, exercises)


def _gates(knowledge: KnowledgeBase) -> Iterator[AskGates]:
    """Any of the reasons against exercise that can be felt or seen, in their order."""
    felt = [gate.id for gate in knowledge.gates.values() if set(gate.asks) & set(knowledge.red_flags)]
    for number, attempt in product(range(1, len(felt) + 1), _ATTEMPTS):
        yield from (AskGates(attempt, gates) for gates in combinations(felt, number))


def _dosed(knowledge: KnowledgeBase) -> Iterator[tuple[Exercise, Dose]]:
    for exercise in knowledge.exercises.values():
        yield from ((exercise, dose) for dose in dict.fromkeys((exercise.start, exercise.target)))


def _lying(exercise: Exercise) -> bool:
    return exercise.position == "lying_on_side"


def _sides(exercise: Exercise) -> tuple[str | None, ...]:
    """The sides that it may be done on, whichever leg is sore."""
    return tuple(dict.fromkeys(side for sore in _SORE for side in sides(exercise, Facts(side=sore))))


COACHING: Mapping[type[ContentAct] | type[InitiativeAct], Maker] = {
    AskGates: _gates,
    coaching_acts.SetUp: _set_up,
    coaching_acts.Switch: _switch,
    coaching_acts.Count: _count,
    coaching_acts.Rest: _rest,
    coaching_acts.Eased: _changed(coaching_acts.Eased),
    coaching_acts.Raised: _changed(coaching_acts.Raised),
    coaching_acts.ExerciseDone: _done,
    coaching_acts.SetsLeft: _sets_left,
}
