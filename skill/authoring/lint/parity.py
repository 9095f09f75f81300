"""Rules about the models of several locales: the skill's code reads the same names from all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import ModelView


def parity(models: Mapping[str, ModelView]) -> Iterator[Fault]:
    """Every locale has the intents, slots, types and value ids of the others."""
    contracts = {locale: _contract(model) for locale, model in models.items()}
    everything = set[str]().union(*contracts.values())
    for locale, contract in contracts.items():
        for name in sorted(everything - contract):
            others = ", ".join(other for other, has in contracts.items() if name in has)
            yield Fault(locale, f"has no {name}, which {others} has", "add it there, or remove it everywhere")


def _contract(model: ModelView) -> Set[str]:
    names = {f"intent {intent}" for intent in model.intents}
    for intent in model.intents.values():
        names.update(f"slot {slot.name} of type {slot.type} in intent {intent.name}" for slot in intent.slots.values())
    for each in model.types.values():
        names.update(f"value {value.id} in type {each.name}" for value in each.values)
    return names
