from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from skill.simulator import RULES, Device, Ended, How, InteractionModel, NotForTheSkill

Json = dict[str, Any]
MakeResponse = Callable[..., Json]
MakeDevice = Callable[..., Device]


def test_opening_sends_a_launch_in_a_new_session(device: Device, skill: Any) -> None:
    exchange = device.open()
    assert (skill.last["type"], skill.requests[0]["session"]["new"]) == ("LaunchRequest", True)
    assert (exchange.speech, exchange.reprompt) == ("What would you like?", "Which pizza?")


def test_plain_text_is_spoken_as_it_is(device: Device, skill: Any, make_response: MakeResponse) -> None:
    skill.script["LaunchRequest"] = make_response("x", "Well?")
    speech = {"type": "PlainText", "text": "Salt & pepper?"}
    skill.script["LaunchRequest"]["response"]["outputSpeech"] = speech
    assert device.open().speech == "Salt & pepper?"


def test_saying_something_sends_the_intent_in_the_same_session(device: Device, skill: Any) -> None:
    device.open()
    exchange = device.say("how long will it take")
    assert (exchange.intent, skill.last["intent"]["name"]) == ("HowLongIntent", "HowLongIntent")
    first, second = (request["session"] for request in skill.requests)
    assert (first["sessionId"] == second["sessionId"], second["new"]) == (True, False)


def test_attributes_come_back_as_json_would_bring_them(device: Device, skill: Any, make_response: MakeResponse) -> None:
    skill.script["LaunchRequest"] = make_response("What size?", "Large?", attributes={"asked": ("size",), 1: None})
    device.open()
    device.say("how long will it take")
    assert skill.requests[-1]["session"]["attributes"] == {"asked": ["size"], "1": None}


def test_attributes_that_are_not_returned_are_forgotten(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["LaunchRequest"] = make_response("What size?", "Large?", attributes={"asked": "size"})
    device.open()
    device.say("how long will it take")
    device.say("order a pizza")
    assert skill.requests[-1]["session"]["attributes"] == {}


def test_what_the_skill_does_to_its_request_stays_with_the_skill(device: Device, skill: Any) -> None:
    skill.script["LaunchRequest"] = lambda envelope: envelope["session"].clear() or {"version": "1.0", "response": {}}
    exchange = device.open()
    assert exchange.request is not None
    assert exchange.request["session"]["new"] is True


def test_the_session_ends_when_the_skill_ends_it(device: Device, skill: Any, make_response: MakeResponse) -> None:
    skill.script["AMAZON.StopIntent"] = make_response("Enjoy.")
    device.open()
    exchange = device.say("stop")
    assert (exchange.session_open, exchange.ended, device.session_open) == (False, Ended.BY_SKILL, False)


def test_a_new_session_starts_with_no_attributes_under_another_id(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["LaunchRequest"] = make_response("Enjoy.", attributes={"orders": 1})
    device.open()
    device.open()
    first, second = (request["session"] for request in skill.requests)
    assert (second["attributes"], first["sessionId"] == second["sessionId"]) == ({}, False)


# One-shots and what is not for the skill


def test_a_one_shot_sends_the_intent_in_a_new_session_without_a_launch(device: Device, skill: Any) -> None:
    exchange = device.say("Alexa, ask pizza palace how long it will take")
    assert (exchange.intent, [request["session"]["new"] for request in skill.requests]) == ("HowLongIntent", [True])


def test_a_one_shot_may_be_given_without_the_invocation(device: Device) -> None:
    assert device.one_shot("how long will it take").intent == "HowLongIntent"


def test_a_one_shot_takes_the_reading_that_is_understood_best(device: Device, skill: Any) -> None:
    device.say("ask pizza palace for a large pizza with ham")
    assert skill.last["intent"]["slots"]["size"]["value"] == "large"


def test_a_one_shot_that_fits_nothing_goes_to_the_fallback(device: Device) -> None:
    assert device.say("ask pizza palace for the weather in paris").intent == "AMAZON.FallbackIntent"


def test_naming_the_skill_alone_launches_it(device: Device, skill: Any) -> None:
    device.say("Alexa, open pizza palace")
    assert skill.last["type"] == "LaunchRequest"


def test_an_invocation_in_an_open_session_starts_another(device: Device, skill: Any) -> None:
    device.open()
    device.say("alexa, ask pizza palace how long it will take")
    assert skill.requests[-1]["session"]["new"] is True


def test_without_a_session_words_do_not_reach_the_skill(device: Device, skill: Any) -> None:
    with pytest.raises(NotForTheSkill, match="the skill is not listening"):
        device.say("a large pizza")
    assert skill.requests == []


@pytest.mark.parametrize("act", [Device.silence, Device.end])
def test_without_a_session_there_is_nothing_to_end(device: Device, act: Callable[[Device], object]) -> None:
    with pytest.raises(NotForTheSkill):
        act(device)


def test_the_wake_word_in_a_session_is_not_part_of_the_utterance(device: Device) -> None:
    device.open()
    assert device.say("Alexa, stop").intent == "AMAZON.StopIntent"


# Silence and goodbye


def test_the_first_silence_brings_the_reprompt_without_calling_the_skill(device: Device, skill: Any) -> None:
    device.open()
    exchange = device.silence()
    assert (exchange.speech, exchange.session_open, exchange.request, len(skill.requests)) == (
        "Which pizza?",
        True,
        None,
        1,
    )


def test_the_second_silence_ends_the_session_and_the_skill_is_told(device: Device, skill: Any) -> None:
    device.open()
    device.silence()
    exchange = device.say("")
    assert (exchange.ended, skill.last["reason"]) == (Ended.EXCEEDED_MAX_REPROMPTS, "EXCEEDED_MAX_REPROMPTS")


def test_an_answer_to_the_reprompt_starts_the_count_again(device: Device) -> None:
    device.open()
    device.silence()
    device.say("order a pizza")
    assert device.silence().session_open


def test_without_a_reprompt_the_first_silence_ends_the_session(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["LaunchRequest"] = make_response("What size?", "x")
    del skill.script["LaunchRequest"]["response"]["reprompt"]
    device.open()
    assert device.silence().ended is Ended.EXCEEDED_MAX_REPROMPTS


@pytest.mark.parametrize("said", ["exit", "Quit!", "um, exit please", "alexa, exit"])
def test_exit_and_quit_end_the_session_unheard_by_any_intent(device: Device, skill: Any, said: str) -> None:
    device.open()
    exchange = device.say(said)
    assert (exchange.ended, exchange.speech, skill.last["reason"]) == (Ended.USER_INITIATED, "", "USER_INITIATED")


def test_a_reply_to_the_end_of_the_session_is_a_breach_and_is_not_spoken(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["SessionEndedRequest"] = make_response("Goodbye.")
    device.open()
    exchange = device.end()
    assert (exchange.speech, [breach.rule for breach in exchange.breaches]) == ("", ["no_reply_to_session_end"])


# The flag that is not there


def test_null_keeps_the_session_open(device: Device, skill: Any, make_response: MakeResponse) -> None:
    skill.script["LaunchRequest"] = make_response("What size?", "Large?")
    skill.script["LaunchRequest"]["response"]["shouldEndSession"] = None
    assert device.open().session_open


@pytest.mark.parametrize("screen", [False, True])
def test_an_absent_flag_keeps_the_session_open_only_while_a_screen_shows_something(
    make_device: MakeDevice, skill: Any, screen: bool
) -> None:
    directives = [{"type": "Alexa.Presentation.APL.RenderDocument"}] if screen else []
    skill.script["LaunchRequest"] = {"version": "1.0", "response": {"directives": directives}}
    assert make_device(screen=screen).open().session_open is screen


# Failures


def test_a_skill_that_raises_is_apologized_for_as_alexa_does(device: Device, skill: Any) -> None:
    skill.script["LaunchRequest"] = KeyError("menu")
    exchange = device.open()
    assert exchange.speech == "There was a problem with the requested skill's response."
    assert (exchange.ended, device.session_open) == (Ended.ERROR, False)


def test_what_the_skill_raised_is_named_in_one_line_and_kept(device: Device, skill: Any) -> None:
    skill.script["LaunchRequest"] = KeyError("menu")
    exchange = device.open()
    assert str(exchange.breaches[0]) == "no_exception: The skill raised KeyError: 'menu' (skill)"
    assert isinstance(exchange.error, KeyError)


def test_a_failed_skill_is_told_that_its_session_ended_in_an_error(device: Device, skill: Any) -> None:
    skill.script["LaunchRequest"] = KeyError("menu")
    device.open()
    assert (skill.last["reason"], skill.last["error"]["type"]) == ("ERROR", "INVALID_RESPONSE")


@pytest.mark.parametrize("response", [None, "hello", {"version": "1.0"}])
def test_an_answer_that_is_no_response_is_apologized_for(pizzeria: InteractionModel, response: Any) -> None:
    assert Device(lambda _: response, pizzeria).open().ended is Ended.ERROR


def test_a_response_that_alexa_refuses_is_not_spoken(device: Device, skill: Any, make_response: MakeResponse) -> None:
    skill.script["LaunchRequest"] = make_response("salt & pepper?", "Well?")
    exchange = device.open()
    assert (exchange.ended, [breach.rule for breach in exchange.breaches]) == (Ended.ERROR, ["ssml"])


def test_a_response_that_only_breaks_a_rule_of_style_is_spoken(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["LaunchRequest"] = make_response("Anything else?")
    exchange = device.open()
    assert (exchange.speech, len(exchange.breaches)) == ("Anything else?", 1)


def test_a_rule_left_out_is_not_held_against_the_skill(
    make_device: MakeDevice, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["LaunchRequest"] = make_response("Anything else?")
    rules = {name: rule for name, rule in RULES.items() if name != "question_opens_microphone"}
    assert make_device(rules=rules).open().breaches == ()


# Other things


def test_the_directives_of_a_response_are_at_hand(device: Device, skill: Any, make_response: MakeResponse) -> None:
    render = {"type": "Alexa.Presentation.APLA.RenderDocument"}
    skill.script["LaunchRequest"] = make_response("What size?", "Large?", directives=[render])
    assert device.open().directives == (render,)


def test_a_request_of_another_type_is_sent_in_the_session(device: Device, skill: Any) -> None:
    device.open()
    device.send("Alexa.Presentation.APL.UserEvent", {"arguments": ["next"]})
    assert (skill.last["type"], skill.last["arguments"]) == ("Alexa.Presentation.APL.UserEvent", ["next"])
    assert skill.requests[-1]["session"]["sessionId"] == skill.requests[0]["session"]["sessionId"]


def test_a_device_understands_strictly_if_told_to(make_device: MakeDevice) -> None:
    device = make_device(strict=True)
    device.open()
    exchange = device.say("how long is it going to take")
    assert exchange.match is not None
    assert exchange.match.how is How.FALLBACK


def test_the_same_conversation_twice_is_the_same(make_device: MakeDevice) -> None:
    def conversation() -> list[Any]:
        device = make_device()
        return [device.open(), device.say("order a pizza"), device.silence(), device.end()]

    assert conversation() == conversation()
