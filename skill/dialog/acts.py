"""What a user means: plain data, without words.

A turn answers one `UserAct` with any number of `ContentAct`s, which tell, and at most one `InitiativeAct`, which asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from skill.conditions.evidence import Evidence


class UserAct:
    """What the user meant by one utterance, touch or silence."""


@dataclass(frozen=True, slots=True)
class Launch(UserAct):
    """Opened the skill without saying what for."""


@dataclass(frozen=True, slots=True)
class Inform(UserAct):
    """Told something, be it an answer or not. `correction` when it was said to mend what was said before."""

    evidence: Evidence = field(default_factory=Evidence)
    correction: bool = False


@dataclass(frozen=True, slots=True)
class Affirm(Inform):
    """Said yes to the pending question, perhaps with more."""


@dataclass(frozen=True, slots=True)
class Deny(Inform):
    """Said no to the pending question, perhaps with more."""


@dataclass(frozen=True, slots=True)
class Unsure(Inform):
    """Did not know the answer to the pending question, perhaps with more."""


class Request(Enum):
    """What a user may ask of us at any time."""

    HELP = "help"
    REPEAT = "repeat"
    EXPLAIN = "explain"
    ABOUT = "about"
    CARE = "care"
    WHY = "why"
    NEXT = "next"
    SKIP = "skip"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Ask(UserAct):
    """Asked for something; `topic` is the condition it is about, where one was named."""

    request: Request
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class StartOver(UserAct):
    """Wants to begin again from nothing."""


@dataclass(frozen=True, slots=True)
class Unclear(UserAct):
    """Said something that could not be understood."""


@dataclass(frozen=True, slots=True)
class Leave(UserAct):
    """Wants to stop."""
