"""What we tell: plain data, without words."""

from __future__ import annotations

from dataclasses import dataclass, field

from skill.conditions.evidence import Facts, Presence
from skill.conditions.model import TriageLevel


class ContentAct:
    """Tells something; never a question."""


@dataclass(frozen=True, slots=True)
class Welcome(ContentAct):
    """Names the skill and what it is for."""


@dataclass(frozen=True, slots=True)
class Disclose(ContentAct):
    """What this is and is not: general information, no doctor, the emergency number."""


@dataclass(frozen=True, slots=True)
class StartedOver(ContentAct):
    """We begin again; `lost` when it was not the user's wish, since what was remembered could not be read."""

    lost: bool = False


@dataclass(frozen=True, slots=True)
class EaseToStop(ContentAct):
    """To someone who may still be moving: ease to a stop."""


@dataclass(frozen=True, slots=True)
class Acknowledge(ContentAct):
    """Says back what was understood, as pairs of finding and presence; a bare "okay" where there are none.

    `unsure` when the answer was that one does not know. `facts` are those that were told beside them.
    """

    findings: tuple[tuple[str, Presence], ...] = ()
    unsure: bool = False
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class ChooseOne(ContentAct):
    """A yes does not say which: one of what was offered is enough, or a `number`."""

    number: bool = False


@dataclass(frozen=True, slots=True)
class Urge(ContentAct):
    """Says how urgent it is and what to do at once. `flags` are what raised it; `brief` when said before."""

    level: TriageLevel
    flags: tuple[str, ...] = ()
    brief: bool = False


@dataclass(frozen=True, slots=True)
class TakenBack(ContentAct):
    """A danger sign was a mistake: we go on, and say when it would be urgent again."""


@dataclass(frozen=True, slots=True)
class Changed(ContentAct):
    """What was just said put another cause first, or raised how soon to be seen."""


@dataclass(frozen=True, slots=True)
class Unchanged(ContentAct):
    """What was just said leaves the result as it was."""


@dataclass(frozen=True, slots=True)
class Result(ContentAct):
    """The one to three causes the pattern fits, and what to do first. `reasons` speak for the first cause."""

    causes: tuple[str, ...]
    level: TriageLevel
    reasons: tuple[tuple[str, Presence], ...] = ()
    severity: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoCause(ContentAct):
    """No cause is named, for a `reason` ("child", "outside" or "unclear"); how soon to be seen instead."""

    reason: str
    level: TriageLevel


@dataclass(frozen=True, slots=True)
class Reasons(ContentAct):
    """Why the pattern fits: what speaks for the cause and what against."""

    cause: str
    reasons: tuple[tuple[str, Presence], ...]
    against: tuple[tuple[str, Presence], ...]


@dataclass(frozen=True, slots=True)
class Care(ContentAct):
    """One care step of a condition: the `number`th, from 1, of `total`."""

    condition: str
    step: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class About(ContentAct):
    """What a condition is."""

    condition: str


@dataclass(frozen=True, slots=True)
class SafetyFirst(ContentAct):
    """Treatment was asked for before danger was heard: first a few questions."""


@dataclass(frozen=True, slots=True)
class Help(ContentAct):
    """What one can do here; `phase` tells where one is."""

    phase: str


@dataclass(frozen=True, slots=True)
class Explain(ContentAct):
    """What the pending question means: the ids of the question or flags."""

    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repair(ContentAct):
    """Could not make sense of it, for the `attempt`th time in a row, from 1."""

    attempt: int


@dataclass(frozen=True, slots=True)
class MoveOn(ContentAct):
    """Leaves a question that could not be answered."""


@dataclass(frozen=True, slots=True)
class YouAreWelcome(ContentAct):
    """Answers thanks."""


@dataclass(frozen=True, slots=True)
class Apology(ContentAct):
    """Our own fault, with the safety line."""


@dataclass(frozen=True, slots=True)
class Goodbye(ContentAct):
    """Closes, with the safety net of the likely cause where there is one."""

    level: TriageLevel = TriageLevel.SELF_CARE
    cause: str | None = None
