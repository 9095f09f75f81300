"""What the platform understood: the intent, its slots, and how it came to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from skill.simulator.slot_reader import FilledSlot


class How(StrEnum):
    """The way an utterance was matched."""

    EXACT = "exact"  # a sample or stock phrase, word for word around its slots
    GENERALIZED = "generalized"  # a custom intent's samples, stretched
    ELICITED = "elicited"  # the answer to a slot just asked for
    CONFIRMED = "confirmed"  # yes or no to a confirmation that Alexa was asked to make
    FALLBACK = "fallback"  # nothing fitted


@dataclass(frozen=True)
class Match:
    """The intent an utterance went to. `score` runs from 0 to 1; `sample` is the sample that matched, for a trace."""

    intent: str
    slots: Mapping[str, FilledSlot] = field(default_factory=dict)
    how: How = How.EXACT
    score: float = 1.0
    sample: str = ""

    @property
    def values(self) -> dict[str, list[str]]:
        """What was heard for each filled slot, as delivered to the skill."""
        return {name: [reading.value for reading in filled.readings] for name, filled in self.slots.items()}


@dataclass(frozen=True)
class Elicited:
    """The slot that the last response asked for with `Dialog.ElicitSlot`."""

    intent: str
    slot: str
