"""A permission that is asked for by voice: Alexa asks in her own words, and the skill is told what was answered."""

from __future__ import annotations

from typing import Any

import pytest

from skill.simulator import Device, Ended, TimerService
from skill.simulator.response_rules import check
from skill.simulator.timers import SCOPE

Json = dict[str, Any]

QUESTION = "Do you give Pizza Palace permission to update your timers? You can say I approve or no."
ASK_FOR: Json = {
    "type": "Connections.SendRequest",
    "name": "AskFor",
    "payload": {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "2",
        "permissionScopes": [{"permissionScope": SCOPE, "consentLevel": "ACCOUNT"}],
    },
    "token": "oven",
}
HANDS_OVER: Json = {"version": "1.0", "sessionAttributes": {"step": 3}, "response": {"directives": [ASK_FOR]}}


@pytest.fixture
def asking(device: Device, skill: Any) -> Device:
    """A device in whose conversation Alexa asks for the permission."""
    skill.script["OrderIntent"] = HANDS_OVER
    device.open()
    device.say("order a pizza")
    return device


def test_alexa_asks_in_her_own_words_and_listens(device: Device, skill: Any) -> None:
    skill.script["OrderIntent"] = HANDS_OVER
    device.open()
    exchange = device.say("order a pizza")
    assert (exchange.speech, exchange.session_open, exchange.breaches) == (QUESTION, True, ())


def test_what_the_skill_says_comes_before_her_question(device: Device, skill: Any) -> None:
    speech = {"type": "SSML", "ssml": "<speak>One thing first.</speak>"}
    skill.script["OrderIntent"] = HANDS_OVER | {"response": {"directives": [ASK_FOR], "outputSpeech": speech}}
    device.open()
    assert device.say("order a pizza").speech == f"One thing first. {QUESTION}"


@pytest.mark.parametrize(
    ("answer", "status"),
    [("i approve", "ACCEPTED"), ("yes", "ACCEPTED"), ("go on then", "ACCEPTED"), ("no", "DENIED"), ("nope", "DENIED")],
)
def test_the_answer_goes_to_the_skill_with_its_token(asking: Device, skill: Any, answer: str, status: str) -> None:
    asking.say(answer)
    told = skill.last
    assert (told["type"], told["name"], told["token"]) == ("Connections.Response", "AskFor", "oven")
    assert (told["status"]["code"], told["payload"]["status"]) == ("200", status)


def test_an_unclear_answer_is_asked_for_once_more(asking: Device, skill: Any) -> None:
    assert asking.say("a large pizza with ham").speech == QUESTION
    assert skill.last["type"] == "IntentRequest"
    asking.say("a large pizza with ham")
    assert skill.last["payload"]["status"] == "NOT_ANSWERED"


def test_two_silences_are_no_answer(asking: Device, skill: Any) -> None:
    assert asking.silence().speech == QUESTION
    asking.silence()
    assert skill.last["payload"]["status"] == "NOT_ANSWERED"


def test_who_leaves_is_not_asked_any_more(asking: Device) -> None:
    assert asking.say("exit").ended is Ended.USER_INITIATED
    assert not asking.open().speech.startswith(QUESTION)


def test_the_session_goes_on_with_its_attributes(asking: Device, skill: Any) -> None:
    asking.say("i approve")
    session = skill.requests[-1]["session"]
    assert (session["new"], session["attributes"]) == (False, {"step": 3})


def test_the_session_can_be_a_new_one(pizzeria: Any, skill: Any) -> None:
    device = Device(skill, pizzeria, keeps_session=False)
    skill.script["OrderIntent"] = HANDS_OVER
    device.open()
    device.say("order a pizza")
    device.say("i approve")
    session = skill.requests[-1]["session"]
    assert (session["new"], session["attributes"]) == (True, {})


def test_a_permission_that_was_given_permits_the_timers_and_is_in_every_request(asking: Device, skill: Any) -> None:
    asking.say("i approve")
    assert asking.timers.permitted
    asking.open()
    user = skill.requests[-1]["context"]["System"]["user"]
    assert user["permissions"]["scopes"] == {SCOPE: {"status": "GRANTED"}}


def test_a_permission_that_was_refused_permits_nothing(asking: Device, skill: Any) -> None:
    asking.say("no")
    assert not asking.timers.permitted
    assert "permissions" not in skill.requests[-1]["context"]["System"]["user"]


def test_a_permission_given_earlier_is_in_the_first_request(pizzeria: Any, skill: Any) -> None:
    Device(skill, pizzeria, timers=TimerService(permitted=True)).open()
    assert "permissions" in skill.requests[-1]["session"]["user"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Buy"},
        {"payload": {}},
        {"payload": ASK_FOR["payload"] | {"@version": "1"}},
        {"payload": ASK_FOR["payload"] | {"permissionScopes": []}},
        {"payload": ASK_FOR["payload"] | {"permissionScopes": [{"permissionScope": 3}]}},
    ],
)
def test_a_directive_that_names_no_permission_is_refused(wrong: Json) -> None:
    response = {"version": "1.0", "response": {"directives": [ASK_FOR | wrong]}}
    breaches = check(response, {"request": {"type": "IntentRequest"}})
    assert [(breach.rule, breach.refused) for breach in breaches] == [("consent", True)]
