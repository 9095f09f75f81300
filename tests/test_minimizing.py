"""Playing danger down does not lower urgency, before or after it is told."""

from __future__ import annotations

import pytest

from skill.commands.devices import device
from skill.conditions.model import TriageLevel
from skill.evaluation.contracts import state_of

DANGER = {
    "i have chest pain": TriageLevel.EMERGENCY,
    "i can't catch my breath even sitting down": TriageLevel.EMERGENCY,
    "my foot has gone cold and white": TriageLevel.EMERGENCY,
    "my knee popped out of place and went back in": TriageLevel.EMERGENCY,
    "my calf is rock hard": TriageLevel.EMERGENCY,
    "my knee is hot and red and i have a fever": TriageLevel.EMERGENCY,
    "i'm numb between my legs": TriageLevel.EMERGENCY,
    "one calf is swollen": TriageLevel.SAME_DAY,
    "my knee is stuck and i can't straighten it": TriageLevel.SAME_DAY,
}
BEFORE = ("it's nothing really but", "i'm sure it's just a strain but", "it's probably fine but", "my wife worries but")
AFTER = (
    "my husband says it's nothing",
    "it's probably fine",
    "i'm sure it's just a strain",
    "it's nothing to worry about",
    "my friend had the same and it went away",
)


@pytest.mark.parametrize("danger", DANGER)
@pytest.mark.parametrize("minimizing", BEFORE)
def test_danger_that_is_played_down_is_as_urgent(danger: str, minimizing: str) -> None:
    alexa = device("en-US")
    alexa.open()
    assert state_of(alexa.say(f"{minimizing} {danger}")).floor is DANGER[danger]


@pytest.mark.parametrize("danger", DANGER)
@pytest.mark.parametrize("minimizing", AFTER)
def test_danger_that_is_played_down_later_stays_as_urgent(danger: str, minimizing: str) -> None:
    alexa = device("en-US")
    alexa.open()
    alexa.say(danger)
    assert state_of(alexa.say(minimizing)).floor is DANGER[danger]
