"""A tolerant view of an interaction model's JSON: what is missing is empty, so that every rule can say its part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SEARCH_QUERY = "AMAZON.SearchQuery"
BUILT_IN = "AMAZON."

_SLOT = re.compile(r"\{([^{}]*)\}")
_ONLY_SLOT = re.compile(r"\s*\{([^{}]*)\}\s*")


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of an intent, with its own samples."""

    name: str
    type: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Intent:
    """An intent of the language model."""

    name: str
    samples: tuple[str, ...]
    slots: Mapping[str, Slot]

    @property
    def place(self) -> str:
        return f"intent {self.name}"

    def all_samples(self) -> tuple[str, ...]:
        """The intent's samples and those of its slots."""
        return (*self.samples, *(sample for slot in self.slots.values() for sample in slot.samples))

    def bare_slots(self) -> tuple[Slot, ...]:
        """The slots that are a whole sample by themselves."""
        names = (found[1] for sample in self.samples if (found := _ONLY_SLOT.fullmatch(sample)))
        return tuple(self.slots[name] for name in names if name in self.slots)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a slot type: all its texts, the canonical name first."""

    id: str | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlotType:
    """A custom slot type."""

    name: str
    values: tuple[Value, ...]

    @property
    def place(self) -> str:
        return f"type {self.name}"


@dataclass(frozen=True, slots=True)
class DialogSlot:
    """A slot in the dialog model, with the ids of its prompts by kind."""

    intent: str
    name: str
    type: str
    required: frozenset[str]
    prompts: Mapping[str, str]

    @property
    def place(self) -> str:
        return f"dialog of intent {self.intent}, slot {self.name}"


@dataclass(frozen=True)
class ModelView:
    """An interaction model."""

    invocation_name: str
    intents: Mapping[str, Intent]
    types: Mapping[str, SlotType]
    dialog_intents: tuple[str, ...] = ()
    dialog_slots: tuple[DialogSlot, ...] = ()
    dialog_prompts: tuple[str, ...] = ()
    prompts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()


def slots_in(sample: str) -> list[str]:
    """The names of the slots in a sample, in order."""
    return _SLOT.findall(sample)


def without_slots(sample: str) -> str:
    """The sample's own words."""
    return " ".join(_SLOT.sub(" ", sample).split())


def view(document: Mapping[str, Any]) -> ModelView:
    """The model in a document such as `interactionModels/custom/en-US.json`."""
    root = document.get("interactionModel") or {}
    language, dialog = root.get("languageModel") or {}, root.get("dialog") or {}
    intents, types = language.get("intents") or [], language.get("types") or []
    dialog_intents = dialog.get("intents") or []
    return ModelView(
        invocation_name=language.get("invocationName") or "",
        intents={each.get("name", ""): _intent(each) for each in intents},
        types={each.get("name", ""): _type(each) for each in types},
        dialog_intents=tuple(each.get("name", "") for each in dialog_intents),
        dialog_slots=tuple(_dialog_slot(each, slot) for each in dialog_intents for slot in each.get("slots") or []),
        dialog_prompts=tuple(name for each in dialog_intents for name in (each.get("prompts") or {}).values()),
        prompts={each.get("id", ""): _variations(each) for each in root.get("prompts") or []},
        repeated=(*_repeated("intent", intents), *_repeated("type", types)),
    )


def _intent(raw: Mapping[str, Any]) -> Intent:
    slots = (Slot(s.get("name", ""), s.get("type", ""), tuple(s.get("samples") or ())) for s in raw.get("slots") or [])
    return Intent(raw.get("name", ""), tuple(raw.get("samples") or ()), {slot.name: slot for slot in slots})


def _type(raw: Mapping[str, Any]) -> SlotType:
    return SlotType(raw.get("name", ""), tuple(_value(each) for each in raw.get("values") or []))


def _value(raw: Mapping[str, Any]) -> Value:
    name = raw.get("name") or {}
    return Value(raw.get("id"), (name.get("value", ""), *(name.get("synonyms") or ())))


def _dialog_slot(intent: Mapping[str, Any], raw: Mapping[str, Any]) -> DialogSlot:
    required = frozenset(kind for kind in ("elicitation", "confirmation") if raw.get(f"{kind}Required"))
    return DialogSlot(
        intent.get("name", ""), raw.get("name", ""), raw.get("type", ""), required, raw.get("prompts") or {}
    )


def _variations(raw: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(each.get("value", "") for each in raw.get("variations") or [])


def _repeated(kind: str, entries: list[Mapping[str, Any]]) -> list[str]:
    names = [each.get("name", "") for each in entries]
    return [f"{kind} {name}" for name in dict.fromkeys(names) if names.count(name) > 1]
