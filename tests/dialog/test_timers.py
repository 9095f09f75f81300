"""Timers: offered where something takes a while, each with a yes of its own, and never in the way of anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.conditions.triage import care_for
from skill.dialog import acts, asks, care, contents, replies, timers
from skill.dialog.effects import SetTimer, TimerResult
from skill.dialog.engine import Turn
from skill.dialog.recording import MOST_ATTEMPTS
from skill.dialog.state import ConversationState, Phase

INFERENCE = Inference(load_knowledge())
KNOWLEDGE = INFERENCE.knowledge
Talk = Callable[..., Turn]

LUMP = Evidence({"lump_behind_knee": Presence.PRESENT}, Facts(age=50))
PENDING = {
    Phase.WELCOME: asks.AskComplaint(),
    Phase.SAFETY: asks.AskFlags(flags=("E1", "E2")),
    Phase.INTERVIEW: asks.AskQuestion(question="location"),
    Phase.RESULT: asks.OfferCare(),
    Phase.CARE: asks.OfferNextStep(attempt=1),
}
WISH = acts.AskTimer(seconds=600)
OFFER = asks.OfferTimer(seconds=600)


def at(phase: Phase) -> ConversationState:
    known = Evidence() if phase is Phase.WELCOME else LUMP
    focus = "bakers_cyst" if phase is Phase.CARE else None
    return ConversationState(phase, known, PENDING[phase], focus=focus, care_step=2 if focus else 0, disclosed=True)


def before_step(step: str) -> ConversationState:
    """The conversation just before a care step is told."""
    condition = next(each for each in KNOWLEDGE.conditions.values() if step in care_for(KNOWLEDGE, each, LUMP))
    told = care_for(KNOWLEDGE, condition, LUMP).index(step)
    state = ConversationState(Phase.CARE, LUMP, asks.OfferNextStep(), focus=condition.id, disclosed=True)
    return replace(state, care_step=told)


TIMED = sorted(step.id for step in KNOWLEDGE.care.values() if step.timer)


def test_the_steps_that_ice_have_a_timer_within_what_is_cited_for_ice() -> None:
    assert TIMED == ["cyst_comfort", "ice_and_rest", "protect_then_move"]
    assert {KNOWLEDGE.care[step].timer.minutes for step in TIMED} == {15}


@pytest.mark.parametrize("step", TIMED)
def test_a_step_that_takes_a_while_offers_a_timer(step: str, talk: Talk) -> None:
    turn = talk(acts.Ask(acts.Request.NEXT), state=before_step(step))
    assert turn.contents[-1].step == step
    assert turn.ask == asks.OfferTimer(seconds=900)
    assert isinstance(turn.state.interrupted, asks.OfferNextStep | asks.OfferAgain)


def test_a_step_that_takes_no_time_offers_the_next_one(talk: Talk) -> None:
    turn = talk(acts.Ask(acts.Request.NEXT), state=before_step("get_lump_checked"))
    assert (type(turn.ask), turn.state.interrupted) == (asks.OfferNextStep, None)


@pytest.mark.parametrize("phase", PENDING)
def test_a_timer_can_be_asked_for_at_any_time_and_needs_a_yes(phase: Phase, talk: Talk) -> None:
    turn = talk(WISH, state=at(phase))
    assert (turn.state.phase, turn.ask, turn.effect) == (phase, OFFER, None)


@pytest.mark.parametrize("phase", PENDING)
def test_a_yes_asks_for_the_effect_and_tells_nothing_yet(phase: Phase, talk: Talk) -> None:
    turn = talk(WISH, acts.Affirm(), state=at(phase))
    assert (turn.effect, turn.contents) == (SetTimer(600), ())


@pytest.mark.parametrize("result", TimerResult)
@pytest.mark.parametrize("phase", PENDING)
def test_after_the_outcome_the_question_before_it_is_asked_again(phase: Phase, result: TimerResult, talk: Talk) -> None:
    turn = talk(WISH, acts.Affirm(), acts.TimerOutcome(result, 600), state=at(phase))
    assert turn.contents == (replies.TimerTold(result, 600),)
    assert turn.ask == replace(PENDING[phase], attempt=PENDING[phase].attempt + 1)
    assert (turn.state.phase, turn.state.interrupted, turn.effect) == (phase, None, None)


@pytest.mark.parametrize("phase", PENDING)
@pytest.mark.parametrize("no", [acts.Deny(), acts.Unsure()])
def test_after_a_no_the_question_before_it_is_asked_again(phase: Phase, no: acts.UserAct, talk: Talk) -> None:
    turn = talk(WISH, no, state=at(phase))
    assert turn.ask == replace(PENDING[phase], attempt=PENDING[phase].attempt + 1)
    assert (turn.state.phase, turn.effect) == (phase, None)


def test_a_timer_that_is_skipped_is_no_question_of_ours_given_up(talk: Talk) -> None:
    turn = talk(WISH, acts.Ask(acts.Request.SKIP), state=at(Phase.SAFETY))
    assert turn.ask == asks.AskFlags(1, ("E1", "E2"))
    assert "E1" not in turn.state.asked


@pytest.mark.parametrize("request_", [acts.Request.NEXT, acts.Request.SKIP])
def test_next_goes_on_to_the_next_step_without_a_timer(request_: acts.Request, talk: Talk) -> None:
    state = before_step("ice_and_rest")
    turn = talk(acts.Ask(acts.Request.NEXT), acts.Ask(request_), state=state)
    assert turn.state.care_step == state.care_step + 2


def test_a_new_length_changes_the_offer_and_not_what_it_came_before(talk: Talk) -> None:
    turn = talk(acts.AskTimer(), acts.AskTimer(seconds=300), acts.AskTimer(), state=at(Phase.CARE))
    assert turn.ask == asks.OfferTimer(2, 300)
    assert turn.state.interrupted == PENDING[Phase.CARE]


def test_nobody_is_offered_a_longer_timer_than_alexa_has(talk: Talk) -> None:
    turn = talk(acts.AskTimer(seconds=5 * 3600), state=at(Phase.CARE))
    assert turn.ask == asks.OfferTimer(seconds=timers.LONGEST_SECONDS)


def test_help_in_between_comes_back_to_the_offer(talk: Talk) -> None:
    turn = talk(WISH, acts.Ask(acts.Request.HELP), state=at(Phase.CARE))
    assert turn.ask == replace(OFFER, attempt=1)
    assert turn.state.interrupted == PENDING[Phase.CARE]


def test_danger_told_beside_a_yes_sets_no_timer(talk: Talk, tell: Callable[..., acts.Inform]) -> None:
    yes = acts.Affirm(tell("calf_swelling").evidence)
    turn = talk(WISH, yes, state=at(Phase.CARE))
    assert (turn.state.phase, turn.effect, turn.state.interrupted) == (Phase.URGENT, None, None)


def test_what_may_change_the_result_comes_before_the_timer(talk: Talk, tell: Callable[..., acts.Inform]) -> None:
    turn = talk(WISH, acts.Affirm(tell("night_pain").evidence), state=at(Phase.CARE))
    assert turn.effect is None
    assert any(isinstance(told, contents.Acknowledge) for told in turn.contents)


def test_what_is_told_beside_a_yes_in_the_interview_is_not_asked_again(
    talk: Talk, tell: Callable[..., acts.Inform]
) -> None:
    yes = acts.Affirm(tell("pain_outer_back").evidence)
    turn = talk(WISH, yes, acts.TimerOutcome(TimerResult.SET, 600), state=at(Phase.INTERVIEW))
    assert turn.session_open
    assert getattr(turn.ask, "question", None) != "location"


def test_an_offer_that_is_not_understood_is_left_and_not_the_conversation(talk: Talk) -> None:
    turn = talk(WISH, *[acts.Unclear()] * MOST_ATTEMPTS, state=at(Phase.CARE))
    assert isinstance(turn.ask, asks.OfferNextStep)


def test_an_outcome_that_nobody_waits_for_changes_nothing(talk: Talk) -> None:
    turn = talk(acts.TimerOutcome(TimerResult.SET, 600), state=at(Phase.RESULT))
    assert turn.ask == asks.OfferCare(1)


def test_an_outcome_in_an_urgent_conversation_is_answered_by_the_instruction(
    talk: Talk, tell: Callable[..., acts.Inform]
) -> None:
    turn = talk(tell("calf_swelling"), acts.TimerOutcome(TimerResult.SET, 600))
    assert [type(told) for told in turn.contents] == [contents.Urge]


def test_the_move_of_a_step_is_left_alone_where_it_offers_a_timer_already() -> None:
    move = care.next_step(INFERENCE, before_step("ice_and_rest"), before_step("ice_and_rest").focus or "")
    once = timers.offered_with_step(INFERENCE, move)
    assert timers.offered_with_step(INFERENCE, once) == once
