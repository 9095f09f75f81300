"""Rules about samples that are nothing but a slot."""

from __future__ import annotations


def test_two_bare_slots_of_one_type_are_in_conflict(broken, only):
    broken.add("OtherIntent", "{other}", other="Size")
    fault = only("bare-slots")
    assert fault.startswith("intent OrderIntent, bare slot {size}: intent OtherIntent has a bare slot of the same type")


def test_two_bare_slots_whose_types_share_words_are_in_conflict(broken, only):
    broken.add_type("Mood", "Tiny", "glad")
    broken.add("OtherIntent", "{mood}", mood="Mood")
    assert 'intent OtherIntent, bare slot {mood} takes "tiny" too' in only("bare-slots")


def test_a_carrier_phrase_keeps_slots_apart(broken):
    broken.add("OtherIntent", "really {other}", other="Size")
    assert broken.faults("bare-slots") == []


def test_two_bare_slots_of_one_intent_are_no_conflict(broken):
    broken.add("OtherIntent", "{one}", "{two}", one="AMAZON.NUMBER", two="AMAZON.NUMBER")
    assert broken.faults("bare-slots") == []


def test_a_bare_number_is_in_conflict_with_a_list_of_numbers(broken, only):
    broken.add_type("Table", "twenty one", "the window")
    broken.add("TableIntent", "{table}", table="Table")
    broken.add("CountIntent", "{count}", count="AMAZON.NUMBER")
    assert 'takes "twenty one" too' in only("bare-slots")


def test_a_bare_slot_that_lists_a_yes_is_in_conflict_with_the_yes_intent(broken, only):
    broken.language["intents"].append({"name": "AMAZON.YesIntent", "samples": []})
    broken.add_type("Answer", "yeah", "whatever")
    broken.add("AnswerIntent", "{answer}", answer="Answer")
    assert '"yeah" is also a sample of intent AMAZON.YesIntent' in only("bare-slots-and-samples")


def test_a_bare_slot_that_lists_a_whole_sample_is_in_conflict_with_its_intent(broken, only):
    broken.add("OtherIntent", "Large")
    assert '"large" is also a sample of intent OtherIntent' in only("bare-slots-and-samples")
