from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from skill.simulator import InteractionModel, InteractionModelError, parse_model
from skill.simulator.interaction_model import Sensitivity

Json = dict[str, Any]
Change = Callable[[Json], object]


def test_a_slot_knows_what_the_dialog_model_says_of_it(pizzeria: InteractionModel) -> None:
    size = pizzeria.intents["OrderIntent"].slots["size"]
    assert (size.in_dialog, size.elicitation_required, size.elicitation_prompts) == (True, True, ("Large or small?",))


def test_an_intent_outside_the_dialog_model_is_not_in_a_dialog(pizzeria: InteractionModel) -> None:
    assert not pizzeria.intents["HowLongIntent"].in_dialog


def test_multiple_values_are_a_property_of_the_slot(pizzeria: InteractionModel) -> None:
    slots = pizzeria.intents["OrderIntent"].slots
    assert [slots[name].multiple_values for name in ("topping", "size")] == [True, False]


def test_the_fallback_sensitivity_is_low_where_the_model_is_silent(pizzeria_json: Json) -> None:
    del pizzeria_json["interactionModel"]["languageModel"]["modelConfiguration"]
    assert parse_model(pizzeria_json).fallback_sensitivity is Sensitivity.LOW


def _language_model(document: Json) -> Json:
    model: Json = document["interactionModel"]["languageModel"]
    return model


def _order(document: Json) -> Json:
    intent: Json = next(i for i in _language_model(document)["intents"] if i["name"] == "OrderIntent")
    return intent


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.pop("interactionModel"), 'the document: "interactionModel" is missing'),
        (lambda d: d["interactionModel"].pop("languageModel"), '"languageModel" is missing'),
        (lambda d: _language_model(d).pop("invocationName"), '"invocationName" is missing'),
        (lambda d: _language_model(d)["intents"].append({}), r'intents\[11\]: "name" is missing'),
        (lambda d: _language_model(d)["intents"].append({"name": "OrderIntent"}), "OrderIntent is defined twice"),
        (lambda d: _order(d)["samples"].append("a {crust} pizza"), "there is no slot crust"),
        (lambda d: _order(d)["samples"].append("{size} or {size}"), "a slot appears twice"),
        (lambda d: _order(d)["slots"].append({"name": "crust", "type": "Crust"}), "undefined type Crust"),
        (lambda d: _language_model(d)["types"].append({"name": "T", "values": [{}]}), 'type T: "name" is missing'),
        (
            lambda d: d["interactionModel"]["dialog"]["intents"].append({"name": "EatIntent"}),
            "EatIntent is not an intent",
        ),
        (
            lambda d: d["interactionModel"]["dialog"]["intents"][0]["slots"].append({"name": "crust"}),
            "there is no slot crust in the language model",
        ),
        (
            lambda d: _language_model(d)["modelConfiguration"].update(fallbackIntentSensitivity={"level": "SOME"}),
            "'SOME' is none of LOW, MEDIUM, HIGH",
        ),
    ],
)
def test_a_model_that_would_not_build_is_refused_with_the_place(
    pizzeria_json: Json, change: Change, message: str
) -> None:
    change(pizzeria_json)
    with pytest.raises(InteractionModelError, match=message):
        parse_model(pizzeria_json)


@pytest.mark.parametrize(
    ("sample", "message"),
    [("{note}", "needs a carrier phrase"), ("tell {count} cooks {note}", "stands with no other slot")],
)
def test_a_phrase_slot_needs_a_carrier_and_stands_alone(pizzeria_json: Json, sample: str, message: str) -> None:
    note = _language_model(pizzeria_json)["intents"][-1]
    note["slots"].append({"name": "count", "type": "AMAZON.NUMBER"})
    note["samples"].append(sample)
    with pytest.raises(InteractionModelError, match=message):
        parse_model(pizzeria_json)
