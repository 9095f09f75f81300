from __future__ import annotations

import pytest

from skill.understanding.pending import Pending


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("i'm 34", 34),
        ("i am sixty five years old", 65),
        ("sixty two year old guy here", 62),
        ("i'm 31 a wide receiver", 31),
        ("in my fifties", 55),
        ("late forties", 48),
        ("i'm thirty four weeks pregnant", None),
        ("i'm 5 miles in", None),
        ("it hurts after 40 minutes", None),
    ],
)
def test_age_is_heard_and_other_numbers_are_not_ages(hear, text, age):
    assert hear(text).evidence.facts.age == age


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("it started three and a half weeks ago", 24),
        ("for a couple of months", 60),
        ("since yesterday", 1),
        ("for the past fortnight", 14),
        ("two days ago", 2),
        ("it's been about half a year", 182),
        ("it hurts after an hour on the saddle", None),
        ("pain started after a ten hour drive", None),
        ("i've had it about a year", 365),
        ("since last week it hurts behind my knee", 7),
        ("it started the other day", 3),
        ("it started this morning", 0),
        ("since the weekend my knee hurts", 3),
        ("i've had this bad leg oh goodness five weeks", 35),
        ("it has hurt since march", None),
    ],
)
def test_how_long_it_has_hurt(hear, text, days):
    assert hear(text).evidence.facts.duration_days == days


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("my left knee hurts", "left"),
        ("it's in the right calf", "right"),
        ("both my knees hurt", "both"),
        ("pain on the right side of the knee", None),
        ("right behind my knee", None),
        ("it's right in the middle", None),
        ("that's right", None),
        ("my left calf is bigger than the right one", "left"),
        ("it's not the right knee it's the left knee", "left"),
    ],
)
def test_side_is_which_leg_and_not_which_place(hear, text, side):
    assert hear(text).evidence.facts.side == side


@pytest.mark.parametrize(
    ("text", "sport"),
    [
        ("i run marathons", "running"),
        ("after spin class", "cycling"),
        ("playing soccer", "other"),
        ("i don't run", None),
    ],
)
def test_sport(hear, text, sport):
    assert hear(text).evidence.facts.sport == sport


@pytest.mark.parametrize(("text", "age"), [("thirty four", 34), ("he is ten", 10), ("4", 4), ("sixty-two", 62)])
def test_a_bare_number_answers_the_question_for_age(hear, text, age):
    assert hear(text, Pending("number", fact="age")).evidence.facts.age == age


def test_a_time_alone_answers_how_long(hear):
    assert hear("three weeks", Pending("number", fact="duration_days")).evidence.facts.duration_days == 21


@pytest.mark.parametrize("text", ["for years", "since march", "ages", "as long as i can remember"])
def test_a_time_that_cannot_be_counted_passes_the_question_over(hear, text):
    assert hear(text, Pending("number", fact="duration_days")).request == "skip"


def test_weeks_since_a_birth_are_no_age(hear):
    assert hear("had my baby three weeks ago").evidence.facts.age is None
