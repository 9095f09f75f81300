"""Where someone is in an exercise: ids and numbers, saved before the words are spoken.

The skill never hears how far a count has come. So what is saved is where the count began, and a pause, a repeat or a
change of tempo counts from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any

from skill.conditions.exercises import Dose, Exercise

# Tempo in percent of the exercise's own seconds: how much one "slower" changes, and how far it goes. Grade C.
TEMPO_STEP, FASTEST, SLOWEST = 25, 75, 150


class Step(Enum):
    """What was said last: the warm-up, the set-up, that it goes on, part of a set, a whole set, a rest, or the end."""

    WARM_UP = "warm_up"
    SETUP = "setup"
    READY = "ready"
    SET = "set"
    CHECK = "check"
    REST = "rest"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Coaching:
    """One exercise under way. `ahead` are the exercises of the session after it, `set_up` those already explained.

    `set` counts from 1, `side` from 0, `done` the repetitions of this set before those that were counted last. `eased`
    when it was made smaller for pain. `bandless` is whether it goes without a band; None until it was asked.
    """

    exercise: str
    sets: int
    reps: int
    hold_seconds: int
    plan: str | None = None
    ahead: tuple[str, ...] = ()
    set_up: tuple[str, ...] = ()
    step: Step = Step.SETUP
    set: int = 1
    side: int = 0
    done: int = 0
    tempo: int = 100
    paused: bool = False
    eased: bool = False
    bandless: bool | None = None

    @property
    def dose(self) -> Dose:
        """How much of it."""
        return Dose(self.sets, self.reps, self.hold_seconds)

    def dosed(self, dose: Dose) -> Coaching:
        """The same with another dose; the set and the repetitions done stay within it."""
        changed = replace(self, sets=dose.sets, reps=dose.reps, hold_seconds=dose.hold_seconds)
        return replace(changed, set=min(self.set, dose.sets), done=min(self.done, dose.reps - 1))

    def at(self, step: Step, **changes: Any) -> Coaching:
        """The same at another step, and no longer paused."""
        return replace(self, step=step, paused=False, **changes)


def started(exercise: Exercise, plan: str | None = None, ahead: tuple[str, ...] = ()) -> Coaching:
    """The beginning of an exercise, at the dose one starts with."""
    dose = exercise.start
    return Coaching(exercise.id, dose.sets, dose.reps, dose.hold_seconds, plan, ahead)


def following(before: Coaching, exercise: Exercise, ahead: tuple[str, ...]) -> Coaching:
    """The beginning of another exercise in the same session: what was explained or asked stays so."""
    fresh = started(exercise, before.plan, ahead)
    return replace(fresh, set_up=before.set_up, tempo=before.tempo, bandless=before.bandless)


def to_json(coaching: Coaching | None) -> dict[str, Any] | None:
    """The coaching as JSON values."""
    if coaching is None:
        return None
    values = {each.name: getattr(coaching, each.name) for each in fields(coaching)}
    return {name: _plain(value) for name, value in values.items()}


def from_json(value: Mapping[str, Any] | None) -> Coaching | None:
    """The coaching in `value`; raises KeyError, TypeError or ValueError for what is none of ours."""
    if value is None:
        return None
    read = {each.name: value[each.name] for each in fields(Coaching)}
    read["step"] = Step(read["step"])
    for name, kind in _KINDS.items():
        if type(read[name]) not in kind:
            raise TypeError(f"'{name}' is of another type")
    for name in ("ahead", "set_up"):
        if not all(isinstance(each, str) for each in read[name]):
            raise TypeError(f"'{name}' holds something else than ids")
        read[name] = tuple(read[name])
    coaching = Coaching(**read)
    if not 1 <= coaching.set <= coaching.sets or not 0 <= coaching.done < coaching.reps:
        raise ValueError("a set or repetition that there is not")
    if not FASTEST <= coaching.tempo <= SLOWEST or coaching.side not in (0, 1):
        raise ValueError("a tempo or side that there is not")
    return coaching


_KINDS: Mapping[str, tuple[type, ...]] = {
    "exercise": (str,),
    "sets": (int,),
    "reps": (int,),
    "hold_seconds": (int,),
    "plan": (str, type(None)),
    "ahead": (list,),
    "set_up": (list,),
    "set": (int,),
    "side": (int,),
    "done": (int,),
    "tempo": (int,),
    "paused": (bool,),
    "eased": (bool,),
    "bandless": (bool, type(None)),
}


def _plain(value: Any) -> Any:
    if isinstance(value, Step):
        return value.value
    return list(value) if isinstance(value, tuple) else value
