"""Each rule of the style finds what breaks it, and leaves alone what does not."""

from __future__ import annotations

import pytest

from skill.authoring.speech_lint import rules


def whats(faults):
    return [fault.what for fault in faults]


def test_a_sentence_longer_than_the_limit_is_found(style):
    assert whats(rules.sentence_length("one two three four five six seven eight nine.", style)) == [
        "9 words are over 8"
    ]


def test_a_sentence_at_the_limit_is_fine(style):
    assert whats(rules.sentence_length("one two three four five six seven eight.", style)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("That is my diagnosis.", "diagnosis"),
        ("Well, you have a cyst.", "you have"),
        ("Your patella is sore.", "patella"),
        ("PATELLA.", "PATELLA"),
    ],
)
def test_a_banned_word_is_found_with_its_reason(style, sentence, found):
    assert whats(rules.banned_words(sentence, style)) == [f'"{found}" is not for us to say']


@pytest.mark.parametrize(
    "sentence",
    ["Do you have pain?", "See a doctor if you have a fever.", "You have to rest.", "Your patellas are fine."],
)
def test_a_banned_word_is_fine_where_the_style_allows_it(style, sentence):
    assert whats(rules.banned_words(sentence, style)) == []


@pytest.mark.parametrize(("sentence", "found"), [("Great!", "!"), ("In 6-12 weeks.", "6-1"), ("Wait - go.", "-")])
def test_a_symbol_is_found(style, sentence, found):
    assert whats(rules.symbols(sentence, style)) == [f"'{found}' is not read out as meant"]


def test_a_hyphen_within_a_word_is_no_symbol(style):
    assert whats(rules.symbols("A rock-hard calf.", style)) == []


def test_hard_words_are_found(style, statement):
    prompt = statement("Physiological considerations necessitate immediate immobilization.")
    assert "reads like school year" in whats(rules.reading_grade(prompt, style))[0]


def test_plain_words_are_fine(style, statement):
    assert whats(rules.reading_grade(statement("Sit down and rest your leg for a day."), style)) == []


def test_a_question_before_the_end_is_found(style, question):
    assert whats(rules.one_question(question("Is it sore? Where is it?"), style)) == ["is a question before the end"]


def test_a_question_that_does_not_come_last_is_found(style, question):
    prompt = question("Is it sore? Tell me.")
    assert whats(rules.one_question(prompt, style)) == ["is a question before the end", "does not end in a question"]


def test_a_statement_that_asks_is_found(style, statement):
    assert whats(rules.one_question(statement("Is it sore?"), style)) == ["asks, though it is followed by the question"]


def test_four_things_to_choose_from_are_too_many(style, question):
    prompt = question("Is it hot, cold, red, or blue?")
    assert whats(rules.few_options(prompt, style)) == ["offers 4 things in a row"]


@pytest.mark.parametrize(
    "text", ["Is it hot, cold, or red?", "Behind the knee, is it hot, cold, or red?", "Is it hot?"]
)
def test_three_things_to_choose_from_are_fine(style, question, text):
    assert whats(rules.few_options(question(text), style)) == []


def test_a_prompt_that_takes_too_long_is_found(style, statement):
    assert whats(rules.duration(statement("word " * 30), style)) == ["takes 12 seconds, over 10"]


def test_a_prompt_in_time_is_fine(style, statement):
    assert whats(rules.duration(statement("word " * 25), style)) == []


def test_a_reprompt_that_repeats_the_question_is_found(style, question):
    prompt = question("Hello. Is it sore?", "Come on. Is it sore?")
    assert whats(rules.reprompt(prompt, style)) == ["asks after silence what was asked before"]


def test_a_reprompt_in_other_words_is_fine(style, question):
    assert whats(rules.reprompt(question("Is it sore?", "Does it hurt?"), style)) == []


def test_three_sentences_in_a_row_that_begin_alike_are_found(style, statement):
    prompt = statement("It hurts. It aches. It burns.")
    assert whats(rules.openings(prompt, style)) == ['3 sentences in a row begin with "it"']


def test_two_sentences_in_a_row_that_begin_alike_are_fine(style, statement):
    assert whats(rules.openings(statement("It hurts. It aches. Rest. It burns."), style)) == []
