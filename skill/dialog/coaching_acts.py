"""What we tell while coaching: plain data, without words."""

from __future__ import annotations

from dataclasses import dataclass

from skill.conditions.exercises import Dose, Phase
from skill.dialog.contents import ContentAct


class CoachAct(ContentAct):
    """Tells something about an exercise."""


@dataclass(frozen=True, slots=True)
class NotCoached(CoachAct):
    """Why there is no coaching now: the id of a gate, "unsure" of danger, or "unsuited" exercises."""

    why: str


@dataclass(frozen=True, slots=True)
class WarmUp(CoachAct):
    """Begins a session."""

    plan: str


@dataclass(frozen=True, slots=True)
class Instead(CoachAct):
    """Goes over to another exercise than the one that was wanted or under way."""


@dataclass(frozen=True, slots=True)
class SetUp(CoachAct):
    """How to get into position: in `full` the first time, then in a cue. `side` is None where both legs work at once.

    It comes `first` of two, or is the only one; `on_top` for whoever lies on the other side. `stop` adds when to stop.
    `needs` are the things to have at hand.
    """

    exercise: str
    dose: Dose
    full: bool = True
    side: str | None = None
    first: bool = False
    on_top: bool = False
    stop: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Switch(CoachAct):
    """The other side's turn."""

    exercise: str
    side: str
    on_top: bool = False


@dataclass(frozen=True, slots=True)
class Count(CoachAct):
    """Counts the repetitions from `first` to `last` of a set, at the tempo in percent of the phases' seconds."""

    exercise: str
    phases: tuple[Phase, ...]
    dose: Dose
    first: int
    last: int
    tempo: int = 100
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Rest(CoachAct):
    """Counts a rest down before the `number`th of `sets`."""

    seconds: int
    number: int
    sets: int


@dataclass(frozen=True, slots=True)
class PainNoted(CoachAct):
    """Pain within what is okay."""

    none: bool = False


@dataclass(frozen=True, slots=True)
class PainScale(CoachAct):
    """What the numbers mean."""


@dataclass(frozen=True, slots=True)
class Eased(CoachAct):
    """It is made smaller, `sore` when for pain and not by wish."""

    exercise: str
    dose: Dose
    sore: bool = True


@dataclass(frozen=True, slots=True)
class Raised(CoachAct):
    """It was easy, so there is more of it."""

    exercise: str
    dose: Dose


@dataclass(frozen=True, slots=True)
class AtTheEdge(CoachAct):
    """It cannot be made any more or less, slower or faster: `which` says what."""

    which: str


@dataclass(frozen=True, slots=True)
class Enough(CoachAct):
    """Ends an exercise early, because it hurts even when made smaller."""


@dataclass(frozen=True, slots=True)
class Halt(CoachAct):
    """Stops for good: too much "pain", or a "sign" of danger. Danger is asked for next."""

    why: str


@dataclass(frozen=True, slots=True)
class Paused(CoachAct):
    """Holds everything."""


@dataclass(frozen=True, slots=True)
class HoldStill(CoachAct):
    """It hurts: nothing more before it is known how much."""


@dataclass(frozen=True, slots=True)
class TempoChanged(CoachAct):
    """Counts slower or faster from now on."""

    slower: bool


@dataclass(frozen=True, slots=True)
class SetsLeft(CoachAct):
    """Where we are: the `number`th of `sets`, and in a session how many exercises come after this one."""

    number: int
    sets: int
    exercises: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped(CoachAct):
    """Leaves an exercise out."""


@dataclass(frozen=True, slots=True)
class ExerciseDone(CoachAct):
    """Closes one exercise: what to do next time, how often a day, on how many days a week, and what to watch for."""

    dose: Dose
    times: int
    days: int
    rule: str


@dataclass(frozen=True, slots=True)
class NextExercise(CoachAct):
    """One exercise of a session is done, and another comes."""


@dataclass(frozen=True, slots=True)
class PlanDone(CoachAct):
    """Closes a session: what to do tomorrow."""

    plan: str
