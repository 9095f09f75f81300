"""A locale's words become the interaction model that they describe."""

from __future__ import annotations

import json

import pytest

from skill.authoring.interaction_model import build
from skill.conditions.documents import DocumentError


def test_the_words_become_the_language_model(locale):
    language = build(locale)["interactionModel"]["languageModel"]
    assert language == {
        "invocationName": "pizza palace",
        "intents": [
            {"name": "AMAZON.HelpIntent", "samples": []},
            {
                "name": "OrderIntent",
                "slots": [
                    {
                        "name": "size",
                        "type": "Size",
                        "multipleValues": {"enabled": True},
                        "samples": ["a {size} one"],
                    }
                ],
                "samples": [
                    "{size}",
                    "a {size} pizza",
                    "a {size} calzone",
                    "i want a {size} pizza",
                    "i want a {size} calzone",
                ],
            },
        ],
        "types": [
            {
                "name": "Size",
                "values": [
                    {"id": "small", "name": {"value": "small", "synonyms": ["tiny", "really small"]}},
                    {"id": "large", "name": {"value": "large", "synonyms": []}},
                ],
            }
        ],
        "modelConfiguration": {"fallbackIntentSensitivity": {"level": "HIGH"}},
    }


def test_a_slot_that_answers_a_question_is_elicited_in_the_words_of_the_question(locale):
    model = build(locale)["interactionModel"]
    (slot,) = model["dialog"]["intents"][0]["slots"]
    (prompt,) = model["prompts"]
    assert slot["prompts"]["elicitation"] == prompt["id"]
    assert [variation["value"] for variation in prompt["variations"]] == ["Which size?", "Small or large?"]


def test_the_skill_keeps_the_dialog_in_its_own_hands(locale):
    assert build(locale)["interactionModel"]["dialog"]["delegationStrategy"] == "SKILL_RESPONSE"


def test_the_same_words_give_the_same_bytes(locale):
    assert json.dumps(build(locale)) == json.dumps(build(locale))


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("heard/intents.yaml", '"{size}", ', '"{size", ', "xx-XX/heard/intents.yaml:8: "),
        ("heard/intents.yaml", "HIGH", "HUGE", "xx-XX/heard/intents.yaml:2: 'fallback_sensitivity' is 'HUGE'"),
        ("heard/intents.yaml", "elicited:", "elicit:", "xx-XX/heard/intents.yaml:9: unknown key 'elicit'"),
        ("heard/slots.yaml", "(tiny|", "(tiny*|", "xx-XX/heard/slots.yaml:5: 'tiny*' is no word"),
        ("heard/slots.yaml", "  stands_for: words\n", "", "xx-XX/heard/slots.yaml:2: 'stands_for' is missing"),
        ("said/questions.yaml", 'again: "Small or large?", ', "", "xx-XX/said/questions.yaml:1: 'again' is missing"),
    ],
)
def test_a_mistake_in_the_words_is_reported_by_file_and_line(locale, edit, file, old, new, problem):
    edit(file, old, new)
    with pytest.raises(DocumentError) as raised:
        build(locale)
    assert str(raised.value).startswith(problem)


def test_all_mistakes_are_reported_at_once(locale, edit):
    edit("heard/intents.yaml", "HIGH", "HUGE")
    edit("heard/slots.yaml", "(tiny|", "(tiny*|")
    with pytest.raises(DocumentError) as raised:
        build(locale)
    assert len(raised.value.problems) == 2
