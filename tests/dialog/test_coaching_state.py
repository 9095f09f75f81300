from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from skill.dialog import asks
from skill.dialog.coaching_state import Coaching, from_json, to_json
from skill.dialog.state import SCHEMA, ConversationState, StateError
from skill.dialog.state import from_json as conversation_from
from skill.dialog.state import to_json as conversation_json
from tests.dialog.coaching import STEPS

SAVED = to_json(STEPS["rest"].coaching)


@pytest.mark.parametrize("step", STEPS)
def test_every_step_comes_back_from_the_session_as_it_was(step: str) -> None:
    assert conversation_from(json.loads(json.dumps(conversation_json(STEPS[step])))) == STEPS[step]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("exercise", 3),
        ("exercise", None),
        ("sets", "3"),
        ("sets", True),
        ("set", 0),
        ("set", 4),
        ("done", -1),
        ("done", 1),
        ("side", 2),
        ("tempo", 20),
        ("tempo", 400),
        ("step", "jumping"),
        ("ahead", "bridge"),
        ("set_up", [1]),
        ("paused", 1),
        ("bandless", "no"),
    ],
)
def test_a_step_that_there_is_not_is_refused(name: str, value: Any) -> None:
    assert SAVED is not None
    with pytest.raises((ValueError, TypeError)):
        from_json({**SAVED, name: value})


@pytest.mark.parametrize("name", SAVED or ())
def test_a_conversation_with_half_a_step_is_refused(name: str) -> None:
    saved = conversation_json(STEPS["rest"])
    del saved["coaching"][name]
    with pytest.raises(StateError):
        conversation_from(saved)


def test_a_conversation_from_before_there_was_coaching_goes_on() -> None:
    state = ConversationState(pending=asks.OfferCare())
    saved = conversation_json(state)
    for new in ("coaching", "wanted", "halted", "interrupted"):
        del saved[new]
    del saved["pending"]["exercise"]
    assert SCHEMA >= 3
    assert conversation_from({**saved, "schema": 2}) == state


def test_a_smaller_dose_leaves_no_set_or_repetition_that_there_is_not() -> None:
    far = Coaching("clam_opener", sets=3, reps=25, hold_seconds=0, set=3, done=18)
    fewer = far.dosed(replace(far.dose, sets=2, reps=10))
    assert (fewer.set, fewer.done) == (2, 9)
