"""Rules about the dialog model and its prompts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import DialogSlot, ModelView


def unknown_names(model: ModelView) -> Iterator[Fault]:
    """The dialog model names only intents and slots of the language model, with the same types."""
    for name in model.dialog_intents:
        if name not in model.intents:
            yield Fault(f"dialog of intent {name}", "there is no such intent", "correct the name or remove it")
    for slot in model.dialog_slots:
        intent = model.intents.get(slot.intent)
        if intent is None:
            continue
        if slot.name not in intent.slots:
            yield Fault(slot.place, "the intent has no such slot", "correct the name or remove it")
        elif slot.type != intent.slots[slot.name].type:
            what = f"the type is {slot.type}, but {intent.slots[slot.name].type} in the language model"
            yield Fault(slot.place, what, "give both the same type")


def required_prompts(model: ModelView) -> Iterator[Fault]:
    """What must be elicited or confirmed has a prompt for it."""
    for slot in model.dialog_slots:
        for kind in sorted(slot.required):
            if kind not in slot.prompts:
                yield Fault(slot.place, f"its {kind} has no prompt", f"name one under prompts.{kind}")


def prompt_ids(model: ModelView) -> Iterator[Fault]:
    """Prompts that are named exist, those that exist are named, and their ids have no spaces."""
    named = {id_: slot.place for slot in model.dialog_slots for id_ in slot.prompts.values()}
    named.update(dict.fromkeys(model.dialog_prompts, "dialog"))
    for id_, place in named.items():
        if id_ not in model.prompts:
            yield Fault(place, f"there is no prompt {id_}", "add it to the prompts or correct the id")
    for id_, variations in model.prompts.items():
        if id_ not in named:
            yield Fault(f"prompt {id_}", "nothing uses it", "remove it or name it in the dialog model")
        if " " in id_:
            yield Fault(f"prompt {id_}", "the id holds a space", "write a period or an underscore")
        if not all(text.strip() for text in variations) or not variations:
            yield Fault(f"prompt {id_}", "has an empty variation or none", "write one")


def elicited(model: ModelView, slots: Collection[tuple[str, str]]) -> Iterator[Fault]:
    """Every (intent, slot) that the skill's code elicits is in the dialog model, or Alexa refuses the directive."""
    known = {(slot.intent, slot.name): slot for slot in model.dialog_slots}
    for intent, slot in sorted(slots):
        if (intent, slot) not in known:
            missing = DialogSlot(intent, slot, "", frozenset(), {})
            yield Fault(missing.place, "is elicited by the skill, but not in the dialog model", "add it there")
