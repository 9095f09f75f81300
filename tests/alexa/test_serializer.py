from __future__ import annotations

import json
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_model import IntentRequest, RequestEnvelope, Response
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.envelope import UnknownRequest
from skill.alexa.serializer import TolerantSerializer
from tests.alexa.conversing import any_json, envelope, intent_request, places, replaced, simple_slot

WHOLE = envelope(
    intent_request(
        "DescribePainIntent",
        dialog_state="STARTED",
        slots={"lump": simple_slot("lump", "a lump", ("lump_behind_knee", "lump"))},
    ),
    {"state": {}},
)


def read(sent: Any) -> RequestEnvelope:
    found = TolerantSerializer().deserialize(json.dumps(sent), RequestEnvelope)
    assert isinstance(found, RequestEnvelope)
    return found


def test_a_whole_request_is_read_as_the_sdk_reads_it() -> None:
    request = read(WHOLE).request
    assert isinstance(request, IntentRequest)
    assert request.intent is not None
    assert request.intent.slots is not None
    assert request.intent.slots["lump"].value == "a lump"


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(places(WHOLE)), any_json)
def test_a_strange_value_anywhere_never_stops_the_reading(path: tuple[Any, ...], value: Any) -> None:
    assert read(replaced(WHOLE, path, value)).request is not None


def test_a_request_of_an_unknown_type_keeps_its_type_and_locale() -> None:
    request = read(envelope({"type": "MindReadRequest", "locale": "en-GB"})).request
    assert isinstance(request, UnknownRequest)
    assert (request.object_type, request.locale) == ("MindReadRequest", "en-GB")


@pytest.mark.parametrize("sent", [None, [], "x", 4, {}, {"request": 4}])
def test_what_is_no_envelope_is_a_request_of_no_type(sent: object) -> None:
    request = read(sent).request
    assert isinstance(request, UnknownRequest)
    assert request.object_type is None


def test_only_requests_are_read_tolerantly() -> None:
    with pytest.raises(SerializationException):
        TolerantSerializer().deserialize('{"card": {"type": "Postcard"}}', Response)
