"""What we tell in reply to a question put to us: plain data, without words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from skill.conditions.evidence import Facts, Presence
from skill.conditions.model import TriageLevel
from skill.dialog.contents import ContentAct
from skill.dialog.effects import TimerResult
from skill.dialog.handouts import Handout

Told = tuple[tuple[str, Presence], ...]


class ReplyAct(ContentAct):
    """Tells in reply to a question put to us."""


@dataclass(frozen=True, slots=True)
class Pause(ReplyAct):
    """Gives someone time: a few words with silence between them, within one response."""


@dataclass(frozen=True, slots=True)
class Paced(ReplyAct):
    """Takes note of how to speak from now on: "slower", "faster" or "brief"."""

    pace: str


@dataclass(frozen=True, slots=True)
class Sympathy(ReplyAct):
    """Warmth for someone who is fed up or in pain; no lecture."""


@dataclass(frozen=True, slots=True)
class Progress(ReplyAct):
    """How many more there are at most, of "questions" or of care "steps"."""

    left: int
    kind: str = "questions"


@dataclass(frozen=True, slots=True)
class Recap(ReplyAct):
    """All that was told so far."""

    findings: Told
    facts: Facts


@dataclass(frozen=True, slots=True)
class NotYet(ReplyAct):
    """Asked for a result that is not there yet."""


@dataclass(frozen=True, slots=True)
class AtTheStart(ReplyAct):
    """Wanted to go back where nothing lies behind."""


@dataclass(frozen=True, slots=True)
class WhatToChange(ReplyAct):
    """Something was taken back, but what it should have been was not understood: asks for it in so many words."""


@dataclass(frozen=True, slots=True)
class Examples(ReplyAct):
    """Two examples of how to answer the pending question; None where it is an open one."""

    question: str | None = None
    yes_or_no: bool = False


class Certainty(Enum):
    """How well the pattern fits the first cause; never a percentage."""

    CLEAR = "clear"
    LIKELY = "likely"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class HowSure(ReplyAct):
    """How well the first of the causes fits, beside the second."""

    certainty: Certainty
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Others(ReplyAct):
    """What else it could be; none where nothing else comes near."""

    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WouldChange(ReplyAct):
    """The one answer that would put another cause first; no findings where no single one would."""

    findings: Told = ()
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class WhyNot(ReplyAct):
    """What speaks against a cause that was asked about, and what for it. `named` when it was named after all."""

    cause: str
    reasons: Told
    against: Told
    named: bool


@dataclass(frozen=True, slots=True)
class Sources(ReplyAct):
    """Where it comes from: sources that were read; none where it rests on judgement alone. `judged` when in part."""

    sources: tuple[str, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class Summary(ReplyAct):
    """What to tell a clinician, in twenty seconds."""

    findings: Told
    facts: Facts
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice(ReplyAct):
    """The answer to a question about living with it, in general or for a condition."""

    topic: str
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Seriousness(ReplyAct):
    """Whether it is serious: how soon to be seen, once that is known."""

    level: TriageLevel
    cause: str | None


@dataclass(frozen=True, slots=True)
class Sent(ReplyAct):
    """Hands something out to be read later, and says that it is there."""

    handout: Handout


@dataclass(frozen=True, slots=True)
class NothingToSend(ReplyAct):
    """Asked to send something where there is nothing: `yet` where there will be."""

    yet: bool


@dataclass(frozen=True, slots=True)
class TimerTold(ReplyAct):
    """What became of a timer of so many `seconds`, and how to set it oneself where we could not."""

    result: TimerResult
    seconds: int


@dataclass(frozen=True, slots=True)
class Define(ReplyAct):
    """What a term means."""

    term: str


@dataclass(frozen=True, slots=True)
class AboutExercise(ReplyAct):
    """What an exercise is and what it is for."""

    exercise: str
