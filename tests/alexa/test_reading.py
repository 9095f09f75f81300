from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope, Slot
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.reading import LEFT_OUT, read
from skill.commands import devices
from tests.alexa.conversing import any_json, intent_request, launch, places, replaced

RESOLUTION = "ask_sdk_model.slu.entityresolution.resolution.Resolution"


def as_json(value: Any) -> Any:
    return DefaultSerializer().serialize(value)


def read_by_the_sdk(sent: Any) -> RequestEnvelope:
    found = DefaultSerializer().deserialize(json.dumps(sent), RequestEnvelope)
    assert isinstance(found, RequestEnvelope)
    return found


def requests_of_a_screen() -> list[Any]:
    device = devices.for_transcript("en-US", {"screen"})
    exchanges = (
        device.open(),
        device.say("there is a lump behind my knee"),
        device.touch(["answer", "no"]),
        device.end(),
    )
    return [exchange.request for exchange in exchanges]


@pytest.mark.parametrize("sent", [launch(), *requests_of_a_screen()], ids=lambda sent: sent["request"]["type"])
def test_what_the_sdk_knows_is_read_as_the_sdk_reads_it(sent: Any) -> None:
    """The SDK keeps fields that it does not know too, but says nothing of them."""
    assert as_json(read(sent, RequestEnvelope)) == as_json(read_by_the_sdk(sent))


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
        ("datetime", "2026-02-30T00:00:00Z"),
        ("datetime", "2026-02-28T00:00:00+01:00"),
        ("float", 10**400),
    ],
)
def test_what_the_sdk_cannot_read_is_left_out(kind: str, value: object) -> None:
    assert read(value, kind) is LEFT_OUT


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
    assert as_json(read(value, kind)) == left


def test_a_slot_value_sent_as_a_number_is_text() -> None:
    assert read({"name": "age", "value": 34}, Slot) == Slot(name="age", value="34")


def test_an_intent_keeps_its_good_slots_beside_a_bad_one() -> None:
    request = intent_request("TellIntent", slots={"bad": "x"}, description="it locks")
    assert read(request, "ask_sdk_model.request.Request").intent.slots.keys() == {"description"}


def test_a_time_is_read_as_one_of_utc() -> None:
    assert read("2026-02-28T23:59:59Z", "datetime") == datetime(2026, 2, 28, 23, 59, 59, tzinfo=UTC)


WHOLE = launch()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(places(WHOLE)), any_json)
def test_what_is_left_of_a_strange_request_is_what_the_sdk_reads_of_it(path: tuple[Any, ...], value: Any) -> None:
    found = read(replaced(WHOLE, path, value), RequestEnvelope)
    assert found is LEFT_OUT or read_by_the_sdk(as_json(found)) == found
