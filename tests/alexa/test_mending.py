from __future__ import annotations

from typing import Any

import pytest
from ask_sdk_model import RequestEnvelope, Slot
from hypothesis import given, settings

from skill.alexa.mending import LEFT_OUT, mended
from tests.alexa.conversing import any_json, intent_request, launch

RESOLUTION = "ask_sdk_model.slu.entityresolution.resolution.Resolution"


def test_what_the_sdk_knows_stays_as_it_was_sent() -> None:
    whole = launch()
    assert mended(whole, RequestEnvelope) == whole


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("ask_sdk_model.dialog_state.DialogState", "PONDERING"),
        ("ask_sdk_model.dialog_state.DialogState", ["STARTED"]),
        ("ask_sdk_model.session_ended_reason.SessionEndedReason", "SOLAR_FLARE"),
        ("ask_sdk_model.slot_value.SlotValue", {"type": "Cloud", "value": "x"}),
        ("ask_sdk_model.slot_value.SlotValue", {"value": "x"}),
        ("ask_sdk_model.slot_value.SlotValue", {"type": ["Simple"]}),
        ("ask_sdk_model.request.Request", {"type": "MindReadRequest"}),
        ("ask_sdk_model.session.Session", []),
        ("list[str]", "x"),
        ("dict(str, object)", []),
        ("str", {}),
        ("str", True),
        ("bool", "false"),
        ("int", "4"),
        ("int", True),
        ("float", "4"),
        ("datetime", "today"),
        ("datetime", 1700000000),
    ],
)
def test_what_the_sdk_cannot_read_is_left_out(kind: str, value: object) -> None:
    assert mended(value, kind) is LEFT_OUT


@pytest.mark.parametrize(
    ("kind", "value", "left"),
    [
        ("list[str]", ["x", {}, "y"], ["x", "y"]),
        ("dict(str, int)", {"x": 1, "y": "z"}, {"x": 1}),
        (RESOLUTION, {"authority": "a", "status": {"code": "ER_MAYBE"}}, {"authority": "a", "status": {}}),
        ("ask_sdk_model.session.Session", {"new": True, "user": 4}, {"new": True}),
        ("ask_sdk_model.session.Session", {"new": True, "__class__": "x"}, {"new": True}),
    ],
)
def test_around_what_is_left_out_the_rest_stays(kind: str, value: Any, left: Any) -> None:
    assert mended(value, kind) == left


def test_a_slot_value_sent_as_a_number_is_text() -> None:
    assert mended({"name": "age", "value": 34}, Slot) == {"name": "age", "value": "34"}


def test_an_intent_keeps_its_good_slots_beside_a_bad_one() -> None:
    request = intent_request("TellIntent", slots={"bad": "x"}, description="it locks")
    assert mended(request, "ask_sdk_model.request.Request")["intent"]["slots"].keys() == {"description"}


@settings(max_examples=100)
@given(any_json)
def test_mending_what_was_mended_changes_nothing(value: Any) -> None:
    first = mended({"session": value, "request": {"type": "IntentRequest", "intent": value}}, RequestEnvelope)
    assert mended(first, RequestEnvelope) == first
