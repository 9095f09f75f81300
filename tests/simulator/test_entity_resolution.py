from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator import InteractionModel
from skill.simulator.entity_resolution import LONGEST_VALUE, EntityResolver, cut
from skill.simulator.interaction_model import SEARCH_QUERY, Slot, SlotType, SlotValue
from skill.simulator.language import load_language
from skill.simulator.slot_reader import FilledSlot, SlotReader
from skill.simulator.text import words_of

ENGLISH = load_language("en-US")
TOPPING = Slot("topping", "Topping")
TOPPINGS = Slot("topping", "Topping", multiple_values=True)


@pytest.fixture
def reader(pizzeria: InteractionModel) -> SlotReader:
    return SlotReader(pizzeria, ENGLISH)


def ids(filled: FilledSlot | None) -> list[list[str | None]]:
    assert filled is not None
    return [[entity.id for entity in reading.entities] for reading in filled.readings]


@pytest.mark.parametrize("spoken", ["mushroom", "fungi", "Mushrooms", "the mushroom", "some mushrooms"])
def test_a_name_or_synonym_resolves_to_its_entity(reader: SlotReader, spoken: str) -> None:
    assert ids(reader.read(TOPPING, words_of(spoken))) == [["MUSHROOM"]]


def test_the_value_delivered_is_what_was_said_not_the_canonical_name(reader: SlotReader) -> None:
    filled = reader.read(TOPPING, ("fungi",))
    assert filled is not None
    assert filled.readings[0].value == "fungi"


def test_a_value_outside_the_list_fills_the_slot_and_resolves_to_nothing(reader: SlotReader) -> None:
    filled = reader.read(TOPPING, words_of("smoked reindeer"))
    assert filled is not None
    assert (filled.readings[0].value, filled.readings[0].entities) == ("smoked reindeer", ())


def test_a_whole_speech_does_not_look_like_a_value_of_a_short_list(reader: SlotReader) -> None:
    assert reader.read(TOPPING, words_of("well what my wife would really like is something with fish")) is None


def test_a_slot_with_multiple_values_takes_them_apart(reader: SlotReader) -> None:
    assert ids(reader.read(TOPPINGS, words_of("ham mushrooms and blue cheese"))) == [["HAM"], ["MUSHROOM"], ["BLUE"]]


def test_what_is_not_listed_stands_between_what_is(reader: SlotReader) -> None:
    filled = reader.read(TOPPINGS, words_of("ham and smoked reindeer and fungi"))
    assert filled is not None
    assert [reading.value for reading in filled.readings] == ["ham", "smoked reindeer", "fungi"]


def test_a_number_slot_takes_nothing_but_a_number(reader: SlotReader) -> None:
    assert reader.read(Slot("count", "AMAZON.NUMBER"), ("ham",)) is None


def test_a_built_in_type_without_a_list_takes_the_words_as_they_are(reader: SlotReader) -> None:
    filled = reader.read(Slot("name", "AMAZON.FirstName"), ("ada",))
    assert filled is not None
    assert filled.readings[0].value == "ada"


@given(st.lists(st.from_regex(r"[a-z]{1,30}", fullmatch=True), min_size=1, max_size=60))
def test_a_phrase_ends_at_140_characters_between_words(words: list[str]) -> None:
    value = cut(tuple(words))
    assert len(value) <= LONGEST_VALUE
    assert words[: len(value.split())] == value.split()


def test_a_cut_phrase_keeps_all_the_words_that_fit() -> None:
    words = ("abcdefghi",) * 20
    assert cut(words) == " ".join(words[:14])


def test_one_word_longer_than_the_limit_is_cut_within() -> None:
    assert len(cut(("a" * 200,))) == LONGEST_VALUE


def test_a_phrase_slot_holds_what_was_cut(reader: SlotReader) -> None:
    filled = reader.read(Slot("note", SEARCH_QUERY), ("abcdefghi",) * 20)
    assert filled is not None
    assert len(filled.readings[0].value) == 139


def test_a_value_is_found_by_its_plural_beside_a_longer_value_that_begins_with_it() -> None:
    herbs = SlotType("Herb", (SlotValue("leaf"), SlotValue("herbs de provence"), SlotValue("herb")))
    found = EntityResolver(herbs, ENGLISH).find(words_of("some herbs and herbs de provence"))
    assert [span.reading.value for span in found] == ["herbs", "herbs de provence"]
