"""Rules about sample utterances: each finds its own fault, with its place."""

from __future__ import annotations

import pytest

from skill.authoring.lint.rules import RULES


@pytest.mark.parametrize("rule", RULES)
def test_a_model_without_faults_passes_every_rule(broken, rule):
    assert broken.faults(rule) == []


@pytest.mark.parametrize("sample", ["which size?", "large, please", "50% off", "salt & pepper", 'the "big" one'])
def test_a_sample_holds_nothing_that_is_not_spoken(broken, only, sample):
    broken.intent("OrderIntent")["samples"].append(sample)
    assert f'intent OrderIntent, sample "{sample}": the sample holds' in only("sample-characters")


@pytest.mark.parametrize("sample", ["the d. v. t. one", "the baker's one", "a well-done pizza", "größer"])
def test_apostrophes_hyphens_abbreviations_and_any_letters_are_spoken(broken, sample):
    broken.intent("OrderIntent")["samples"].append(sample)
    assert broken.faults("sample-characters") == []


def test_a_period_that_ends_a_word_is_no_abbreviation(broken, only):
    broken.intent("OrderIntent")["samples"].append("that is all.")
    assert "a period ends no abbreviation" in only("sample-characters")


def test_the_samples_of_a_slot_are_looked_at_too(broken, only):
    broken.intent("OrderIntent")["slots"][0]["samples"].append("{size}!")
    assert 'sample "{size}!"' in only("sample-characters")


def test_the_same_words_in_two_intents_are_found_whatever_their_case(broken, only):
    broken.add("OtherIntent", "A  {which} pizza", which="Size")
    fault = only("duplicate-samples")
    assert fault.startswith(
        'intent OtherIntent, sample "A  {which} pizza": the sample also belongs to intent OrderIntent'
    )


def test_slots_of_different_types_tell_samples_apart(broken):
    broken.add("OtherIntent", "a {count} pizza", count="AMAZON.NUMBER")
    assert broken.faults("duplicate-samples") == []


def test_a_sample_stands_once_in_its_intent(broken, only):
    broken.intent("OrderIntent")["samples"].append("a {size}  Pizza")
    assert "the sample stands twice" in only("repeated-samples")


def test_a_custom_intent_needs_samples(broken, only):
    broken.add("OtherIntent")
    assert only("missing-samples").startswith("intent OtherIntent: has no samples")


def test_a_slot_that_the_intent_does_not_have_is_found_in_a_sample(broken, only):
    broken.intent("OrderIntent")["samples"].append("a {topping} pizza")
    assert "there is no slot {topping}" in only("slots-in-samples")


def test_a_slot_stands_once_in_a_sample(broken, only):
    broken.intent("OrderIntent")["samples"].append("{size} or {size}")
    assert "the slot {size} stands twice" in only("slots-in-samples")


def test_a_phrase_slot_needs_a_carrier_phrase(broken, only):
    broken.intent("NoteIntent")["samples"].append("{note}")
    assert "AMAZON.SearchQuery has no carrier phrase" in only("phrase-slots")


def test_a_phrase_slot_stands_beside_no_other_slot(broken, only):
    broken.intent("NoteIntent")["slots"].append({"name": "size", "type": "Size"})
    broken.intent("NoteIntent")["samples"].append("write {note} on the {size} one")
    assert "AMAZON.SearchQuery stands beside another slot" in only("phrase-slots")


def test_a_model_that_could_not_be_built_says_why(broken, only):
    broken.intent("NoteIntent")["samples"].append("{note}")
    assert only("could-be-built").startswith("interaction model: could not be built")
