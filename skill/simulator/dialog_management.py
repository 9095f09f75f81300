"""The dialog that Alexa keeps for a skill: what a directive waits for, and what the answer makes of the intent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from skill.simulator.breach import Subject
from skill.simulator.directive_rules import target_intent
from skill.simulator.envelopes import Json, intent_json
from skill.simulator.interaction_model import Intent
from skill.simulator.match import Elicited, Match

ELICIT_SLOT = "Dialog.ElicitSlot"
CONFIRM_SLOT = "Dialog.ConfirmSlot"
CONFIRM_INTENT = "Dialog.ConfirmIntent"
DELEGATE = "Dialog.Delegate"

_NO_STATUS = "NONE"


@dataclass(frozen=True)
class PendingDialog:
    """An unfinished dialog: the intent as collected so far, and what the last directive waits for."""

    directive: str
    intent: str
    slot: str = ""
    slots: Mapping[str, Json] = field(default_factory=dict)
    confirmation_status: str = _NO_STATUS

    @property
    def elicited(self) -> Elicited | None:
        """The slot asked for, if one is."""
        return Elicited(self.intent, self.slot) if self.directive == ELICIT_SLOT else None

    @property
    def confirms(self) -> bool:
        """Whether it waits for a yes or a no."""
        return self.directive in (CONFIRM_SLOT, CONFIRM_INTENT)

    def confirmed(self, status: str) -> PendingDialog:
        """Return the dialog with the slot or the intent CONFIRMED or DENIED."""
        if self.directive == CONFIRM_INTENT:
            return replace(self, confirmation_status=status)
        slot = {**self.slots.get(self.slot, {"name": self.slot}), "confirmationStatus": status}
        return replace(self, slots={**self.slots, self.slot: slot})


def pending_dialog(subject: Subject) -> PendingDialog | None:
    """Return what a response's Dialog directive waits for, if it has one that concerns an intent of the model."""
    for _, entry in subject.directives:
        known = subject.model is not None and target_intent(entry, subject.request) in subject.model.intents
        if known and entry["type"] in (ELICIT_SLOT, CONFIRM_SLOT, CONFIRM_INTENT, DELEGATE):
            intent = entry.get("updatedIntent") or subject.request["request"].get("intent") or {}
            return PendingDialog(
                directive=entry["type"],
                intent=target_intent(entry, subject.request),
                slot=str(entry.get("slotToElicit") or entry.get("slotToConfirm") or ""),
                slots=dict(intent.get("slots") or {}),
                confirmation_status=str(intent.get("confirmationStatus") or _NO_STATUS),
            )
    return None


def continued_intent(match: Match, intent: Intent, pending: PendingDialog | None) -> tuple[Json, str | None]:
    """Return the intent to send, with what the dialog had collected, and the dialog state to send beside it."""
    sent = intent_json(intent, match.slots)
    if not intent.in_dialog:
        return sent, None
    if pending is None or pending.intent != match.intent:
        return sent, "STARTED"
    kept = {name: slot for name, slot in pending.slots.items() if name in intent.slots and name not in match.slots}
    sent["slots"].update(kept)
    sent["confirmationStatus"] = pending.confirmation_status
    return sent, "IN_PROGRESS"


def next_delegated_step(pending: PendingDialog, intent: Intent) -> tuple[str, PendingDialog] | None:
    """Return the prompt that Alexa speaks next for a delegated dialog, or None once everything required is there."""
    for slot in intent.slots.values():
        collected = pending.slots.get(slot.name, {})
        if slot.elicitation_required and not _is_filled(collected):
            return _step(pending, ELICIT_SLOT, slot.name, slot.elicitation_prompts)
        if slot.confirmation_required and collected.get("confirmationStatus", _NO_STATUS) == _NO_STATUS:
            return _step(pending, CONFIRM_SLOT, slot.name, slot.confirmation_prompts)
    if intent.confirmation_required and pending.confirmation_status == _NO_STATUS:
        return _step(pending, CONFIRM_INTENT, "", intent.confirmation_prompts)
    return None


def completed_intent(pending: PendingDialog) -> Json:
    """Return the intent of a delegated dialog that needs nothing more."""
    return {
        "name": pending.intent,
        "confirmationStatus": pending.confirmation_status,
        "slots": dict(pending.slots),
    }


def _step(pending: PendingDialog, directive: str, slot: str, prompts: tuple[str, ...]) -> tuple[str, PendingDialog]:
    return _with_values(prompts[0] if prompts else "", pending.slots), replace(pending, directive=directive, slot=slot)


def _with_values(prompt: str, slots: Mapping[str, Json]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: str(slots.get(found[1], {}).get("value", "")), prompt)


def _is_filled(slot: Json) -> bool:
    return bool(slot.get("value") or slot.get("slotValue"))
