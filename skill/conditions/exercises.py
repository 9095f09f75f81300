"""What an exercise is: who it is for, how much, how fast, and what comes before and after it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from skill.conditions.model import Citation, Review
from skill.conditions.rules import Rule

# A hold is not made shorter than about this, in seconds (grade C).
SHORTEST_HOLD = 5


class Sides(Enum):
    """Which leg works: the sore `ONE`, `BOTH` in turn, or `NONE` where the legs work together."""

    ONE = "one"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Dose:
    """How much: `sets` of `reps`, each held for `hold_seconds` where the tempo leaves the hold open."""

    sets: int
    reps: int
    hold_seconds: int = 0

    def within(self, other: Dose) -> bool:
        """Whether it asks for no more than the other in anything."""
        return self.sets <= other.sets and self.reps <= other.reps and self.hold_seconds <= other.hold_seconds


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of one repetition, in seconds; None for a hold as long as the dose says."""

    id: str
    seconds: int | None


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise to coach.

    `tempo` are the phases of one repetition. A dose that has become easy grows by `add` until it is the `target`.
    Not for somebody of whom `unless` holds. `extrapolated` where the research is on another tendon or movement.
    """

    id: str
    for_conditions: tuple[str, ...]
    position: str
    sides: Sides
    tempo: tuple[Phase, ...]
    start: Dose
    target: Dose
    add: Dose
    rest_seconds: int
    times_a_day: int
    days_a_week: int
    citation: Citation
    equipment: tuple[str, ...] = ()
    unless: Rule | None = None
    easier: str | None = None
    harder: str | None = None
    alternatives: tuple[str, ...] = ()
    from_article: bool = False
    extrapolated: bool = False
    reviewed: Review = field(default_factory=Review)

    @property
    def asks_latex(self) -> bool:
        """Whether an allergy to latex has to be asked about: most bands are made of it."""
        return "band" in self.equipment

    def repetition_seconds(self, dose: Dose) -> int:
        """How long one repetition takes at the tempo."""
        return sum(dose.hold_seconds if phase.seconds is None else phase.seconds for phase in self.tempo)

    def set_seconds(self, dose: Dose) -> int:
        """How long one set of one side takes."""
        return dose.reps * self.repetition_seconds(dose)

    def seconds(self, dose: Dose) -> int:
        """How long all sets take, both sides and the rests between sets included; setting up is not."""
        sides = 2 if self.sides is Sides.BOTH else 1
        return dose.sets * sides * self.set_seconds(dose) + (dose.sets - 1) * self.rest_seconds

    def after_sore(self, dose: Dose) -> Dose:
        """A smaller dose, where it hurt: half the repetitions, or of a single one half the hold (grade C)."""
        if dose.reps > 1:
            return replace(dose, reps=(dose.reps + 1) // 2)
        return replace(dose, hold_seconds=(dose.hold_seconds + 1) // 2) if dose.hold_seconds > SHORTEST_HOLD else dose

    def after_easy(self, dose: Dose) -> Dose:
        """The next dose after an easy one: more or longer repetitions first, then another set, up to the target."""
        longer = replace(
            dose,
            reps=min(dose.reps + self.add.reps, self.target.reps),
            hold_seconds=min(dose.hold_seconds + self.add.hold_seconds, self.target.hold_seconds),
        )
        return longer if longer != dose else replace(dose, sets=min(dose.sets + self.add.sets, self.target.sets))


@dataclass(frozen=True, slots=True)
class Plan:
    """A session of one to three exercises for a condition, in `minutes` with setting up."""

    id: str
    conditions: tuple[str, ...]
    exercises: tuple[str, ...]
    minutes: int
    citation: Citation
