from __future__ import annotations

import pytest

from skill.simulator import How
from skill.simulator.language_understanding import LanguageUnderstanding
from skill.simulator.match import Elicited

SIZE = Elicited("OrderIntent", "size")
NOTE = Elicited("NoteIntent", "note")


@pytest.mark.parametrize("said", ["big", "the big one please", "uh, big, I think", "make it big"])
def test_a_value_said_in_answer_fills_the_elicited_slot(pizza: LanguageUnderstanding, said: str) -> None:
    match = pizza.understand(said, SIZE)
    assert (match.how, match.values) == (How.ELICITED, {"size": ["big"]})


def test_an_answer_outside_the_list_fills_the_elicited_slot(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("family size", SIZE).values == {"size": ["family size"]}


def test_an_answer_that_denies_a_value_is_kept_whole(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("not the big one", SIZE).values == {"size": ["not the big one"]}


def test_an_elicited_slot_with_multiple_values_loses_none_of_them(pizza: LanguageUnderstanding) -> None:
    match = pizza.understand("I'd like ham and smoked reindeer", Elicited("OrderIntent", "topping"))
    assert match.values == {"topping": ["ham", "smoked reindeer"]}


def test_an_elicited_number_is_found_in_a_sentence(pizza: LanguageUnderstanding) -> None:
    match = pizza.understand("oh, about thirty four of them", Elicited("OrderIntent", "count"))
    assert match.values == {"count": ["34"]}


def test_words_without_a_number_do_not_fill_an_elicited_number(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("as many as you like", Elicited("OrderIntent", "count")).how is How.FALLBACK


def test_an_elicited_phrase_needs_no_carrier(pizza: LanguageUnderstanding) -> None:
    match = pizza.understand("not too crispy at the edges", NOTE)
    assert (match.how, match.values) == (How.ELICITED, {"note": ["not too crispy at the edges"]})


@pytest.mark.parametrize("said", ["help", "no", "never mind"])
def test_an_exact_built_in_wins_over_the_elicited_slot(pizza: LanguageUnderstanding, said: str) -> None:
    assert pizza.understand(said, NOTE).intent.startswith("AMAZON.")


def test_a_well_matching_sample_wins_over_an_unlisted_answer(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("how long will this take", SIZE).intent == "HowLongIntent"


def test_the_elicited_slot_wins_over_a_bare_slot_sample_of_another_intent(pizza: LanguageUnderstanding) -> None:
    match = pizza.understand("ham", Elicited("OrderIntent", "topping"))
    assert match.intent == "OrderIntent"


def test_an_elicited_slot_that_the_model_lacks_changes_nothing(pizza: LanguageUnderstanding) -> None:
    assert pizza.understand("order a pizza", Elicited("EatIntent", "size")).intent == "OrderIntent"
