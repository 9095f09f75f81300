"""How a set is cut into parts that can be spoken in one response each, and which side works when."""

from __future__ import annotations

from math import ceil

from skill.conditions.evidence import Facts
from skill.conditions.exercises import Dose, Exercise, Sides
from skill.dialog.coaching_state import Coaching

# A response that counts takes this long at most, so that someone is heard again soon. A single hold is never cut.
LONGEST_PART_SECONDS = 45

# Which side works: the sore one and the other, or by name where it is known which is sore.
SORE, OTHER, LEFT, RIGHT = "sore", "other", "left", "right"
_OPPOSITE = {LEFT: RIGHT, RIGHT: LEFT}


def repetition_seconds(exercise: Exercise, dose: Dose, tempo: int) -> float:
    """One repetition at the tempo. Holds as long as the dose says are not stretched with it."""
    moving = sum(phase.seconds for phase in exercise.tempo if phase.seconds is not None)
    return exercise.repetition_seconds(dose) + moving * (tempo - 100) / 100


def last_of_part(exercise: Exercise, coaching: Coaching) -> int:
    """The number of the last repetition to count in one go. What is left of the set is cut into parts about as long."""
    left = coaching.reps - coaching.done
    seconds = left * repetition_seconds(exercise, coaching.dose, coaching.tempo)
    parts = min(left, ceil(seconds / LONGEST_PART_SECONDS))
    return coaching.done + ceil(left / parts)


def sides(exercise: Exercise, facts: Facts) -> tuple[str | None, ...]:
    """The sides of a set in order, the sore one first; None where both legs work at once."""
    if exercise.sides is Sides.NONE:
        return (None,)
    if facts.side == "both":
        return (LEFT, RIGHT)
    if facts.side in _OPPOSITE:
        both: tuple[str | None, ...] = (facts.side, _OPPOSITE[facts.side])
    else:
        both = (SORE, OTHER)
    return both if exercise.sides is Sides.BOTH else both[:1]


def side_now(exercise: Exercise, facts: Facts, coaching: Coaching) -> str | None:
    """The side that works now; told facts may leave fewer sides than before."""
    every = sides(exercise, facts)
    return every[min(coaching.side, len(every) - 1)]
