"""What is spoken is traced to the words that it was made of."""

from __future__ import annotations

import pytest

from skill.authoring.speech_lint.origins import Origins

DOCUMENTS = {
    "prompts.yaml": {"heard": ["Okay, {findings}.", "Got it: {findings}."], "step": "Step {number}. {step}"},
    "findings.yaml": {"lump": {"present": "a lump", "absent": "no lump"}, "soft": {"present": "a lump that's soft"}},
    "care.yaml": {"ice": "Rest it. Ice it twice a day."},
    "questions.yaml": {"sport": {"offered": ["a lump"]}},
}


@pytest.fixture
def keys():
    origins = Origins(DOCUMENTS, "xx/said")
    return lambda sentence: [text.place.key for text in origins.of(sentence)]


def test_a_sentence_stands_where_it_is_written(keys):
    assert keys("Ice it twice a day.") == ["ice"]


def test_a_template_comes_with_the_phrases_that_fill_it_in(keys):
    assert keys("Got it: a lump.") == ["heard.2", "lump.present"]


def test_of_phrases_within_each_other_the_longest_is_meant(keys):
    assert keys("Okay, a lump that's soft.") == ["heard.1", "soft.present"]


def test_a_phrase_counts_only_as_whole_words(keys):
    assert keys("Okay, a lumpy thing.") == ["heard.1"]


def test_a_template_of_several_sentences_is_found_by_each_of_its_own(keys):
    assert keys("Step 3.") == ["step"]


def test_what_nobody_wrote_has_no_origin(keys):
    assert keys("Hello there.") == []
