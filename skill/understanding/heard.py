"""What was understood from one utterance, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from skill.conditions.evidence import Evidence, Presence


class Reply(Enum):
    """How a pending question was answered."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Mention:
    """A finding or fact heard in the words `text[start:end]`, for the trace and for tests."""

    id: str
    presence: Presence
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything one utterance tells: evidence about the patient now, and what the speaker wants of us.

    `request` is an id of requests.yaml ("repeat", "stop", ...) or "advice", `topic` what it is about: a condition, a
    term, an exercise, or for advice an id of topics.yaml, which may be asked for a `condition`.
    `score` is how much it hurts now, from 0 to 10, where that was asked. `part` is the part of the leg named last.
    """

    evidence: Evidence = field(default_factory=Evidence)
    reply: Reply | None = None
    request: str | None = None
    correction: bool = False
    topic: str | None = None
    mentions: tuple[Mention, ...] = ()
    score: int | None = None
    condition: str | None = None
    part: str | None = None
