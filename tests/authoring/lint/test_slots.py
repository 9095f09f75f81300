"""Rules about slots and slot types."""

from __future__ import annotations


def values(broken):
    return broken.language["types"][0]["values"]


def test_the_type_of_a_slot_must_be_defined(broken, only):
    broken.add("OtherIntent", "with {topping}", topping="Topping")
    assert only("undefined-types").startswith("intent OtherIntent, slot topping: the type Topping is not defined")


def test_amazons_own_types_need_no_definition(broken):
    broken.add("OtherIntent", "{count} of them", count="AMAZON.NUMBER")
    assert broken.faults("undefined-types") == []


def test_a_type_without_slots_is_left_over(broken, only):
    broken.add_type("Topping", "ham")
    assert only("unused-types").startswith("type Topping: no slot is of this type")


def test_a_slot_that_no_sample_fills_is_left_over(broken, only):
    broken.intent("OrderIntent")["slots"].append({"name": "other", "type": "Size"})
    assert only("unused-slots").startswith("intent OrderIntent, slot other: no sample uses it")


def test_a_type_without_values_recognizes_nothing(broken, only):
    broken.add_type("Topping")
    assert only("empty-types").startswith("type Topping: has no values")


def test_a_value_needs_an_id(broken, only):
    del values(broken)[0]["id"]
    assert only("value-ids").startswith('type Size, value "small": has no id')


def test_two_values_of_a_type_have_different_ids(broken, only):
    values(broken)[1]["id"] = "small"
    assert "the id small stands twice" in only("value-ids")


def test_a_value_of_140_characters_is_the_longest(broken, only):
    values(broken)[0]["name"]["synonyms"] = ["x" * 140, "y" * 141]
    assert "has 141 characters, over 140" in only("value-texts")


def test_a_text_belongs_to_one_value_of_its_type(broken, only):
    values(broken)[1]["name"]["synonyms"] = ["Tiny"]
    assert only("value-texts").startswith('type Size, value "Tiny": also belongs to "small"')


def test_a_text_stands_once_in_its_value(broken, only):
    values(broken)[0]["name"]["synonyms"] = ["tiny", "tiny"]
    assert "stands twice" in only("value-texts")


def test_a_value_is_not_empty(broken, only):
    values(broken)[0]["name"]["synonyms"] = [" "]
    assert "is empty" in only("value-texts")
