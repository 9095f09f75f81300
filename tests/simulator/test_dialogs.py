from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from skill.simulator import Device, Ended, How

Json = dict[str, Any]
MakeResponse = Callable[..., Json]


def asks(make_response: MakeResponse, *directives: Json) -> Json:
    return make_response("What size?", "Large or small?", directives=list(directives))


@pytest.fixture
def eliciting(device: Device, skill: Any, make_response: MakeResponse) -> Device:
    """A device whose skill answers every order by asking for the size."""
    skill.script["OrderIntent"] = asks(make_response, {"type": "Dialog.ElicitSlot", "slotToElicit": "size"})
    device.open()
    return device


def slots(skill: Any) -> Json:
    return {name: slot.get("value") for name, slot in skill.last["intent"]["slots"].items() if "value" in slot}


def test_a_first_request_starts_the_dialog(eliciting: Device, skill: Any) -> None:
    eliciting.say("order a pizza")
    assert skill.last["dialogState"] == "STARTED"


def test_an_intent_outside_the_dialog_model_has_no_dialog_state(eliciting: Device, skill: Any) -> None:
    eliciting.say("how long will it take")
    assert "dialogState" not in skill.last


def test_an_answer_continues_the_dialog_of_the_elicited_slot(eliciting: Device, skill: Any) -> None:
    eliciting.say("order a pizza")
    exchange = eliciting.say("big")
    assert (exchange.intent, skill.last["dialogState"], slots(skill)) == ("OrderIntent", "IN_PROGRESS", {"size": "big"})


def test_slots_collected_before_are_sent_again(eliciting: Device, skill: Any) -> None:
    eliciting.say("two small pizzas")
    eliciting.say("make it big")
    assert slots(skill) == {"count": "2", "size": "big"}


def test_slots_that_the_skill_updates_replace_the_ones_collected(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    updated = {"name": "OrderIntent", "slots": {"count": {"name": "count", "value": "3", "confirmationStatus": "NONE"}}}
    directive = {"type": "Dialog.ElicitSlot", "slotToElicit": "size", "updatedIntent": updated}
    skill.script["OrderIntent"] = asks(make_response, directive)
    device.open()
    device.say("two small pizzas")
    device.say("big")
    assert slots(skill) == {"count": "3", "size": "big"}


def test_another_intent_leaves_the_dialog(eliciting: Device, skill: Any) -> None:
    eliciting.say("two small pizzas")
    eliciting.say("how long will it take")
    eliciting.say("order a pizza")
    assert (skill.last["dialogState"], slots(skill)) == ("STARTED", {})


def test_the_dialog_outlasts_a_silence(eliciting: Device) -> None:
    eliciting.say("order a pizza")
    eliciting.silence()
    exchange = eliciting.say("big")
    assert exchange.match is not None
    assert exchange.match.how is How.ELICITED


# Confirmation, which Alexa hears itself


@pytest.mark.parametrize(
    ("said", "status"), [("yes", "CONFIRMED"), ("go on then", "CONFIRMED"), ("no thanks", "DENIED")]
)
def test_yes_and_no_to_a_confirmation_come_as_the_status_of_the_slot(
    device: Device, skill: Any, make_response: MakeResponse, said: str, status: str
) -> None:
    skill.script["OrderIntent"] = asks(make_response, {"type": "Dialog.ConfirmSlot", "slotToConfirm": "size"})
    device.open()
    device.say("two small pizzas")
    exchange = device.say(said)
    assert exchange.intent == "OrderIntent"
    assert skill.last["intent"]["slots"]["size"]["confirmationStatus"] == status
    assert slots(skill) == {"count": "2", "size": "small"}


@pytest.mark.parametrize(("said", "status"), [("yes", "CONFIRMED"), ("no", "DENIED")])
def test_yes_and_no_to_a_confirmation_come_as_the_status_of_the_intent(
    device: Device, skill: Any, make_response: MakeResponse, said: str, status: str
) -> None:
    skill.script["OrderIntent"] = asks(make_response, {"type": "Dialog.ConfirmIntent"})
    device.open()
    device.say("order a pizza")
    device.say(said)
    assert skill.last["intent"]["confirmationStatus"] == status


def test_another_answer_to_a_confirmation_is_understood_as_ever(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["OrderIntent"] = asks(make_response, {"type": "Dialog.ConfirmIntent"})
    device.open()
    device.say("order a pizza")
    assert device.say("how long will it take").intent == "HowLongIntent"


def test_without_a_confirmation_yes_is_the_built_in_intent(eliciting: Device) -> None:
    eliciting.say("order a pizza")
    assert eliciting.say("yes").intent == "AMAZON.YesIntent"


# Delegation


@pytest.fixture
def delegating(device: Device, skill: Any, make_response: MakeResponse) -> Device:
    """A device whose skill leaves the order to Alexa until it is complete."""

    def order(envelope: Json) -> Json:
        if envelope["request"]["dialogState"] == "COMPLETED":
            return make_response("Coming up.")
        return {
            "version": "1.0",
            "response": {"shouldEndSession": False, "directives": [{"type": "Dialog.Delegate"}]},
        }

    skill.script["OrderIntent"] = order
    device.open()
    return device


def test_a_delegated_dialog_speaks_the_prompt_of_the_dialog_model(delegating: Device) -> None:
    exchange = delegating.say("order a pizza")
    assert (exchange.speech, exchange.session_open) == ("Large or small?", True)


def test_a_delegated_confirmation_names_what_was_collected(delegating: Device) -> None:
    delegating.say("order a pizza")
    assert delegating.say("big").speech == "A big one, right?"


def test_a_delegated_dialog_is_sent_completed_once_all_is_there(delegating: Device, skill: Any) -> None:
    delegating.say("order a pizza")
    delegating.say("big")
    exchange = delegating.say("yes")
    assert (exchange.speech, skill.last["dialogState"]) == ("Coming up.", "COMPLETED")
    assert skill.last["intent"]["confirmationStatus"] == "CONFIRMED"


def test_delegating_a_completed_dialog_again_is_refused(device: Device, skill: Any) -> None:
    skill.script["OrderIntent"] = {
        "version": "1.0",
        "response": {
            "shouldEndSession": False,
            "directives": [
                {
                    "type": "Dialog.Delegate",
                    "updatedIntent": {
                        "name": "OrderIntent",
                        "confirmationStatus": "CONFIRMED",
                        "slots": {"size": {"name": "size", "value": "big"}},
                    },
                }
            ],
        },
    }
    device.open()
    exchange = device.say("order a pizza")
    assert (exchange.ended, exchange.breaches[-1].rule) == (Ended.ERROR, "dialog")
