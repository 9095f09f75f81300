"""An exercise from the set-up to the close, as it goes when all goes well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skill.conditions.evidence import Facts
from skill.conditions.exercises import Dose, Sides
from skill.dialog import acts
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_asks import AskGoOn, AskLatex, AskPain, AskReady, OfferExercise
from skill.dialog.coaching_pace import LONGEST_PART_SECONDS, repetition_seconds
from skill.dialog.coaching_state import Step
from skill.dialog.engine import Turn
from skill.dialog.state import Phase
from tests.dialog.coaching import INFERENCE, NO, YES, coached, coaching, rate, say

KNOWLEDGE = INFERENCE.knowledge
R = acts.Request


def counts(turn: Turn) -> list[told.Count]:
    return [each for each in turn.contents if isinstance(each, told.Count)]


def to_the_end(turn: Turn) -> list[Turn]:
    """Every turn of an exercise that goes well, to the last before another is begun."""
    exercise, turns = coaching(turn).exercise, [turn]
    while (
        turn.state.coaching is not None and coaching(turn).exercise == exercise and coaching(turn).step is not Step.DONE
    ):
        turn = say(turn.state, rate(0) if isinstance(turn.ask, AskPain) else YES)
        turns.append(turn)
    return turns


@pytest.mark.parametrize("name", KNOWLEDGE.exercises)
def test_every_repetition_of_every_set_and_side_is_counted_once(name: str) -> None:
    exercise = KNOWLEDGE.exercises[name]
    counted = [(each.side, rep) for turn in to_the_end(coached(name)) for each in counts(turn) for rep in _reps(each)]
    sides = 2 if exercise.sides is Sides.BOTH else 1
    assert len(counted) == exercise.start.sets * exercise.start.reps * sides


def _reps(act: told.Count) -> range:
    return range(act.first, act.last + 1)


@pytest.mark.parametrize("name", KNOWLEDGE.exercises)
@pytest.mark.parametrize("tempo", [75, 100, 150])
def test_a_set_is_cut_into_parts_of_45_seconds_unless_a_single_repetition_is_longer(name: str, tempo: int) -> None:
    exercise = KNOWLEDGE.exercises[name]
    state = coached(name).state
    assert state.coaching is not None
    state = replace(state, coaching=replace(state.coaching.dosed(exercise.target), tempo=tempo))
    for turn in to_the_end(Turn(state, (), AskReady())):
        for each in counts(turn):
            reps = each.last - each.first + 1
            seconds = reps * repetition_seconds(exercise, each.dose, tempo)
            assert reps == 1 or seconds <= LONGEST_PART_SECONDS


@pytest.mark.parametrize("name", KNOWLEDGE.exercises)
def test_pain_is_asked_for_after_every_set_and_every_side(name: str) -> None:
    turns = to_the_end(coached(name))
    ends = [turn for turn in turns for each in counts(turn) if each.last == each.dose.reps]
    assert ends
    assert all(isinstance(turn.ask, AskPain) for turn in ends)


def test_between_the_parts_of_a_set_somebody_is_asked_whether_to_go_on() -> None:
    turn = say(coached("bridge").state, YES)
    assert isinstance(turn.ask, AskGoOn)
    assert coaching(turn).step is Step.SET


def test_the_set_up_is_told_in_full_once_and_then_in_a_cue() -> None:
    turns = to_the_end(coached("heel_dig"))
    full = [each.full for turn in turns for each in turn.contents if isinstance(each, told.SetUp)]
    assert full == [True, False, False]


def test_between_sets_there_is_a_rest_as_long_as_the_exercise_asks_for() -> None:
    turns = to_the_end(coached("heel_dig"))
    rests = [each for turn in turns for each in turn.contents if isinstance(each, told.Rest)]
    assert rests == [told.Rest(30, 2, 3), told.Rest(30, 3, 3)]


@pytest.mark.parametrize(
    ("facts", "sides"),
    [
        (Facts(), ["sore", "other"]),
        (Facts(side="left"), ["left", "right"]),
        (Facts(side="right"), ["right", "left"]),
        (Facts(side="both"), ["left", "right"]),
    ],
)
def test_the_sore_side_comes_first_by_name_where_it_is_known(facts: Facts, sides: list[str]) -> None:
    turns = to_the_end(coached("clam_side_lying", facts))
    assert [each.side for turn in turns for each in counts(turn)] == sides


def test_with_both_knees_sore_an_exercise_for_the_sore_leg_is_for_both() -> None:
    turns = to_the_end(coached("quad_set", Facts(side="both")))
    assert [each.side for turn in turns for each in counts(turn) if each.side] == ["left", "right"]


@pytest.mark.parametrize("plan", KNOWLEDGE.plans)
def test_a_session_warms_up_does_its_exercises_in_order_and_closes_with_tomorrow(plan: str) -> None:
    turn = coached(plan)
    assert told.WarmUp(plan) in turn.contents
    done: list[str] = []
    while turn.session_open:
        if turn.state.coaching and turn.state.coaching.exercise not in done:
            done.append(turn.state.coaching.exercise)
        answer = rate(0) if isinstance(turn.ask, AskPain) else NO if isinstance(turn.ask, AskLatex) else YES
        turn = say(turn.state, answer)
    assert tuple(done) == KNOWLEDGE.plans[plan].exercises
    assert told.PlanDone(plan) in turn.contents


def test_an_exercise_closes_with_what_to_do_next_time() -> None:
    last = to_the_end(coached("clam_opener"))[-1]
    assert told.ExerciseDone(Dose(1, 10), 1, 4, "within_two_hours") in last.contents


def test_whoever_came_straight_to_an_exercise_is_offered_no_other_since_the_cause_is_not_known() -> None:
    assert not to_the_end(coached("bridge"))[-1].session_open


def test_after_a_result_the_next_exercise_for_its_cause_is_offered() -> None:
    state = replace(coached("heel_dig").state, focus="hamstring_tendinopathy")
    last = to_the_end(Turn(state, (), AskReady()))[-1]
    assert last.ask == OfferExercise(exercise="bridge")
    assert coaching(say(last.state, YES)).exercise == "bridge"
    assert say(last.state, NO).state.phase is Phase.CLOSED
