"""What one may wish for in the middle of an exercise."""

from __future__ import annotations

import pytest

from skill.conditions.exercises import Dose
from skill.dialog import acts
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_asks import AskLatex, AskPain, AskReady, AskResume
from skill.dialog.coaching_state import Step
from skill.dialog.engine import Turn
from tests.dialog.coaching import INFERENCE, NO, STEPS, YES, coached, coaching, rate, say, want

KNOWLEDGE = INFERENCE.knowledge
R = acts.Request


def counts(turn: Turn) -> list[told.Count]:
    return [each for each in turn.contents if isinstance(each, told.Count)]


@pytest.mark.parametrize("step", STEPS)
def test_after_a_pause_it_goes_on_where_it_was(step: str) -> None:
    before = STEPS[step].coaching
    paused = say(STEPS[step], want(request=R.PAUSE))
    assert isinstance(paused.ask, AskResume)
    resumed = coaching(say(paused.state, want(request=R.RESUME)))
    assert before is not None
    assert (resumed.exercise, resumed.set, resumed.side, resumed.done) == (
        before.exercise,
        before.set,
        before.side,
        before.done,
    )
    assert not resumed.paused


@pytest.mark.parametrize("step", ["half of a set", "rest of a set", "pain check"])
@pytest.mark.parametrize("wish", [(R.PAUSE, R.RESUME), (R.REPEAT,), (R.PAUSE, R.NEXT)])
def test_a_count_that_was_broken_off_begins_again_where_it_began(step: str, wish: tuple[acts.Request, ...]) -> None:
    turn = say(STEPS[step], *(want(request=each) for each in wish))
    (again,) = counts(turn)
    before = STEPS[step].coaching
    assert before is not None
    assert again.first == before.done + 1


def test_slower_counts_the_same_repetitions_again_in_more_time() -> None:
    (slow,) = counts(say(STEPS["half of a set"], want(request=R.SLOWER)))
    assert (slow.first, slow.tempo) == (1, 125)


@pytest.mark.parametrize(("wish", "edge"), [(R.SLOWER, 150), (R.FASTER, 75)])
def test_the_tempo_has_an_end_on_both_sides(wish: acts.Request, edge: int) -> None:
    turn = say(STEPS["set-up"], *[want(request=wish)] * 5)
    assert coaching(turn).tempo == edge
    assert any(isinstance(each, told.AtTheEdge) for each in turn.contents)


def test_fewer_in_the_middle_of_a_set_ends_it_once_enough_was_counted() -> None:
    turn = say(STEPS["half of a set"], want(request=R.FEWER))
    assert coaching(turn).dose == Dose(1, 6)
    assert isinstance(turn.ask, AskPain)


def test_fewer_has_an_end() -> None:
    turn = say(STEPS["set-up"], *[want(request=R.FEWER)] * 6)
    assert told.AtTheEdge("fewer") in turn.contents


def test_an_easy_set_adds_what_the_exercise_says() -> None:
    turn = say(coached("clam_opener").state, YES, want(request=R.EASY))
    assert coaching(turn).dose == Dose(1, 15)
    assert isinstance(turn.ask, AskPain)


def test_an_exercise_made_smaller_for_pain_is_not_made_larger_the_same_day() -> None:
    turn = say(STEPS["pain check"], rate(4), want(request=R.EASY))
    assert told.AtTheEdge("more") in turn.contents


def test_skip_goes_to_the_next_exercise_of_the_session() -> None:
    assert coaching(say(STEPS["rest"], want(request=R.SKIP))).exercise == "bridge"


def test_back_goes_to_the_exercise_before() -> None:
    second = say(STEPS["rest"], want(request=R.SKIP))
    first = coaching(say(second.state, want(request=R.BACK)))
    assert (first.exercise, first.ahead) == ("heel_dig", ("bridge", "clam_opener"))


def test_back_goes_to_the_set_before() -> None:
    assert coaching(say(STEPS["rest"], want(request=R.BACK))).set == 1


def test_back_goes_to_the_side_before() -> None:
    assert coaching(say(STEPS["other side"], want(request=R.BACK))).side == 0


def test_another_exercise_by_name_begins_with_its_set_up() -> None:
    turn = say(STEPS["pain check"], want("quad_set"))
    assert coaching(turn).exercise == "quad_set"
    assert coaching(turn).step is Step.SETUP


def test_switching_takes_an_exercise_that_was_not_done_yet() -> None:
    turn = say(STEPS["set-up"], want(request=R.SWITCH))
    assert coaching(turn).exercise == "bridge"
    assert told.Instead() in turn.contents


@pytest.mark.parametrize("step", STEPS)
def test_how_many_are_left_is_told_at_every_step(step: str) -> None:
    turn = say(STEPS[step], want(request=R.PROGRESS))
    assert any(isinstance(each, told.SetsLeft) for each in turn.contents)


@pytest.mark.parametrize("step", STEPS)
def test_stop_ends_it_at_every_step(step: str) -> None:
    assert not say(STEPS[step], acts.Leave()).session_open


@pytest.mark.parametrize("step", ["warm-up", "set-up", "rest", "other side"])
def test_not_ready_waits(step: str) -> None:
    turn = say(STEPS[step], NO)
    assert isinstance(turn.ask, AskResume)
    assert coaching(turn).paused


def test_no_more_of_a_set_ends_it_with_the_pain_check() -> None:
    assert isinstance(say(STEPS["half of a set"], NO).ask, AskPain)


@pytest.mark.parametrize("answer", [YES, acts.Unsure(), want(request=R.NEXT)])
def test_unless_latex_is_denied_the_exercise_is_one_without_a_band(answer: acts.UserAct) -> None:
    turn = say(STEPS["set-up"], want("clam_opener"))
    assert isinstance(turn.ask, AskLatex)
    assert coaching(say(turn.state, answer)).exercise == "clam_side_lying"


def test_latex_is_asked_about_once() -> None:
    turn = say(STEPS["set-up"], want("clam_opener"), NO, want("bridge"), want("clam_opener"))
    assert isinstance(turn.ask, AskReady)
