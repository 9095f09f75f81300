from __future__ import annotations

import pytest

from skill.understanding.pending import Pending

AFTER_THE_CALF = Pending("open", part="calf")


@pytest.mark.parametrize("text", ["it's a bit swollen", "maybe a bit fatter than the other one", "it has swelled up"])
def test_what_swells_after_the_calf_was_spoken_of_is_the_calf(hear, text):
    evidence = hear(text, AFTER_THE_CALF).evidence
    assert (evidence.present("calf_swelling"), "swelling_knee" in evidence) == (True, False)


def test_heat_after_the_calf_was_spoken_of_is_in_the_calf(hear):
    assert hear("it's red and warm to touch", AFTER_THE_CALF).evidence.present("calf_warm_red")


def test_a_knee_that_is_named_is_the_knee_whatever_was_spoken_of(hear):
    assert hear("my knee is swollen", AFTER_THE_CALF).evidence.present("swelling_knee")


def test_what_swells_with_nothing_spoken_of_is_the_knee(hear):
    assert hear("it's a little swollen").evidence.present("swelling_knee")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("my calf's been tight", "calf"),
        ("my knee hurts and so does my calf", "calf"),
        ("my calf hurts and the knee clicks", "knee"),
        ("it hurts", None),
    ],
)
def test_the_part_that_was_named_last_is_heard(hear, text, part):
    assert hear(text).part == part
