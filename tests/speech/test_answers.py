"""Answers to questions at any time: short enough to listen to, and honest about what they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.conditions.loader import load_knowledge
from skill.simulator.speech import seconds, sentences
from skill.speech.words import TopicWords
from skill.speech.words_reader import load_words

SAID = Path(__file__).parents[2] / "skill" / "locales" / "en-US" / "said"
WORDS, KNOWLEDGE = load_words(SAID), load_knowledge()

# How an answer says that it is judgment, or that it is not known. Answers taken from a condition's own words are its.
HEDGES = ("our judgment", "no good proof", "no good research", "no trial", "i can't tell")
ANSWERS = [
    (topic.id, condition, topic.citation_for(condition), WORDS.topics[topic.id].answer(condition))
    for topic in KNOWLEDGE.topics.values()
    for condition in (None, *topic.by_condition)
]
OWN = [each for each in ANSWERS if each[0] not in {"how_long", "who_to_see"} or each[1] is None]
EXERCISED = [
    (name, text)
    for name, words in WORDS.exercises.items()
    for text in (words.about, words.caution or "", *words.setup, words.cue, words.easier, words.harder, words.stop)
]


def test_a_condition_without_an_answer_of_its_own_gets_the_general_one() -> None:
    words = TopicWords("In general.", {"cyst": "For a cyst."})
    assert [words.answer(name) for name in ("cyst", "strain", None)] == ["For a cyst.", "In general.", "In general."]


def test_how_long_it_takes_is_said_in_the_conditions_own_words() -> None:
    assert WORDS.topics["how_long"].answer("bakers_cyst") == WORDS.conditions["bakers_cyst"].time


@pytest.mark.parametrize(("topic", "condition", "citation", "text"), ANSWERS)
def test_an_answer_takes_twelve_seconds_at_most(topic, condition, citation, text) -> None:
    assert seconds(text) <= 12


@pytest.mark.parametrize("term", WORDS.terms)
def test_a_term_is_explained_in_twelve_seconds_at_most(term: str) -> None:
    assert seconds(WORDS.terms[term]) <= 12


@pytest.mark.parametrize(("topic", "condition", "citation", "text"), [each for each in OWN if each[2].grade == "C"])
def test_an_answer_that_is_our_judgment_says_so(topic, condition, citation, text) -> None:
    assert any(hedge in text.lower() for hedge in HEDGES)


@pytest.mark.parametrize(("topic", "condition", "citation", "text"), [each for each in OWN if each[2].grade != "C"])
def test_an_answer_that_is_not_says_nothing_of_judgment(topic, condition, citation, text) -> None:
    assert "judgment" not in text.lower()


@pytest.mark.parametrize("topic", [name for name in WORDS.topics if name != "how_long"])
@pytest.mark.parametrize("condition", ["deep_vein_thrombosis", "ruptured_bakers_cyst"])
def test_whatever_is_asked_about_a_possible_clot_the_answer_sends_there_today(topic: str, condition: str) -> None:
    assert "today" in WORDS.topics[topic].answer(condition)


@pytest.mark.parametrize(("exercise", "text"), EXERCISED)
def test_nobody_on_the_floor_has_to_remember_a_long_sentence(exercise: str, text: str) -> None:
    assert all(len(sentence.split()) <= 20 for sentence in sentences(text))


def test_a_cue_is_shorter_than_the_set_up_that_it_stands_for() -> None:
    assert all(len(words.cue) < len(" ".join(words.setup)) for words in WORDS.exercises.values())


def test_medicine_is_left_to_those_who_may_advise_on_it() -> None:
    assert all("ask" in text.lower() for topic, _, _, text in ANSWERS if topic == "medicine")
