"""A small model without faults, which each test breaks in one place."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from skill.authoring.lint.rules import RULES, Subject

Json = dict[str, Any]

BUILT_INS = ("Cancel", "Fallback", "Help", "NavigateHome", "Stop")

MODEL: Json = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "pizza palace",
            "intents": [
                *({"name": f"AMAZON.{name}Intent", "samples": []} for name in BUILT_INS),
                {
                    "name": "OrderIntent",
                    "slots": [{"name": "size", "type": "Size", "samples": ["a {size} one"]}],
                    "samples": ["{size}", "a {size} pizza"],
                },
                {
                    "name": "NoteIntent",
                    "slots": [{"name": "note", "type": "AMAZON.SearchQuery"}],
                    "samples": ["write {note}"],
                },
            ],
            "types": [
                {
                    "name": "Size",
                    "values": [
                        {"id": "small", "name": {"value": "small", "synonyms": ["tiny"]}},
                        {"id": "large", "name": {"value": "large", "synonyms": []}},
                    ],
                }
            ],
        },
        "dialog": {
            "intents": [
                {
                    "name": "OrderIntent",
                    "slots": [
                        {
                            "name": "size",
                            "type": "Size",
                            "elicitationRequired": True,
                            "prompts": {"elicitation": "Elicit.Size"},
                        }
                    ],
                }
            ]
        },
        "prompts": [{"id": "Elicit.Size", "variations": [{"type": "PlainText", "value": "Small or large?"}]}],
    }
}
MANIFEST: Json = {
    "manifest": {
        "publishingInformation": {
            "locales": {
                "en-US": {
                    "name": "Pizza Palace",
                    "summary": "Orders pizza.",
                    "description": "Orders pizza by voice.",
                    "examplePhrases": ["Alexa, open pizza palace.", "Alexa, ask pizza palace for a large pizza."],
                }
            }
        }
    }
}


class Broken:
    """The small model, to be broken; every rule but the one meant may find something too."""

    def __init__(self) -> None:
        self.document = copy.deepcopy(MODEL)
        self.manifest = copy.deepcopy(MANIFEST)
        self.prompts: tuple[tuple[str, str], ...] = ()
        self.elicited: tuple[tuple[str, str], ...] = (("OrderIntent", "size"),)

    @property
    def language(self) -> Json:
        language: Json = self.document["interactionModel"]["languageModel"]
        return language

    @property
    def store(self) -> Json:
        texts: Json = self.manifest["manifest"]["publishingInformation"]["locales"]["en-US"]
        return texts

    @property
    def dialog_slot(self) -> Json:
        slot: Json = self.document["interactionModel"]["dialog"]["intents"][0]["slots"][0]
        return slot

    def intent(self, name: str) -> Json:
        return next(intent for intent in self.language["intents"] if intent["name"] == name)

    def add(self, name: str, *samples: str, **slots: str) -> None:
        entries = [{"name": slot, "type": type_} for slot, type_ in slots.items()]
        self.language["intents"].append({"name": name, "slots": entries, "samples": list(samples)})

    def add_type(self, name: str, *values: str) -> None:
        entries = [{"id": value.replace(" ", "_"), "name": {"value": value}} for value in values]
        self.language["types"].append({"name": name, "values": entries})

    @property
    def subject(self) -> Subject:
        return Subject(self.document, "en-US", self.manifest, self.prompts, self.elicited)

    def faults(self, rule: str) -> list[str]:
        return [str(fault) for fault in RULES[rule](self.subject)]


@pytest.fixture
def broken() -> Broken:
    return Broken()


@pytest.fixture
def only(broken: Broken) -> Callable[[str], str]:
    """The one fault that a rule finds; fails when there are none or several."""

    def one(rule: str) -> str:
        (fault,) = broken.faults(rule)
        return fault

    return one
