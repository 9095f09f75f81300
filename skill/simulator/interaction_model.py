"""A skill's interaction model as frozen data: its intents, slots, slot types and dialog model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FALLBACK_INTENT = "AMAZON.FallbackIntent"
SEARCH_QUERY = "AMAZON.SearchQuery"


class Sensitivity(StrEnum):
    """How readily an utterance that fits nothing well goes to the fallback intent; Amazon's default is LOW."""

    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"


@dataclass(frozen=True)
class SlotValue:
    """One entity of a slot type: its canonical name, its id, and what else people call it."""

    name: str
    id: str | None = None
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class SlotType:
    """A list of entities; a hint to the recognizer rather than an enumeration of what may arrive."""

    name: str
    values: tuple[SlotValue, ...] = ()


@dataclass(frozen=True)
class Slot:
    """One slot of an intent, with what the dialog model says of it."""

    name: str
    type: str
    samples: tuple[str, ...] = ()
    multiple_values: bool = False
    in_dialog: bool = False
    elicitation_required: bool = False
    confirmation_required: bool = False
    elicitation_prompts: tuple[str, ...] = ()
    confirmation_prompts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Intent:
    """One intent; `in_dialog` says whether the dialog model names it, as most Dialog directives require."""

    name: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    samples: tuple[str, ...] = ()
    in_dialog: bool = False
    confirmation_required: bool = False
    confirmation_prompts: tuple[str, ...] = ()

    @property
    def is_built_in(self) -> bool:
        """Whether Amazon defines it, so that only an exactly matching utterance triggers it."""
        return self.name.startswith("AMAZON.")


@dataclass(frozen=True, eq=False)
class InteractionModel:
    """Everything the platform is told about what people may say to the skill; a model equals itself alone."""

    invocation_name: str
    intents: Mapping[str, Intent]
    types: Mapping[str, SlotType]
    fallback_sensitivity: Sensitivity = Sensitivity.LOW
