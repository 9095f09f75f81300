"""The question being asked, passed in as data so that short answers can be read in its light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.conditions.evidence import Evidence

KINDS = ("yes_no", "choice", "number", "bundle", "open")


PAIN = "pain"


@dataclass(frozen=True, slots=True)
class Pending:
    """A question waiting for its answer.

    `kind` is one of KINDS. `findings` are what a yes makes present (yes_no) or the items listed (bundle).
    `options` maps a choice's option ids to the evidence each stands for. `fact` is what a number fills:
    "age" or "duration_days", or PAIN, which is no fact that lasts. `exercising`: in the middle of an exercise.
    `side` is the leg that is known to be meant, for whoever says "no, the other one", `part` the part of it that was
    spoken of last.
    """

    kind: str
    findings: tuple[str, ...] = ()
    options: Mapping[str, Evidence] = field(default_factory=dict)
    fact: str | None = None
    exercising: bool = False
    side: str | None = None
    part: str | None = None
