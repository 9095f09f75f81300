"""Reads the JSON of `interactionModels/custom/<locale>.json`, refusing what Amazon's build would refuse."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from skill.simulator.interaction_model import (
    SEARCH_QUERY,
    Intent,
    InteractionModel,
    Sensitivity,
    Slot,
    SlotType,
    SlotValue,
)

SLOT_IN_SAMPLE = re.compile(r"\{([^{}]+)\}")


class InteractionModelError(ValueError):
    """The interaction model is not one that Amazon would build; the message says where."""


def parse_model(document: Mapping[str, Any]) -> InteractionModel:
    """Turn the JSON document into an InteractionModel, raising InteractionModelError with the place of the fault."""
    root = _object(document, "interactionModel", "the document")
    language_model = _object(root, "languageModel", "interactionModel")
    prompts = {prompt.get("id"): _variations(prompt) for prompt in root.get("prompts") or ()}
    dialog = _by_name((root.get("dialog") or {}).get("intents") or (), "dialog.intents")
    raw_intents = _by_name(language_model.get("intents") or (), "languageModel.intents")
    if unknown := sorted(dialog.keys() - raw_intents.keys()):
        raise InteractionModelError(f"dialog.intents: {unknown[0]} is not an intent of the language model.")
    types = {name: _slot_type(raw) for name, raw in _by_name(language_model.get("types") or (), "types").items()}
    intents = {name: _intent(raw, dialog.get(name), prompts) for name, raw in raw_intents.items()}
    for intent in intents.values():
        _check_intent(intent, types)
    return InteractionModel(
        _text(language_model, "invocationName", "languageModel"), intents, types, _sensitivity(language_model)
    )


def _intent(raw: Mapping[str, Any], dialog: Mapping[str, Any] | None, prompts: Mapping[Any, tuple[str, ...]]) -> Intent:
    where = f"intent {raw['name']}"
    in_dialog = dialog or {}
    dialog_slots = _by_name(in_dialog.get("slots") or (), f"dialog of {where}")
    raw_slots = _by_name(raw.get("slots") or (), f"slots of {where}")
    if unknown := sorted(dialog_slots.keys() - raw_slots.keys()):
        raise InteractionModelError(f"dialog of {where}: there is no slot {unknown[0]} in the language model.")
    return Intent(
        name=raw["name"],
        slots={name: _slot(slot, dialog_slots.get(name), prompts, where) for name, slot in raw_slots.items()},
        samples=tuple(raw.get("samples") or ()),
        in_dialog=dialog is not None,
        confirmation_required=bool(in_dialog.get("confirmationRequired")),
        confirmation_prompts=_prompts(in_dialog, "confirmation", prompts),
    )


def _slot(
    raw: Mapping[str, Any],
    dialog: Mapping[str, Any] | None,
    prompts: Mapping[Any, tuple[str, ...]],
    where: str,
) -> Slot:
    in_dialog = dialog or {}
    return Slot(
        name=raw["name"],
        type=_text(raw, "type", f"slot {raw['name']} of {where}"),
        samples=tuple(raw.get("samples") or ()),
        multiple_values=bool((raw.get("multipleValues") or {}).get("enabled")),
        in_dialog=dialog is not None,
        elicitation_required=bool(in_dialog.get("elicitationRequired")),
        confirmation_required=bool(in_dialog.get("confirmationRequired")),
        elicitation_prompts=_prompts(in_dialog, "elicitation", prompts),
        confirmation_prompts=_prompts(in_dialog, "confirmation", prompts),
    )


def _slot_type(raw: Mapping[str, Any]) -> SlotType:
    values = []
    for value in raw.get("values") or ():
        name = _object(value, "name", f"type {raw['name']}")
        spoken = _text(name, "value", f"a value of type {raw['name']}")
        values.append(SlotValue(spoken, value.get("id"), tuple(name.get("synonyms") or ())))
    return SlotType(raw["name"], tuple(values))


def _check_intent(intent: Intent, types: Mapping[str, SlotType]) -> None:
    for slot in intent.slots.values():
        if slot.type not in types and not slot.type.startswith("AMAZON."):
            raise InteractionModelError(f"intent {intent.name}: slot {slot.name} has the undefined type {slot.type}.")
    for sample in (*intent.samples, *(sample for slot in intent.slots.values() for sample in slot.samples)):
        _check_sample(intent, sample)


def _check_sample(intent: Intent, sample: str) -> None:
    used = SLOT_IN_SAMPLE.findall(sample)
    where = f'intent {intent.name}, sample "{sample}"'
    for name in used:
        if name not in intent.slots:
            raise InteractionModelError(f"{where}: there is no slot {name}.")
    if len(used) != len(set(used)):
        raise InteractionModelError(f"{where}: a slot appears twice.")
    if not any(intent.slots[name].type == SEARCH_QUERY for name in used):
        return
    if len(used) > 1:
        raise InteractionModelError(f"{where}: {SEARCH_QUERY} stands with no other slot in a sample.")
    if not SLOT_IN_SAMPLE.sub("", sample).strip():
        raise InteractionModelError(f"{where}: {SEARCH_QUERY} needs a carrier phrase.")


def _sensitivity(language_model: Mapping[str, Any]) -> Sensitivity:
    configuration = language_model.get("modelConfiguration") or {}
    level = (configuration.get("fallbackIntentSensitivity") or {}).get("level", Sensitivity.LOW)
    try:
        return Sensitivity(level)
    except ValueError:
        raise InteractionModelError(f"fallbackIntentSensitivity: {level!r} is none of LOW, MEDIUM, HIGH.") from None


def _prompts(dialog: Mapping[str, Any], kind: str, prompts: Mapping[Any, tuple[str, ...]]) -> tuple[str, ...]:
    return prompts.get((dialog.get("prompts") or {}).get(kind), ())


def _variations(prompt: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(variation["value"] for variation in prompt.get("variations") or ())


def _by_name(entries: Any, where: str) -> dict[str, Mapping[str, Any]]:
    named: dict[str, Mapping[str, Any]] = {}
    for position, entry in enumerate(entries):
        name = _text(entry, "name", f"{where}[{position}]")
        if name in named:
            raise InteractionModelError(f"{where}: {name} is defined twice.")
        named[name] = entry
    return named


def _object(parent: Any, key: str, where: str) -> Mapping[str, Any]:
    value = parent.get(key) if isinstance(parent, Mapping) else None
    if not isinstance(value, Mapping):
        raise InteractionModelError(f'{where}: "{key}" is missing or is not an object.')
    return value


def _text(parent: Any, key: str, where: str) -> str:
    value = parent.get(key) if isinstance(parent, Mapping) else None
    if not isinstance(value, str) or not value.strip():
        raise InteractionModelError(f'{where}: "{key}" is missing or is not a text.')
    return value
