"""Rules on directives: what the device must support, and what the dialog model must define."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from skill.simulator.breach import Breach, Subject
from skill.simulator.interaction_model import Intent

# Directives of these interfaces may only go to a device that lists the interface. APL for audio plays on
# every device.
_INTERFACES = (
    "Alexa.Presentation.APL",
    "Alexa.Presentation.APLT",
    "Alexa.Presentation.HTML",
    "AudioPlayer",
    "VideoApp",
)

_DIALOG_SLOT = {"Dialog.ElicitSlot": "slotToElicit", "Dialog.ConfirmSlot": "slotToConfirm"}
_DIALOG = {"Dialog.Delegate", "Dialog.ConfirmIntent", *_DIALOG_SLOT}


def directive(subject: Subject) -> Iterator[Breach]:
    """Directives come as a list of objects, each with a type."""
    found = subject.response.get("directives")
    if found is not None and not isinstance(found, list):
        yield Breach("directive", "It is not a list.", "directives", refused=True)
        return
    for position, entry in enumerate(found or ()):
        if not isinstance(entry, Mapping) or not isinstance(entry.get("type"), str):
            yield Breach("directive", "It has no type.", f"directives[{position}]", refused=True)


def interface(subject: Subject) -> Iterator[Breach]:
    """A directive goes only to a device that supports its interface."""
    device = subject.request.get("context", {}).get("System", {}).get("device", {})
    supported = device.get("supportedInterfaces") or {}
    for where, entry in subject.directives:
        name = entry["type"].rpartition(".")[0]
        if name in _INTERFACES and name not in supported:
            yield Breach("interface", f"The device does not support {name}.", where, refused=True)


def dialog(subject: Subject) -> Iterator[Breach]:
    """A Dialog directive answers an intent, keeps the session open, and names what the dialog model defines."""
    found = [(where, entry) for where, entry in subject.directives if entry["type"] in _DIALOG]
    if len(found) > 1:
        yield Breach("dialog", "There is more than one Dialog directive.", found[1][0], refused=True)
    for where, entry in found:
        if subject.response.get("shouldEndSession"):
            yield Breach("dialog", "The session ends, so nobody can answer it.", where, refused=True)
        if subject.request_type != "IntentRequest" and not entry.get("updatedIntent"):
            what = f"In answer to a {subject.request_type} it needs an updatedIntent."
            yield Breach("dialog", what, where, refused=True)
        elif subject.model:
            yield from _undefined(subject, entry, where)


def _undefined(subject: Subject, entry: Mapping[str, Any], where: str) -> Iterator[Breach]:
    name = target_intent(entry, subject.request)
    intent = subject.model.intents.get(name) if subject.model else None
    if intent is None or not intent.in_dialog:
        yield Breach("dialog", f"{name} is not in the dialog model.", where, refused=True)
        return
    yield from _undefined_slot(intent, entry, where)


def _undefined_slot(intent: Intent, entry: Mapping[str, Any], where: str) -> Iterator[Breach]:
    key = _DIALOG_SLOT.get(entry["type"])
    slot = intent.slots.get(str(entry.get(key))) if key else None
    if key and (slot is None or not slot.in_dialog):
        what = f"{entry.get(key)} is not a slot of {intent.name} in the dialog model."
        yield Breach("dialog", what, where, refused=True)


def target_intent(entry: Mapping[str, Any], request: Mapping[str, Any]) -> str:
    """Return the intent a Dialog directive is about: the updated one, or else the one it answers."""
    intent = entry.get("updatedIntent") or request.get("request", {}).get("intent") or {}
    return str(intent.get("name", ""))
