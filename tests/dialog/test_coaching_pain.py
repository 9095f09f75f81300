"""How much it hurts decides how it goes on, and danger stops it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.exercises import Dose
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, contents
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_asks import AskGoOn, AskPain, AskReady
from skill.dialog.state import Phase
from tests.dialog.coaching import INFERENCE, NO, STEPS, YES, coached, coaching, rate, say, want

KNOWLEDGE = INFERENCE.knowledge
R = acts.Request


@pytest.mark.parametrize("score", [0, 1, 3])
def test_pain_up_to_three_goes_on_with_the_same_dose(score: int) -> None:
    before = coaching(say(STEPS["pain check"]))
    after = coaching(say(STEPS["pain check"], rate(score)))
    assert (after.dose, after.set) == (before.dose, 2)


@pytest.mark.parametrize("score", [4, 5])
def test_pain_of_four_or_five_makes_it_smaller(score: int) -> None:
    after = coaching(say(STEPS["pain check"], rate(score)))
    assert after.dose == Dose(3, 1, 15)


def test_pain_of_four_again_brings_the_easier_exercise() -> None:
    turn = say(coached("bridge").state, YES, YES, rate(4))
    assert not turn.session_open  # one set only
    state = replace(coached("straight_leg_raise").state, focus="knee_osteoarthritis")
    assert state.coaching is not None
    again = say(replace(state, coaching=replace(state.coaching, eased=True)), YES, YES, rate(4))
    assert coaching(again).exercise == "quad_set"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("score", [6, 10])
def test_pain_over_five_stops_at_every_step_and_danger_is_asked_for_again(step: str, score: int) -> None:
    turn = say(STEPS[step], rate(score))
    assert told.Halt("pain") in turn.contents
    assert isinstance(turn.ask, asks.AskFlags)
    assert turn.state.coaching is None


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("sign", KNOWLEDGE.stop_rule.findings)
def test_every_sign_of_the_stop_rule_stops_at_every_step(step: str, sign: str) -> None:
    turn = say(STEPS[step], acts.Inform(Evidence({sign: Presence.PRESENT})))
    assert turn.state.phase is not Phase.COACHING
    urgent = any(isinstance(each, contents.Urge) for each in turn.contents)
    assert urgent or told.Halt("sign") in turn.contents


@pytest.mark.parametrize("step", STEPS)
def test_a_danger_sign_beside_a_wish_stops_it_as_well(step: str) -> None:
    told_too = Evidence({"calf_swelling": Presence.PRESENT})
    turn = say(STEPS[step], acts.Ask(R.SLOWER, None, told_too))
    assert turn.state.floor is TriageLevel.SAME_DAY
    assert turn.state.coaching is None


def test_after_a_stop_no_exercise_is_coached_again() -> None:
    stopped = say(STEPS["pain check"], rate(8)).state
    turn = say(stopped, want("heel_dig"))
    assert told.NotCoached("halted") in turn.contents


def test_a_no_to_the_pain_check_is_no_pain() -> None:
    assert told.PainNoted(none=True) in say(STEPS["pain check"], NO).contents


def test_a_yes_to_the_pain_check_is_asked_for_its_number() -> None:
    turn = say(STEPS["pain check"], YES)
    assert isinstance(turn.ask, AskPain)
    assert turn.state.coaching == STEPS["pain check"].coaching


def test_nobody_gets_past_the_pain_check_unheard_at_the_first_try() -> None:
    once = say(STEPS["pain check"], want(request=R.NEXT))
    assert isinstance(once.ask, AskPain)
    assert coaching(say(once.state, want(request=R.NEXT), want(request=R.NEXT))).set == 2


def test_it_hurts_is_asked_for_a_number_and_goes_back_to_where_it_was() -> None:
    hurts = say(STEPS["rest"], want(request=R.HURTS))
    assert isinstance(hurts.ask, AskPain)
    after = say(hurts.state, rate(2))
    assert after.state.coaching == STEPS["rest"].coaching
    assert isinstance(after.ask, AskReady)


def test_little_pain_in_the_middle_of_a_set_leaves_the_rest_of_it_to_do() -> None:
    half = STEPS["half of a set"]
    assert half.coaching is not None
    eased_before = replace(half, coaching=replace(half.coaching, eased=True))
    assert isinstance(say(eased_before, want(request=R.HURTS), rate(2)).ask, AskGoOn)


def test_pain_of_four_in_the_middle_of_a_set_ends_the_set() -> None:
    turn = say(STEPS["half of a set"], want(request=R.HURTS), rate(4))
    assert not turn.session_open  # its only one
