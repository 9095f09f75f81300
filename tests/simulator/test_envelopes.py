from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.utils import get_simple_slot_values, get_slot_value_v2
from ask_sdk_model import RequestEnvelope

from skill.simulator import Hardware, InteractionModel
from skill.simulator.envelopes import Envelopes, intent_json
from skill.simulator.language import load_language
from skill.simulator.language_understanding import LanguageUnderstanding

Json = dict[str, Any]


def envelopes(*, screen: bool = False) -> Envelopes:
    return Envelopes("en-GB", Hardware(screen=screen), lambda: datetime(2024, 5, 1, 12, 30, tzinfo=UTC))


def heard(model: InteractionModel, said: str) -> Json:
    match = LanguageUnderstanding(model, load_language("en-US")).understand(said)
    return intent_json(model.intents[match.intent], match.slots)


def as_the_sdk_reads_it(envelope: Json) -> RequestEnvelope:
    return DefaultSerializer().deserialize(json.dumps(envelope), RequestEnvelope)


def test_the_sdk_reads_an_intent_request_with_its_slots(pizzeria: InteractionModel) -> None:
    maker = envelopes()
    envelope = maker.intent(maker.new_session(), heard(pizzeria, "two big pizzas"), "STARTED")
    slots = as_the_sdk_reads_it(envelope).request.intent.slots
    size = slots["size"]
    entity = size.resolutions.resolutions_per_authority[0].values[0].value
    assert (size.value, entity.name, entity.id, slots["count"].value) == ("big", "large", "L", "2")


def test_the_sdk_reads_a_list_of_values(pizzeria: InteractionModel) -> None:
    maker = envelopes()
    envelope = maker.intent(maker.new_session(), heard(pizzeria, "a large pizza with ham and fungi"))
    value = get_slot_value_v2(_handler_input(envelope), "topping")
    assert [simple.value for simple in get_simple_slot_values(value)] == ["ham", "fungi"]


def _handler_input(envelope: Json) -> Any:
    from ask_sdk_core.handler_input import HandlerInput

    return HandlerInput(as_the_sdk_reads_it(envelope))


@pytest.mark.parametrize("reason", ["USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR"])
def test_the_sdk_reads_the_end_of_a_session(reason: str) -> None:
    maker = envelopes()
    error = {"type": "INVALID_RESPONSE", "message": "It was too long."} if reason == "ERROR" else None
    request = as_the_sdk_reads_it(maker.session_ended(maker.new_session(), reason, error)).request
    assert request.reason.value == reason


def test_the_sdk_reads_a_launch_on_a_device_with_a_screen() -> None:
    maker = envelopes(screen=True)
    read = as_the_sdk_reads_it(maker.launch(maker.new_session()))
    assert read.context.system.device.supported_interfaces.alexa_presentation_apl.runtime.max_version
    assert read.context.viewport.pixel_width == 1280


def test_a_device_without_a_screen_supports_no_interface() -> None:
    maker = envelopes()
    context = maker.launch(maker.new_session())["context"]
    assert (context["System"]["device"]["supportedInterfaces"], "Viewport" in context) == ({}, False)


def test_a_value_outside_the_list_reports_no_match(pizzeria: InteractionModel) -> None:
    slot = heard(pizzeria, "tell me about smoked reindeer")["slots"]["topping"]
    assert slot["resolutions"]["resolutionsPerAuthority"][0]["status"]["code"] == "ER_SUCCESS_NO_MATCH"


def test_a_number_has_a_value_and_no_resolutions(pizzeria: InteractionModel) -> None:
    slot = heard(pizzeria, "two big pizzas")["slots"]["count"]
    assert slot == {
        "name": "count",
        "confirmationStatus": "NONE",
        "source": "USER",
        "value": "2",
        "slotValue": {"type": "Simple", "value": "2"},
    }


def test_a_slot_with_multiple_values_has_no_single_value(pizzeria: InteractionModel) -> None:
    slot = heard(pizzeria, "a large pizza with ham")["slots"]["topping"]
    assert ("value" in slot, slot["slotValue"]["type"]) == (False, "List")


def test_every_slot_of_the_intent_is_there_filled_or_not(pizzeria: InteractionModel) -> None:
    slots = heard(pizzeria, "order a pizza")["slots"]
    assert slots["size"] == {"name": "size", "confirmationStatus": "NONE"}


def test_ids_count_up_so_that_a_conversation_repeats_itself() -> None:
    def first_two() -> list[Json]:
        maker = envelopes()
        session = maker.new_session()
        return [maker.launch(session), maker.session_ended(session, "USER_INITIATED")]

    assert first_two() == first_two()
    assert first_two()[0]["request"]["requestId"] != first_two()[1]["request"]["requestId"]


def test_the_time_is_that_of_the_clock_in_utc() -> None:
    maker = envelopes()
    assert maker.launch(maker.new_session())["request"]["timestamp"] == "2024-05-01T12:30:00Z"
