"""Whatever somebody asks in the middle of an exercise, it goes on where it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.conditions.evidence import Evidence, Presence
from skill.dialog import acts
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_asks import AskPain
from skill.dialog.engine import Turn
from skill.dialog.state import Phase
from tests.dialog.coaching import STEPS, YES, coaching, rate, say, want

R = acts.Request
# These are wishes about the exercise itself, or lead out of it; all others leave it as it is.
_MOVING = {
    *(R.NEXT, R.SKIP, R.BACK, R.SWITCH, R.COACH, R.PAUSE, R.RESUME, R.REPEAT, R.EXPLAIN),
    *(R.SLOWER, R.FASTER, R.FEWER, R.EASY, R.HURTS, R.VENT, R.TIMER),
}
ASKING = tuple(each for each in R if each not in _MOVING)
LUMP = acts.Inform(Evidence({"tight_full_behind": Presence.PRESENT}))
BESIDE_THE_POINT = (*(want(request=each) for each in ASKING), acts.Unclear(), acts.Inform(), LUMP)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("said", BESIDE_THE_POINT, ids=lambda act: str(getattr(act, "request", type(act).__name__)))
def test_after_any_question_the_step_is_asked_for_again_in_other_words(step: str, said: acts.UserAct) -> None:
    before = STEPS[step]
    turn = say(before, said)
    assert turn.state.coaching == before.coaching
    assert type(turn.ask) is type(before.pending)
    assert turn.ask != before.pending


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("request_", R)
def test_every_request_at_every_step_is_answered_within_the_exercise_or_leads_on_from_it(
    step: str, request_: acts.Request
) -> None:
    turn = say(STEPS[step], want(request=request_))
    assert turn.session_open or request_ in (R.SKIP, R.NEXT)
    assert turn.state.phase in (Phase.COACHING, Phase.CLOSED)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("request_", ASKING)
def test_what_comes_next_is_the_same_after_an_interruption(step: str, request_: acts.Request) -> None:
    answer = rate(2) if isinstance(STEPS[step].pending, AskPain) else YES
    through, interrupted = say(STEPS[step], answer), say(STEPS[step], want(request=request_), answer)
    assert interrupted.state.coaching == through.state.coaching
    assert interrupted.contents == through.contents


def _counted(between: list[acts.UserAct]) -> list[tuple[int, int]]:
    """The counts of a whole exercise of a session, with something said between one turn and the next."""
    turn, counts, left = say(STEPS["set-up"]), [], list(between)
    while turn.state.coaching is not None and turn.state.coaching.exercise == "heel_dig":
        if left:
            turn = say(turn.state, left.pop())
        turn = say(turn.state, rate(1) if isinstance(turn.ask, AskPain) else YES)
        counts += [(each.first, each.last) for each in turn.contents if isinstance(each, told.Count)]
    return counts


UNDISTURBED = _counted([])


@settings(max_examples=30, deadline=None)  # a session is many turns
@given(st.lists(st.sampled_from(BESIDE_THE_POINT), max_size=6))
def test_no_interruption_changes_how_much_is_done(between: list[acts.UserAct]) -> None:
    assert _counted(between) == UNDISTURBED


@pytest.mark.parametrize("step", STEPS)
def test_who_is_not_understood_again_and_again_is_let_go(step: str) -> None:
    turn, heard = Turn(STEPS[step], (), STEPS[step].pending), 0
    while turn.session_open and heard < 30:
        turn, heard = say(turn.state, acts.Unclear()), heard + 1
    assert not turn.session_open


@pytest.mark.parametrize("step", STEPS)
def test_a_pain_check_that_is_not_understood_does_not_hold_anybody_up(step: str) -> None:
    hurts = say(STEPS[step], want(request=R.HURTS))
    turn = say(hurts.state, *[acts.Unclear()] * 3)
    assert not isinstance(turn.ask, AskPain)


def test_the_exercise_is_forgotten_when_somebody_starts_over() -> None:
    assert say(STEPS["rest"], acts.StartOver()).state.coaching is None


def test_a_launch_in_the_middle_begins_anew() -> None:
    assert say(STEPS["rest"], acts.Launch()).state.coaching is None


def test_asking_for_the_steps_leaves_the_exercise_for_them_once_the_cause_is_known() -> None:
    turn = say(replace(STEPS["rest"], focus="hamstring_tendinopathy"), want(request=R.CARE))
    assert turn.state.phase is Phase.CARE


def test_a_timer_may_run_in_the_middle() -> None:
    turn = say(STEPS["rest"], want(request=R.TIMER), acts.Deny())
    assert coaching(turn) == STEPS["rest"].coaching
