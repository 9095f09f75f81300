"""Rules about phrases that people are told to say."""

from __future__ import annotations

import pytest

from skill.authoring.lint.phrases import quoted


def test_a_prompt_suggests_only_what_a_sample_covers(broken, only):
    broken.prompts = (("prompts.yaml:3", 'Say "a huge sandwich" or "help".'),)
    assert only("suggested-phrases").startswith('prompts.yaml:3: suggests "a huge sandwich", which no sample covers')


@pytest.mark.parametrize("phrase", ["a tiny pizza", "Large", "write anything at all", "Alexa, open pizza palace"])
def test_a_sample_covers_its_words_with_any_listed_value(broken, phrase):
    broken.prompts = (("here", f"You can say “{phrase}”."),)
    assert broken.faults("suggested-phrases") == []


def test_a_prompt_within_the_model_is_looked_at_too(broken, only):
    broken.document["interactionModel"]["prompts"][0]["variations"][0]["value"] = "Say 'as you like' now?"
    assert only("suggested-phrases").startswith('prompt Elicit.Size: suggests "as you like"')


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('Say "next" or "stop".', ["next", "stop"]),
        ("Say 'I don't know'.", ["I don't know"]),
        ("It's the runner's knee, isn't it?", []),
        ("Say “skip it”.", ["skip it"]),
    ],
)
def test_quotation_marks_are_told_from_apostrophes(text, phrases):
    assert quoted(text) == phrases


@pytest.mark.parametrize("key", ["name", "summary", "description"])
def test_the_store_text_is_complete(broken, only, key):
    broken.store[key] = " "
    assert only("manifest-texts").startswith(f"skill.json, en-US, {key}: is missing")


def test_the_store_text_is_short_enough(broken, only):
    broken.store["summary"] = "x" * 161
    assert "has 161 characters, over 160" in only("manifest-texts")


def test_there_are_no_more_keywords_than_the_store_takes(broken, only):
    broken.store["keywords"] = [f"k{number}" for number in range(31)]
    assert "are more than 30" in only("manifest-texts")


def test_there_is_an_example_phrase(broken, only):
    broken.store["examplePhrases"] = []
    assert "are 0; give one to 3" in only("example-phrases")


@pytest.mark.parametrize(
    ("phrase", "what"),
    [
        ("Alexa, open pizza palace", "does not end a sentence"),
        ("Open pizza palace.", "does not begin with the wake word"),
        ("Alexa, open pizza palace & co.", "holds a character that is not spoken"),
    ],
)
def test_an_example_phrase_has_the_form_that_amazon_asks_for(broken, only, phrase, what):
    broken.store["examplePhrases"] = [phrase]
    assert what in only("example-phrases")


@pytest.mark.parametrize(
    "phrase", ["Alexa, ask pizza palace for a huge sandwich.", "Alexa, open burger barn.", "Alexa, a large pizza."]
)
def test_an_example_phrase_invokes_the_skill_with_a_sample(broken, only, phrase):
    broken.store["examplePhrases"] = [phrase]
    assert "does not open the skill with a request that a sample covers" in only("example-coverage")
