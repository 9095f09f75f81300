"""Timers through real envelopes and a real HTTP service: every way they can go, and what is said of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from ask_sdk_core.skill import CustomSkill

from skill import app
from skill.alexa.consent import TIMERS
from skill.alexa.skill_factory import invoke, skill_of
from skill.alexa.timer_api import TimerApi, is_loopback
from skill.dialog import asks
from skill.dialog.state import ConversationState, Phase
from skill.simulator.timer_server import serving
from skill.simulator.timers import Fault, TimerService
from tests.alexa.conversing import Json, intent_request, speech, state_in
from tests.alexa.timing import LENGTH, OFFERED, TOKEN, WAITING, asking, consent, labels, resumed

# Words that would tell whoever sees or hears them what somebody came for.
HEALTH = ("knee", "pain", "ice", "lump", "cyst", "injury", "hurt", "leg", "swell")
FALLBACK = "set a timer for 15 minutes."
LIMIT = 0.3  # seconds, in place of two, so that no test waits long


@pytest.fixture(scope="module")
def skill() -> CustomSkill:
    return skill_of(app.build().with_timers(TimerApi(is_loopback, LIMIT)))


@pytest.fixture
def service() -> TimerService:
    return TimerService()


@pytest.fixture
def address(service: TimerService) -> Iterator[str]:
    with serving(service) as where:
        yield where


def asked_alexa(response: Json) -> Json:
    """The directive that hands over to Alexa; {} where there is none."""
    return next(iter(response["response"].get("directives", [])), {})


def goes_on(response: Json) -> bool:
    """Whether the conversation is where it was before the timer."""
    state = state_in(response)
    waits = isinstance(state.pending, asks.OfferNextStep) and state.pending.attempt == WAITING.attempt + 1
    return waits and state.interrupted is None and response["response"]["shouldEndSession"] is False


# Granted


def test_a_yes_sets_a_timer_where_it_was_permitted_before(skill: CustomSkill, service, address: str) -> None:
    service.permitted = True
    response = invoke(skill, asking(address))
    assert [(timer.label, timer.length) for timer in service.timers] == [("Rest break", timedelta(seconds=LENGTH))]
    assert speech(response).startswith("Okay, 15 minutes")
    assert goes_on(response)


def test_a_missing_permission_has_alexa_ask_for_it_without_a_word_of_ours(skill: CustomSkill, address: str) -> None:
    response = invoke(skill, asking(address))
    assert asked_alexa(response) == {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "2",
            "permissionScopes": [{"permissionScope": TIMERS, "consentLevel": "ACCOUNT"}],
        },
        "token": TOKEN,
    }
    assert "outputSpeech" not in response["response"]
    assert state_in(response).pending == OFFERED.pending


@pytest.mark.parametrize("answer", [consent("ACCEPTED"), consent("ACCEPTED", version="1"), resumed("ACCEPTED")])
def test_a_permission_just_given_sets_the_timer(
    answer: Json, skill: CustomSkill, service: TimerService, address: str
) -> None:
    service.permitted = True
    response = invoke(skill, asking(address, answer))
    assert labels(service) == ["Rest break"]
    assert goes_on(response)


def test_a_timer_is_set_once(skill: CustomSkill, service: TimerService, address: str) -> None:
    invoke(skill, asking(address))
    service.permitted = True
    response = invoke(skill, asking(address, consent("ACCEPTED")))
    invoke(skill, asking(address, intent_request("AMAZON.YesIntent"), state=state_in(response)))
    assert len(service.timers) == 1


# Refused and failed: the words to say to Alexa oneself, and the conversation goes on


@pytest.mark.parametrize(
    "answer",
    [
        consent("DENIED"),
        resumed("DENIED"),
        consent("NOT_ANSWERED"),
        resumed("NOT_ANSWERED"),
        consent("SOMETHING_NEW"),
        consent(None),
        consent(None, code="400"),
        consent("ACCEPTED", code="500"),
    ],
)
def test_without_the_permission_there_are_words_to_say_to_alexa(
    answer: Json, skill: CustomSkill, service: TimerService, address: str
) -> None:
    service.permitted = True
    response = invoke(skill, asking(address, answer))
    assert FALLBACK in speech(response)
    assert service.timers == []
    assert goes_on(response)


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("request_", [intent_request("AMAZON.YesIntent"), consent("ACCEPTED")])
def test_a_service_that_fails_leaves_words_to_say_to_alexa(
    fault: Fault, request_: Json, skill: CustomSkill, service: TimerService, address: str
) -> None:
    service.permitted, service.fault = True, fault
    whole = asking(address, request_)
    whole["context"]["System"]["user"]["permissions"] = {"scopes": {TIMERS: {"status": "GRANTED"}}}
    response = invoke(skill, whole)
    assert FALLBACK in speech(response)
    assert service.timers == []
    assert goes_on(response)


def test_alexa_is_not_asked_twice_when_her_service_still_says_no(skill: CustomSkill, address: str) -> None:
    assert FALLBACK in speech(invoke(skill, asking(address, consent("ACCEPTED"))))


@pytest.mark.parametrize(("where", "token"), [(None, "simulated"), ("", "simulated"), ("{here}", "")])
def test_a_request_without_a_service_or_a_token_leaves_words_to_say(
    where: str | None, token: str, skill: CustomSkill, service: TimerService, address: str
) -> None:
    service.permitted = True
    response = invoke(skill, asking(where.format(here=address) if where else where, token=token))
    assert FALLBACK in speech(response)
    assert service.timers == []


def test_a_guide_that_has_no_timers_leaves_words_to_say(service: TimerService, address: str) -> None:
    service.permitted = True
    assert FALLBACK in speech(invoke(skill_of(app.build()), asking(address)))


# Around


def test_a_session_lost_meanwhile_is_owned_up_to_and_the_timer_is_set_all_the_same(
    skill: CustomSkill, service: TimerService, address: str
) -> None:
    service.permitted = True
    response = invoke(skill, asking(address, consent("ACCEPTED"), state=None))
    assert labels(service) == ["Rest break"]
    assert "lost my place" in speech(response)
    assert "15 minutes" in speech(response)
    assert "not a doctor" in speech(response)
    assert state_in(response).phase is Phase.WELCOME


@pytest.mark.parametrize("token", ["", "timer:", "timer:0", "timer:7201", "timer:99999", "reminder:900", "900"])
def test_an_answer_to_somebody_elses_question_sets_nothing(
    token: str, skill: CustomSkill, service: TimerService, address: str
) -> None:
    service.permitted = True
    response = invoke(skill, asking(address, consent("ACCEPTED", token=token)))
    assert service.timers == []
    assert response["response"]["shouldEndSession"] is False


def test_neither_name_nor_token_tells_of_health(skill: CustomSkill, service: TimerService, address: str) -> None:
    directive = asked_alexa(invoke(skill, asking(address)))
    service.permitted = True
    invoke(skill, asking(address))
    told = " ".join([*labels(service), json.dumps(directive)]).lower()
    assert [word for word in HEALTH if word in told] == []


def test_danger_told_beside_a_yes_comes_before_the_timer(
    skill: CustomSkill, service: TimerService, address: str
) -> None:
    service.permitted = True
    yes = intent_request("TellIntent", description="yes and my calf is swollen and red")
    state = state_in(invoke(skill, asking(address, yes)))
    assert (state.phase, service.timers) == (Phase.URGENT, [])


def test_no_log_tells_the_token_or_the_name(
    skill: CustomSkill, service: TimerService, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service.token = "sesame-0123456789"
    for permitted in (False, True):
        service.permitted = permitted
        invoke(skill, asking(address, token=service.token))
    assert caplog.records
    assert [word for word in ("sesame", "rest break", address, TIMERS) if word in caplog.text.lower()] == []


# Asking for one


@pytest.mark.parametrize(
    ("length", "seconds"), [("PT10M", 600), ("PT1H", 3600), ("PT90S", 90), ("PT5H", 7200), ("P1D", 900), ("", 900)]
)
def test_a_timer_is_offered_for_the_length_that_was_said(length: str, seconds: int, skill: CustomSkill) -> None:
    wish = intent_request("TimerIntent", length=length)
    state = state_in(invoke(skill, asking(None, wish, state=ConversationState(pending=asks.AskComplaint()))))
    assert state.pending == asks.OfferTimer(seconds=seconds)
    assert state.evidence.facts.duration_days is None


def test_another_length_changes_the_offer_and_tells_nothing_of_the_pain(skill: CustomSkill) -> None:
    state = state_in(invoke(skill, asking(None, intent_request("DurationIntent", duration="PT10M"))))
    assert isinstance(state.pending, asks.OfferTimer)
    assert (state.pending.seconds, state.interrupted) == (600, WAITING)
    assert state.evidence.facts.duration_days is None


def test_a_length_that_is_no_timers_still_tells_of_the_pain(skill: CustomSkill) -> None:
    state = state_in(invoke(skill, asking(None, intent_request("DurationIntent", duration="P3W"))))
    assert state.evidence.facts.duration_days == 21
