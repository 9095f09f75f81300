from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.language import LanguageError, load_language
from skill.simulator.text import without_fillers, without_wake_word, words_of

ENGLISH = load_language("en-US")


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("A LARGE Pizza, please!", "a large pizza please"),
        ("I don\u2019t know", "i don't know"),
        ("the so-called 'special'", "the so called special"),
        ("the cooks' choice", "the cooks' choice"),
        ("it costs 3.50?", "it costs 3.50"),
        ("1,000 pizzas", "1000 pizzas"),
        ("ham \u2014 or mushrooms\u2026", "ham or mushrooms"),
        ("caf\u00e9 cr\u00e8me", "caf\u00e9 cr\u00e8me"),
        ("?!", ""),
    ],
)
def test_typed_text_becomes_what_a_recognizer_delivers(typed: str, heard: str) -> None:
    assert " ".join(words_of(typed)) == heard


@given(st.text())
def test_reading_words_twice_changes_nothing(typed: str) -> None:
    once = words_of(typed)
    assert words_of(" ".join(once)) == once


def test_hesitations_at_the_edges_are_dropped_and_those_inside_stay() -> None:
    words = words_of("Um, well, I'd like ham, uh, please")
    assert without_fillers(words, ENGLISH) == ("i'd", "like", "ham")


def test_an_utterance_of_nothing_but_fillers_is_kept() -> None:
    assert without_fillers(("well", "um"), ENGLISH) == ("well", "um")


def test_the_wake_word_is_no_part_of_what_the_skill_hears() -> None:
    assert without_wake_word(("alexa", "pause"), ENGLISH) == ("pause",)


def test_the_wake_word_alone_leaves_silence() -> None:
    assert without_wake_word(("alexa",), ENGLISH) == ()


@pytest.mark.parametrize(
    "pair",
    [("toppings", "topping"), ("stopped", "stops"), ("running", "run"), ("pressed", "press"), ("what's", "what")],
)
def test_forms_of_a_word_share_a_stem(pair: tuple[str, str]) -> None:
    assert ENGLISH.stem(pair[0]) == ENGLISH.stem(pair[1])


def test_different_words_keep_different_stems() -> None:
    assert ENGLISH.stem("start") != ENGLISH.stem("stop")


@pytest.mark.parametrize("locale", ["xx-XX", "../en"])
def test_a_locale_without_words_is_named_in_the_error(locale: str) -> None:
    with pytest.raises(LanguageError, match="The simulator has no words for"):
        load_language(locale)
