from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.simulator import How, InteractionModel, Match, parse_model
from skill.simulator.language import load_language
from skill.simulator.language_understanding import LanguageUnderstanding
from skill.simulator.match import Elicited

ENGLISH = load_language("en-US")
SIZE = Elicited("OrderIntent", "size")
NOTE = Elicited("NoteIntent", "note")


# Built-in intents


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("Yes.", "AMAZON.YesIntent"),
        ("um, yeah", "AMAZON.YesIntent"),
        ("go on then", "AMAZON.YesIntent"),
        ("no thanks", "AMAZON.NoIntent"),
        ("Help me!", "AMAZON.HelpIntent"),
        ("what can I say?", "AMAZON.HelpIntent"),
        ("stop", "AMAZON.StopIntent"),
        ("never mind", "AMAZON.CancelIntent"),
    ],
)
def test_a_built_in_intent_matches_its_stock_phrases_and_the_samples_added(
    pizza: LanguageUnderstanding, said: str, intent: str
) -> None:
    assert pizza.understand(said).intent == intent


@pytest.mark.parametrize("said", ["yes that would be lovely", "stop it right there", "can anybody help here"])
def test_a_built_in_intent_does_not_generalize(pizza: LanguageUnderstanding, said: str) -> None:
    assert pizza.understand(said).intent == "AMAZON.FallbackIntent"


def test_a_built_in_intent_that_the_model_leaves_out_is_never_heard(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("repeat that").intent == "AMAZON.FallbackIntent"


def test_a_sample_of_the_model_comes_before_a_stock_phrase(pizzeria_json: dict[str, Any]) -> None:
    intents = pizzeria_json["interactionModel"]["languageModel"]["intents"]
    intents.append({"name": "QuitEatingIntent", "samples": ["stop"]})
    understanding = LanguageUnderstanding(parse_model(pizzeria_json), ENGLISH)
    assert understanding.understand("stop").intent == "QuitEatingIntent"


# Custom intents


def test_a_sample_word_for_word_is_exact(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("How long will it take?") == Match(
        "HowLongIntent", how=How.EXACT, sample="how long will it take"
    )


@pytest.mark.parametrize(
    "said", ["how long is it going to take", "is my pizza ready", "how long does this take please"]
)
def test_a_custom_intent_generalizes(pizza: LanguageUnderstanding, said: str) -> None:
    match = pizza.understand(said)
    assert (match.intent, match.how) == ("HowLongIntent", How.GENERALIZED)


@pytest.mark.parametrize("said", ["it won't take long", "my pizza is not ready"])
def test_a_denial_is_no_way_of_saying_the_sample(pizza: LanguageUnderstanding, said: str) -> None:
    assert pizza.understand(said).intent != "HowLongIntent"


@pytest.mark.parametrize("said", ["the weather in paris", "what is that", "forty two", "hmm"])
def test_what_fits_nothing_goes_to_the_fallback(pizza: LanguageUnderstanding, said: str) -> None:
    assert pizza.understand(said).how is How.FALLBACK


def test_nothing_said_goes_to_the_fallback(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("?!").how is How.FALLBACK


def test_slots_are_filled_between_the_words_of_a_sample(pizza: LanguageUnderstanding) -> None:
    match = pizza.understand("a large pizza with ham and blue cheese")
    assert match.values == {"size": ["large"], "topping": ["ham", "blue cheese"]}


def test_slots_are_found_anywhere_when_a_sample_is_stretched(pizza: LanguageUnderstanding) -> None:
    match = pizza.understand("could we get two small ones of those pizzas")
    assert (match.intent, match.values) == ("OrderIntent", {"count": ["2"], "size": ["small"]})


def test_a_value_outside_the_list_is_carried_by_the_words_around_it(pizza: LanguageUnderstanding) -> None:
    match = pizza.understand("tell me about smoked reindeer")
    assert (match.intent, match.values) == ("AboutIntent", {"topping": ["smoked reindeer"]})


def test_a_bare_slot_sample_does_not_swallow_unlisted_words(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("smoked reindeer").intent == "AMAZON.FallbackIntent"


def test_a_length_of_time_arrives_as_iso_8601(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("I can wait half an hour").values == {"time": ["PT30M"]}


@pytest.mark.parametrize(("level", "how"), [("LOW", How.GENERALIZED), ("HIGH", How.FALLBACK)])
def test_a_higher_sensitivity_sends_more_to_the_fallback(pizzeria_json: dict[str, Any], level: str, how: How) -> None:
    model = pizzeria_json["interactionModel"]["languageModel"]
    model["modelConfiguration"]["fallbackIntentSensitivity"]["level"] = level
    assert LanguageUnderstanding(parse_model(pizzeria_json), ENGLISH).understand("about time for a pizza").how is how


def test_a_model_without_a_fallback_gets_the_nearest_intent(pizzeria_json: dict[str, Any]) -> None:
    pizzeria_json["interactionModel"]["languageModel"]["intents"].pop(0)
    understanding = LanguageUnderstanding(parse_model(pizzeria_json), ENGLISH)
    assert understanding.understand("about time for a pizza").intent == "OrderIntent"


# Phrases


def test_a_phrase_is_all_that_follows_its_carrier(nurse: LanguageUnderstanding) -> None:
    match = nurse.understand("It drops its leaves, and it smells a bit, too")
    assert match.values == {"description": ["drops its leaves and it smells a bit too"]}


def test_within_an_intent_the_shortest_carrier_leaves_the_most_to_the_slot(nurse: LanguageUnderstanding) -> None:
    assert nurse.understand("my plant droops").values == {"description": ["plant droops"]}


def test_between_intents_the_longest_carrier_wins(nurse: LanguageUnderstanding) -> None:
    match = nurse.understand("it started last week")
    assert (match.intent, match.values) == ("SinceIntent", {"since": ["last week"]})


def test_a_carrier_in_the_middle_of_a_ramble_carries_the_rest(nurse: LanguageUnderstanding) -> None:
    match = nurse.understand("so yesterday in the morning my plant looked all droopy and there are spots on the leaves")
    assert match.values == {"description": ["plant looked all droopy and there are spots on the leaves"]}


def test_without_its_carrier_a_phrase_is_not_heard(nurse: LanguageUnderstanding) -> None:
    assert nurse.understand("droopy and sad since tuesday").intent == "AMAZON.FallbackIntent"


def test_an_exact_sample_comes_before_a_phrase(nurse: LanguageUnderstanding) -> None:
    assert nurse.understand("I watered it").intent == "WateringIntent"


def test_a_phrase_of_hundreds_of_characters_is_heard_and_cut(nurse: LanguageUnderstanding) -> None:
    match = nurse.understand("my plant " + "really droops quite badly and " * 20)
    assert 130 < len(match.values["description"][0]) <= 140


# Strictness, determinism, speed


@pytest.mark.parametrize("said", ["how long does this take", "tell me about smoked reindeer"])
def test_strict_understanding_takes_exact_samples_only(pizzeria: InteractionModel, said: str) -> None:
    assert LanguageUnderstanding(pizzeria, ENGLISH, strict=True).understand(said).how is How.FALLBACK


def test_strict_understanding_still_fills_slots(pizzeria: InteractionModel) -> None:
    match = LanguageUnderstanding(pizzeria, ENGLISH, strict=True).understand("a big pizza with fungi")
    assert match.values == {"size": ["big"], "topping": ["fungi"]}


WORDS = st.sampled_from(
    [
        "a",
        "large",
        "big",
        "pizza",
        "with",
        "ham",
        "and",
        "tell me",
        "the cook",
        "no",
        "not",
        "two weeks",
        "it",
        "um",
        "7",
    ]
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=30).map(" ".join)),
    elicited=st.sampled_from([None, SIZE, NOTE, Elicited("OrderIntent", "topping"), Elicited("OrderIntent", "count")]),
)
def test_anything_said_goes_to_an_intent_of_the_model(
    pizzeria: InteractionModel, pizza: LanguageUnderstanding, said: str, elicited: Elicited | None
) -> None:
    match = pizza.understand(said, elicited)
    assert match.slots.keys() <= pizzeria.intents[match.intent].slots.keys()
    assert all(0 < len(value) <= 140 for found in match.values.values() for value in found)
    assert 0 <= match.score <= 1


def _many_intents(document: dict[str, Any]) -> dict[str, Any]:
    """Add 40 intents of 15 samples each, made of everyday words, half of them with a slot."""
    nouns = ["oven", "table", "window", "waiter", "napkin", "candle", "bill", "coat", "music", "garden"]
    verbs = ["bring", "open", "close", "clean", "move", "find", "fix", "change", "book", "cancel"]
    tails = [
        "now",
        "for me",
        "at the front",
        "before eight",
        "if you can",
        "with {topping}",
        "and {count} more",
        "again",
    ]
    for n in range(40):
        phrases = [f"{verbs[n % 10]} the {nouns[(n // 4 + k) % 10]} {tails[(n + k) % 8]} {k}" for k in range(15)]
        intent = {
            "name": f"Extra{n}Intent",
            "slots": [{"name": "topping", "type": "Topping"}, {"name": "count", "type": "AMAZON.NUMBER"}],
            "samples": phrases,
        }
        document["interactionModel"]["languageModel"]["intents"].append(intent)
    return document


def test_an_utterance_is_understood_within_five_milliseconds(
    pizzeria_json: dict[str, Any],
) -> None:
    understanding = LanguageUnderstanding(parse_model(_many_intents(pizzeria_json)), ENGLISH)
    said = "well I was thinking that a large pizza with ham and some mushrooms would be rather nice for the two of us"
    start = time.process_time()
    for _ in range(20):
        understanding.understand(said)
    assert (time.process_time() - start) / 20 < 0.005
