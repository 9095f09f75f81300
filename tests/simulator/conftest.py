"""Two made-up skills: a pizzeria that asks and confirms, and a plant nurse that listens to descriptions."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from skill.simulator import Device, Hardware, InteractionModel, parse_model
from skill.simulator.language import load_language
from skill.simulator.language_understanding import LanguageUnderstanding

Json = dict[str, Any]

PIZZERIA: Json = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "pizza palace",
            "modelConfiguration": {"fallbackIntentSensitivity": {"level": "MEDIUM"}},
            "intents": [
                {"name": "AMAZON.FallbackIntent"},
                {"name": "AMAZON.HelpIntent", "samples": ["what can i say"]},
                {"name": "AMAZON.StopIntent"},
                {"name": "AMAZON.CancelIntent"},
                {"name": "AMAZON.YesIntent", "samples": ["go on then"]},
                {"name": "AMAZON.NoIntent"},
                {
                    "name": "OrderIntent",
                    "slots": [
                        {"name": "size", "type": "Size", "samples": ["make it {size}"]},
                        {"name": "topping", "type": "Topping", "multipleValues": {"enabled": True}},
                        {"name": "count", "type": "AMAZON.NUMBER"},
                    ],
                    "samples": ["order a pizza", "a {size} pizza with {topping}", "{count} {size} pizzas"],
                },
                {"name": "HowLongIntent", "samples": ["how long will it take", "when is my pizza ready"]},
                {
                    "name": "WaitIntent",
                    "slots": [{"name": "time", "type": "AMAZON.DURATION"}],
                    "samples": ["i can wait {time}"],
                },
                {
                    "name": "AboutIntent",
                    "slots": [{"name": "topping", "type": "Topping"}],
                    "samples": ["tell me about {topping}", "{topping}"],
                },
                {
                    "name": "NoteIntent",
                    "slots": [{"name": "note", "type": "AMAZON.SearchQuery"}],
                    "samples": ["tell the cook {note}"],
                },
            ],
            "types": [
                {
                    "name": "Size",
                    "values": [
                        {"id": "L", "name": {"value": "large", "synonyms": ["big"]}},
                        {"id": "S", "name": {"value": "small"}},
                    ],
                },
                {
                    "name": "Topping",
                    "values": [
                        {"id": "HAM", "name": {"value": "ham"}},
                        {"id": "MUSHROOM", "name": {"value": "mushroom", "synonyms": ["fungi"]}},
                        {"id": "BLUE", "name": {"value": "blue cheese"}},
                    ],
                },
            ],
        },
        "dialog": {
            "intents": [
                {
                    "name": "OrderIntent",
                    "confirmationRequired": True,
                    "prompts": {"confirmation": "confirm-order"},
                    "slots": [
                        {
                            "name": "size",
                            "type": "Size",
                            "elicitationRequired": True,
                            "prompts": {"elicitation": "ask-size"},
                        },
                        {"name": "topping", "type": "Topping"},
                        {"name": "count", "type": "AMAZON.NUMBER"},
                    ],
                },
                {
                    "name": "NoteIntent",
                    "slots": [{"name": "note", "type": "AMAZON.SearchQuery"}],
                },
            ]
        },
        "prompts": [
            {"id": "ask-size", "variations": [{"type": "PlainText", "value": "Large or small?"}]},
            {"id": "confirm-order", "variations": [{"type": "PlainText", "value": "A {size} one, right?"}]},
        ],
    }
}

PLANT_NURSE: Json = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "plant nurse",
            "modelConfiguration": {"fallbackIntentSensitivity": {"level": "MEDIUM"}},
            "intents": [
                {"name": "AMAZON.FallbackIntent"},
                {"name": "AMAZON.NextIntent"},
                {
                    "name": "DescribeIntent",
                    "slots": [{"name": "description", "type": "AMAZON.SearchQuery"}],
                    "samples": [
                        "my plant {description}",
                        "my {description}",
                        "it {description}",
                        "the leaves {description}",
                        "there are {description}",
                    ],
                },
                {"name": "WateringIntent", "samples": ["how often should i water it", "i watered it"]},
                {
                    "name": "SinceIntent",
                    "slots": [{"name": "since", "type": "AMAZON.SearchQuery"}],
                    "samples": ["it started {since}"],
                },
            ],
        }
    }
}


@pytest.fixture
def pizzeria_json() -> Json:
    return copy.deepcopy(PIZZERIA)


@pytest.fixture
def pizzeria() -> InteractionModel:
    return parse_model(PIZZERIA)


@pytest.fixture
def plant_nurse() -> InteractionModel:
    return parse_model(PLANT_NURSE)


@pytest.fixture
def pizza(pizzeria: InteractionModel) -> LanguageUnderstanding:
    return LanguageUnderstanding(pizzeria, load_language("en-US"))


@pytest.fixture
def nurse(plant_nurse: InteractionModel) -> LanguageUnderstanding:
    return LanguageUnderstanding(plant_nurse, load_language("en-US"))


def spoken(
    text: str,
    reprompt: str | None = None,
    *,
    attributes: Json | None = None,
    directives: list[Json] | None = None,
) -> Json:
    """A response as a skill would give it; with a reprompt it stays open."""
    response: Json = {
        "outputSpeech": {"type": "SSML", "ssml": f"<speak>{text}</speak>"},
        "shouldEndSession": reprompt is None,
    }
    if reprompt is not None:
        response["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{reprompt}</speak>"}}
    if directives:
        response["directives"] = directives
    return {"version": "1.0", "sessionAttributes": attributes or {}, "response": response}


class ScriptedSkill:
    """A skill that asks an open question whatever it hears, unless an intent or a request type is scripted."""

    def __init__(self) -> None:
        self.requests: list[Json] = []
        self.script: dict[str, Any] = {"SessionEndedRequest": {"version": "1.0", "response": {}}}

    def __call__(self, envelope: Json) -> Json:
        self.requests.append(envelope)
        request = envelope["request"]
        answer = self.script.get(request.get("intent", {}).get("name"), self.script.get(request["type"]))
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            answer = answer(envelope)
        return copy.deepcopy(answer) if answer is not None else spoken("What would you like?", "Which pizza?")

    @property
    def last(self) -> Json:
        return self.requests[-1]["request"]


@pytest.fixture
def skill() -> ScriptedSkill:
    return ScriptedSkill()


@pytest.fixture
def make_response() -> Callable[..., Json]:
    return spoken


@pytest.fixture
def make_device(pizzeria: InteractionModel, skill: ScriptedSkill) -> Callable[..., Device]:
    def make(**options: Any) -> Device:
        options.setdefault("clock", lambda: datetime(2024, 5, 1, 12, 30, tzinfo=UTC))
        if options.pop("screen", False):
            options["hardware"] = Hardware(screen=True)
        return Device(skill, pizzeria, **options)

    return make


@pytest.fixture
def device(make_device: Callable[..., Device]) -> Device:
    return make_device()
