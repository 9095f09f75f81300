"""Playing danger down does not lower urgency, before or after it is told."""

from __future__ import annotations

import pytest

from skill.commands.devices import device
from skill.conditions.loader import load_knowledge
from skill.conditions.model import TriageLevel
from skill.evaluation.contracts import state_of
from skill.simulator import Device

# In words that raise the flag by themselves; a child and an older person say their age.
DANGER = {
    "E1": "i have chest pain",
    "E2": "my foot has gone cold and white",
    "E3": "my knee popped out of place and went back in",
    "E4": "my calf is rock hard",
    "E5": "my knee is hot and red and i have a fever",
    "E6": "i'm numb between my legs",
    "S1": "one calf is swollen",
    "S2": "my calf hurts and i had surgery two weeks ago",
    "S3": "i'm pregnant",
    "S4": "my knee is stuck and i can't straighten it",
    "S5": "i can't take four steps",
    "S6": "my knee swelled up within an hour",
    "S7": "i heard a pop and now i can't push up on my toes",
    "S8": "the lump behind my knee suddenly got much worse",
    "S9": "the lump behind my knee is pulsing",
    "S10": "i fell on it and i take a blood thinner",
    "S11": "my calf hurts and i'm on levofloxacin",
    "S12": "my knee is swollen and it's a replaced knee",
    "S13": "my son is nine and he is limping",
    "S14": "my leg tingles and my foot is getting weaker",
    "S15": "my calf cramps whenever i walk far and goes away when i stop, and now it hurts at night",
    "S16": "my knee is hot and swollen",
}
BEFORE = ("it's nothing really but", "i'm sure it's just a strain but", "it's probably fine but", "my wife worries but")
AFTER = (
    "my husband says it's nothing",
    "it's probably fine",
    "i'm sure it's just a strain",
    "it's nothing to worry about",
    "my friend had the same and it went away",
)


@pytest.fixture(scope="module")
def alexa() -> Device:
    return device("en-US")


def told(alexa: Device, *said: str) -> TriageLevel:
    """How soon to be seen, after all that was said."""
    alexa.open()
    return [state_of(alexa.say(each)).floor for each in said][-1]


def level(flag: str) -> TriageLevel:
    return TriageLevel.EMERGENCY if flag.startswith("E") else TriageLevel.SAME_DAY


def test_every_urgent_flag_is_played_down() -> None:
    flags = load_knowledge().red_flags.values()
    assert set(DANGER) == {flag.id for flag in flags if flag.level >= TriageLevel.SAME_DAY}


@pytest.mark.parametrize("flag", DANGER)
def test_danger_is_heard_in_these_words(alexa: Device, flag: str) -> None:
    assert told(alexa, DANGER[flag]) is level(flag)


@pytest.mark.parametrize("flag", DANGER)
@pytest.mark.parametrize("minimizing", BEFORE)
def test_danger_that_is_played_down_first_is_as_urgent(alexa: Device, flag: str, minimizing: str) -> None:
    assert told(alexa, f"{minimizing} {DANGER[flag]}") is level(flag)


@pytest.mark.parametrize("flag", DANGER)
@pytest.mark.parametrize("minimizing", AFTER)
def test_danger_that_is_played_down_in_the_same_breath_is_as_urgent(alexa: Device, flag: str, minimizing: str) -> None:
    assert told(alexa, f"{DANGER[flag]} but {minimizing}") is level(flag)


@pytest.mark.parametrize("flag", DANGER)
@pytest.mark.parametrize("minimizing", AFTER)
def test_danger_that_is_played_down_later_stays_as_urgent(alexa: Device, flag: str, minimizing: str) -> None:
    assert told(alexa, DANGER[flag], minimizing) is level(flag)
