"""What a user means: plain data, without words.

A turn answers one `UserAct` with any number of `ContentAct`s, which tell, and at most one `InitiativeAct`, which asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from skill.conditions.evidence import Evidence
from skill.dialog.effects import TimerResult


class UserAct:
    """What the user meant by one utterance, touch or silence."""


@dataclass(frozen=True, slots=True)
class Launch(UserAct):
    """Opened the skill without saying what for."""


@dataclass(frozen=True, slots=True)
class Inform(UserAct):
    """Told something, be it an answer or not. `correction` when it was said to mend what was said before.

    `part` is the part of the leg named last, "calf" or "knee", if either was.
    """

    evidence: Evidence = field(default_factory=Evidence)
    correction: bool = False
    part: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Affirm(Inform):
    """Said yes to the pending question, perhaps with more."""


@dataclass(frozen=True, slots=True)
class Deny(Inform):
    """Said no to the pending question, perhaps with more."""


@dataclass(frozen=True, slots=True)
class Unsure(Inform):
    """Did not know the answer to the pending question, perhaps with more."""


@dataclass(frozen=True, slots=True)
class Rate(Inform):
    """Said how much it hurts, from 0 to 10, perhaps with more."""

    score: int = 0


class Request(Enum):
    """What a user may ask of us at any time."""

    # How the conversation goes
    HELP = "help"
    REPEAT = "repeat"
    EXPLAIN = "explain"
    NEXT = "next"
    SKIP = "skip"
    BACK = "back"
    WAIT = "wait"
    SLOWER = "slower"
    FASTER = "faster"
    BRIEF = "brief"
    PROGRESS = "progress"
    RECAP = "recap"
    THANKS = "thanks"
    VENT = "vent"
    # What we think, and why
    WHY = "why"
    WHY_NOT = "why_not"
    OTHERS = "others"
    HOW_SURE = "how_sure"
    CHANGE_MIND = "change_mind"
    SOURCE = "source"
    SUMMARY = "summary"
    # What we know
    ABOUT = "about"
    CARE = "care"
    ADVICE = "advice"
    # What we can do
    SEND = "send"
    TIMER = "timer"
    COACH = "coach"
    # In the middle of an exercise
    PAUSE = "pause"
    RESUME = "resume"
    FEWER = "fewer"
    EASY = "easy"
    SWITCH = "switch"
    HURTS = "hurts"


@dataclass(frozen=True, slots=True)
class Ask(UserAct):
    """Asked for something; `topic` is the id of what it is about, if one was named. `evidence` was told beside it.

    `condition` is that for which advice on the topic was asked ("how long does a torn meniscus take").
    """

    request: Request
    topic: str | None = None
    evidence: Evidence = field(default_factory=Evidence)
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class AskTimer(Ask):
    """Asked for a timer, of so many `seconds` where a length was named."""

    request: Request = Request.TIMER
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class TimerOutcome(UserAct):
    """What became of the timer of so many `seconds`: nothing that anybody said, but it is ours to answer."""

    result: TimerResult
    seconds: int


@dataclass(frozen=True, slots=True)
class StartOver(UserAct):
    """Wants to begin again from nothing."""


@dataclass(frozen=True, slots=True)
class Unclear(UserAct):
    """Said something that could not be understood. `correction` when it was said to mend what was said before."""

    correction: bool = False


@dataclass(frozen=True, slots=True)
class Leave(UserAct):
    """Wants to stop."""
