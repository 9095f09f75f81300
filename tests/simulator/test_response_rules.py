from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from skill.simulator import RULES, Breach, InteractionModel, Subject, check

Json = dict[str, Any]
MakeResponse = Callable[..., Json]

LAUNCH = {"request": {"type": "LaunchRequest"}, "context": {"System": {"device": {"supportedInterfaces": {}}}}}
ORDER = {**LAUNCH, "request": {"type": "IntentRequest", "intent": {"name": "OrderIntent"}}}
ENDED = {**LAUNCH, "request": {"type": "SessionEndedRequest"}}
APL = "Alexa.Presentation.APL"
ON_SCREEN = {**LAUNCH, "context": {"System": {"device": {"supportedInterfaces": {APL: {}}}}}}
ELICIT_SIZE = {"type": "Dialog.ElicitSlot", "slotToElicit": "size"}


@pytest.fixture
def asking(make_response: MakeResponse) -> Json:
    return make_response("What size?", "Large or small?")


@pytest.fixture
def closing(make_response: MakeResponse) -> Json:
    return make_response("Enjoy.")


def rules_broken(response: object, request: Json = LAUNCH, model: InteractionModel | None = None) -> list[str]:
    return [breach.rule for breach in check(response, request, model=model)]


def test_a_question_with_an_open_microphone_and_a_reprompt_breaks_nothing(asking: Json) -> None:
    assert rules_broken(asking) == []


def test_a_statement_that_ends_the_session_breaks_nothing(closing: Json) -> None:
    assert rules_broken(closing) == []


# Structure and size


@pytest.mark.parametrize(
    "response", [None, "hello", [], {"version": "1.0", "response": {"x": object()}}, {"v": float("nan")}]
)
def test_what_is_no_json_object_is_refused(response: object) -> None:
    (breach,) = check(response, LAUNCH)
    assert (breach.rule, breach.refused) == ("shape", True)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"version": 1}, "response"),
        ({"response": None}, "response"),
        ({"sessionAttributes": [1]}, "sessionAttributes"),
    ],
)
def test_a_malformed_envelope_is_refused(asking: Json, change: Json, where: str) -> None:
    breaches = check(asking | change, LAUNCH)
    assert ("structure", where, True) in [(breach.rule, breach.where, breach.refused) for breach in breaches]


@pytest.mark.parametrize(
    "speech", ["hello", {}, {"type": "SSML"}, {"type": "Song", "text": "la"}, {"type": "SSML", "ssml": 3}]
)
def test_malformed_speech_is_refused(closing: Json, speech: object) -> None:
    closing["response"]["outputSpeech"] = speech
    assert "structure" in rules_broken(closing)


def test_a_reprompt_without_speech_is_refused(asking: Json) -> None:
    asking["response"]["reprompt"] = {}
    assert "structure" in rules_broken(asking)


def test_a_flag_that_is_a_word_is_refused(closing: Json) -> None:
    closing["response"]["shouldEndSession"] = "true"
    assert "structure" in rules_broken(closing)


@pytest.mark.parametrize(("kilobytes", "refused"), [(25, False), (121, True)])
def test_a_large_response_is_a_breach_and_a_larger_one_is_refused(closing: Json, kilobytes: int, refused: bool) -> None:
    closing["sessionAttributes"] = {"notes": "x" * 1024 * kilobytes}
    assert [(b.rule, b.refused) for b in check(closing, LAUNCH)] == [("size", refused)]


def test_speech_of_more_than_8000_characters_is_refused(make_response: MakeResponse) -> None:
    assert rules_broken(make_response("Ha. " * 2000)) == ["speech_length"]


# SSML


def test_ssml_that_alexa_does_not_speak_is_refused(make_response: MakeResponse) -> None:
    (breach,) = check(make_response("salt & pepper"), LAUNCH)
    assert (breach.rule, breach.refused) == ("ssml", True)


def test_plain_text_may_hold_any_character(closing: Json) -> None:
    closing["response"]["outputSpeech"] = {"type": "PlainText", "text": "Salt & pepper < garlic."}
    assert rules_broken(closing) == []


def test_more_than_five_audio_files_are_refused(make_response: MakeResponse) -> None:
    assert rules_broken(make_response("<audio src='soundbank://a'/>" * 6)) == ["audio_files"]


def test_a_sentence_too_long_for_one_breath_is_a_breach_that_alexa_would_play(make_response: MakeResponse) -> None:
    (breach,) = check(make_response("word " * 26 + "."), LAUNCH)
    assert (breach.rule, breach.refused) == ("sentence_length", False)


# Cards


@pytest.mark.parametrize(
    "card",
    [
        {"type": "Poster"},
        "a card",
        {"type": "Simple", "title": "T"},
        {"type": "Simple", "title": "T", "content": "x" * 8000},
        {"type": "Standard", "title": "T", "text": "x", "image": {"smallImageUrl": "https://" + "x" * 2000}},
    ],
)
def test_a_card_of_no_known_type_or_beyond_its_limits_is_a_breach(closing: Json, card: object) -> None:
    closing["response"]["card"] = card
    assert rules_broken(closing) == ["card"]


def test_a_complete_card_breaks_nothing(closing: Json) -> None:
    closing["response"]["card"] = {"type": "Simple", "title": "Order", "content": "One pizza."}
    assert rules_broken(closing) == []


# Session


@pytest.mark.parametrize("flag", [None, "absent"])
def test_the_end_of_the_session_must_be_explicit(asking: Json, flag: str | None) -> None:
    asking["response"]["shouldEndSession"] = flag
    if flag == "absent":
        del asking["response"]["shouldEndSession"]
    assert "explicit_end" in rules_broken(asking)


def test_an_event_of_the_screen_may_leave_the_session_as_it_is() -> None:
    request = {**ON_SCREEN, "request": {"type": "Alexa.Presentation.APL.UserEvent"}}
    assert rules_broken({"version": "1.0", "response": {}}, request) == []


def test_a_question_with_the_microphone_closed_is_a_breach(make_response: MakeResponse) -> None:
    assert rules_broken(make_response("Anything else?")) == ["question_opens_microphone"]


@pytest.mark.parametrize("prompt", ["Here it is.", "Ready? Then tell me."])
def test_an_open_microphone_without_a_question_at_the_end_is_a_breach(make_response: MakeResponse, prompt: str) -> None:
    assert rules_broken(make_response(prompt, "Well?")) == ["question_opens_microphone"]


def test_a_question_may_end_in_a_quotation(make_response: MakeResponse) -> None:
    assert rules_broken(make_response('Shall I say "ready?"', "Well?")) == []


def test_an_open_session_needs_a_reprompt(asking: Json) -> None:
    del asking["response"]["reprompt"]
    assert rules_broken(asking) == ["reprompt"]


def test_a_reprompt_must_not_repeat_the_prompt_even_with_other_tags(make_response: MakeResponse) -> None:
    assert rules_broken(make_response("<p>What size?</p>", "What size?")) == ["reprompt"]


def test_an_ended_session_has_no_reprompt(asking: Json) -> None:
    asking["response"]["shouldEndSession"] = True
    assert rules_broken(asking) == ["question_opens_microphone", "reprompt"]


def test_the_end_of_a_session_cannot_be_answered(closing: Json) -> None:
    assert rules_broken(closing, ENDED) == ["no_reply_to_session_end"]


def test_an_empty_answer_to_the_end_of_a_session_breaks_nothing() -> None:
    assert rules_broken({"version": "1.0", "response": {}}, ENDED) == []


# Directives


@pytest.mark.parametrize("directives", [{"type": "X"}, ["X"], [{}]])
def test_malformed_directives_are_refused(closing: Json, directives: object) -> None:
    closing["response"]["directives"] = directives
    assert rules_broken(closing) == ["directive"]


def test_a_screen_directive_is_refused_on_a_device_without_a_screen(closing: Json) -> None:
    closing["response"]["directives"] = [{"type": f"{APL}.RenderDocument"}]
    assert (rules_broken(closing), rules_broken(closing, ON_SCREEN)) == (["interface"], [])


def test_apl_for_audio_plays_on_every_device(closing: Json) -> None:
    closing["response"]["directives"] = [{"type": "Alexa.Presentation.APLA.RenderDocument"}]
    assert rules_broken(closing) == []


def test_a_dialog_directive_that_the_dialog_model_defines_breaks_nothing(
    asking: Json, pizzeria: InteractionModel
) -> None:
    asking["response"]["directives"] = [ELICIT_SIZE]
    assert rules_broken(asking, ORDER, pizzeria) == []


@pytest.mark.parametrize(
    "directives",
    [
        [{"type": "Dialog.ElicitSlot", "slotToElicit": "crust"}],
        [{"type": "Dialog.ElicitSlot", "slotToElicit": "topping", "updatedIntent": {"name": "AboutIntent"}}],
        [{"type": "Dialog.ConfirmSlot"}],
        [ELICIT_SIZE, ELICIT_SIZE],
    ],
)
def test_a_dialog_directive_beyond_the_dialog_model_is_refused(
    asking: Json, pizzeria: InteractionModel, directives: list[Json]
) -> None:
    asking["response"]["directives"] = directives
    assert set(rules_broken(asking, ORDER, pizzeria)) == {"dialog"}


def test_a_dialog_directive_answers_a_launch_only_with_an_intent_of_its_own(
    asking: Json, pizzeria: InteractionModel
) -> None:
    asking["response"]["directives"] = [ELICIT_SIZE]
    without = rules_broken(asking, LAUNCH, pizzeria)
    asking["response"]["directives"] = [ELICIT_SIZE | {"updatedIntent": {"name": "OrderIntent"}}]
    assert (without, rules_broken(asking, LAUNCH, pizzeria)) == (["dialog"], [])


def test_a_dialog_directive_needs_an_open_session(closing: Json, pizzeria: InteractionModel) -> None:
    closing["response"]["directives"] = [ELICIT_SIZE]
    assert rules_broken(closing, ORDER, pizzeria) == ["dialog"]


def test_a_delegated_dialog_needs_no_question_of_the_skill(pizzeria: InteractionModel) -> None:
    response = {"shouldEndSession": False, "directives": [{"type": "Dialog.Delegate"}]}
    assert rules_broken({"version": "1.0", "response": response}, ORDER, pizzeria) == []


# The table of rules


def test_a_caller_may_leave_rules_out(make_response: MakeResponse) -> None:
    fewer = {name: rule for name, rule in RULES.items() if name != "question_opens_microphone"}
    assert check(make_response("Anything else?"), LAUNCH, rules=fewer) == ()


def test_a_caller_may_add_rules(closing: Json) -> None:
    def polite(subject: Subject) -> Iterator[Breach]:
        if "please" not in subject.speech:
            yield Breach("polite", "It does not say please.", "outputSpeech")

    assert [breach.rule for breach in check(closing, LAUNCH, rules={**RULES, "polite": polite})] == ["polite"]


def test_a_breach_reads_as_a_line() -> None:
    assert str(Breach("size", "Too much.", "response")) == "size: Too much. (response)"
