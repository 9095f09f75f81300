"""What is heard in the middle of an exercise or of a workout."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.understanding.heard import Heard
from skill.understanding.pending import PAIN, Pending

RATED = Pending("number", fact=PAIN, exercising=True)
READY = Pending("yes_no", exercising=True)


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ("four", 4),
        ("about a four", 4),
        ("four out of ten", 4),
        ("maybe three or four", 4),
        ("three and a half", 4),
        ("zero", 0),
        ("nought", 0),
        ("no pain", 0),
        ("it didn't hurt", 0),
        ("none", 0),
        ("10", 10),
        ("a ten out of ten", 10),
        ("the first time two, then five", 5),
    ],
)
def test_a_pain_score_is_heard(hear: Callable[..., Heard], said: str, score: int) -> None:
    assert hear(said, RATED).score == score


@pytest.mark.parametrize("said", ["a bit", "not too bad", "eleven", "quite a lot", "yes"])
def test_what_is_no_number_is_no_score(hear: Callable[..., Heard], said: str) -> None:
    assert hear(said, RATED).score is None


@pytest.mark.parametrize("said", ["four", "no pain"])
def test_no_score_is_heard_where_none_was_asked_for(hear: Callable[..., Heard], said: str) -> None:
    assert hear(said, READY).score is None
    assert hear(said).score is None


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("that was easy", "easy"),
        ("can we add a few more", "easy"),
        ("that's too hard", "fewer"),
        ("not so many", "fewer"),
        ("a different exercise please", "switch"),
        ("count faster", "faster"),
        ("how many are left", "progress"),
        ("ouch", "hurts"),
        ("it hurts a lot", "hurts"),
        ("slow down", "slower"),
        ("hold it", "pause"),
        ("go on", "resume"),
        ("skip this exercise", "skip"),
        ("say that again", "repeat"),
    ],
)
def test_a_wish_is_heard_in_an_exercise(hear: Callable[..., Heard], said: str, wish: str) -> None:
    assert hear(said, READY).request == wish


@pytest.mark.parametrize("said", ["that was easy", "not so many", "ouch"])
def test_elsewhere_the_same_words_are_no_wish(hear: Callable[..., Heard], said: str) -> None:
    assert hear(said).request not in ("easy", "fewer", "hurts")


@pytest.mark.parametrize("said", ["it doesn't hurt", "it no longer hurts"])
def test_who_says_that_it_does_not_hurt_complains_of_nothing(hear: Callable[..., Heard], said: str) -> None:
    assert hear(said, READY).request != "hurts"


@pytest.mark.parametrize(
    "said",
    [
        "i'm on mile three and the back of my knee just grabbed",
        "halfway through my ride the back of my knee started hurting",
        "my knee went mid run",
        "i'm running right now and it hurts behind my knee",
        "two miles in and it seized up",
    ],
)
def test_somebody_in_the_middle_of_a_workout_is_heard_to_be(hear: Callable[..., Heard], said: str) -> None:
    assert hear(said).evidence.facts.moving is True


@pytest.mark.parametrize(
    "said", ["it hurts when i run", "i run three miles a day", "i'm not running right now", "after my ride it aches"]
)
def test_who_tells_of_workouts_is_not_in_one(hear: Callable[..., Heard], said: str) -> None:
    assert hear(said).evidence.facts.moving is None
