from __future__ import annotations

import pytest

from skill.conditions.evidence import Evidence, Presence
from skill.understanding.pending import Pending

PLACE = Pending(
    "choice",
    options={
        "inner": Evidence({"pain_inner_back": Presence.PRESENT}),
        "outer": Evidence({"pain_outer_back": Presence.PRESENT}),
    },
)


@pytest.mark.parametrize(
    ("text", "presence"),
    [
        ("no swelling, well actually a bit of swelling", "present"),
        ("no swelling well actually a bit of swelling", "present"),
        ("it's swollen no actually it isn't swollen", "absent"),
    ],
)
def test_of_a_finding_told_and_taken_back_the_later_word_counts(findings, text, presence):
    assert findings(text) == {"swelling_knee": presence}


@pytest.mark.parametrize("text", ["it's the left no the right", "my left knee no my right knee"])
def test_the_later_side_counts(hear, text):
    assert hear(text).evidence.facts.side == "right"


def test_the_later_age_counts(hear):
    assert hear("i'm thirty no thirty one").evidence.facts.age == 31


def test_the_later_option_counts(findings):
    assert findings("inner no wait outer side", PLACE) == {"pain_outer_back": "present"}
