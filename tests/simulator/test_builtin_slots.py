from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.builtin_slots import read_duration, read_number
from skill.simulator.language import load_language
from skill.simulator.text import words_of

ENGLISH = load_language("en-US")


def number(text: str) -> str | None:
    return read_number(words_of(text), ENGLISH)


def duration(text: str) -> str | None:
    return read_duration(words_of(text), ENGLISH)


@pytest.mark.parametrize(
    ("spoken", "value"),
    [
        ("34", "34"),
        ("thirty four", "34"),
        ("thirty-four", "34"),
        ("seven", "7"),
        ("zero", "0"),
        ("a hundred", "100"),
        ("a hundred and five", "105"),
        ("two thousand and twenty six", "2026"),
        ("three hundred thousand", "300000"),
        ("five hundred twelve thousand six hundred one", "512601"),
        ("2 hundred", "200"),
        ("minus three", "-3"),
        ("three point one four", "3.14"),
        ("7.5", "7.5"),
    ],
)
def test_number_words_become_digits(spoken: str, value: str) -> None:
    assert number(spoken) == value


@pytest.mark.parametrize(
    "spoken", ["", "ham", "a", "and", "two three", "twenty thirty", "hundred", "five and", "thirty fourteen", "minus"]
)
def test_words_that_are_no_number_are_refused(spoken: str) -> None:
    assert number(spoken) is None


UNITS = ENGLISH.numbers["units"]
TENS = ENGLISH.numbers["tens"]


def in_words(value: int) -> str:
    """Spell a number below a million, independently of the reader."""
    if value >= 1000:
        rest = value % 1000
        return f"{in_words(value // 1000)} thousand" + (f" {in_words(rest)}" if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{in_words(value // 100)} hundred" + (f" and {in_words(rest)}" if rest else "")
    if value >= 20:
        ten = next(word for word, amount in TENS.items() if amount == value // 10 * 10)
        return ten + (f" {in_words(value % 10)}" if value % 10 else "")
    return str(next(word for word, amount in UNITS.items() if amount == value))


@given(st.integers(min_value=0, max_value=999_999))
def test_every_spelled_number_is_read_back(value: int) -> None:
    assert number(in_words(value)) == str(value)


@pytest.mark.parametrize(
    ("spoken", "value"),
    [
        ("three weeks", "P3W"),
        ("a day", "P1D"),
        ("ten minutes", "PT10M"),
        ("six months", "P6M"),
        ("a couple of months", "P2M"),
        ("a few days", "P3D"),
        ("half an hour", "PT30M"),
        ("a year and a half", "P1Y6M"),
        ("one and a half hours", "PT1H30M"),
        ("a fortnight", "P2W"),
        ("two years three hours ten minutes", "P2YT3H10M"),
        ("one hour and twenty minutes", "PT1H20M"),
        ("forty five seconds", "PT45S"),
    ],
)
def test_lengths_of_time_become_iso_8601(spoken: str, value: str) -> None:
    assert duration(spoken) == value


@pytest.mark.parametrize(
    "spoken", ["", "weeks", "ham", "three", "three hams", "two days and", "a day a day", "minus two days"]
)
def test_words_that_are_no_length_of_time_are_refused(spoken: str) -> None:
    assert duration(spoken) is None


ISO = re.compile(
    r"P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
)
NUMBER_WORDS = [*UNITS, *TENS, "a", "and", "half", "hundred", "couple", "of", "12"]


@given(st.lists(st.sampled_from([*NUMBER_WORDS, *ENGLISH.durations["units"]]), max_size=8))
def test_whatever_is_read_as_a_length_of_time_is_iso_8601(words: list[str]) -> None:
    value = read_duration(tuple(words), ENGLISH)
    assert value is None or ISO.fullmatch(value)


@pytest.mark.parametrize("spoken", ["three point ham", "ham point three", "point five", "three point"])
def test_a_decimal_needs_a_number_before_the_point_and_digits_behind(spoken: str) -> None:
    assert number(spoken) is None
