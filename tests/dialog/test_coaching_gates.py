"""Nobody is coached before danger was asked for, nor with anything that bars it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, contents
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_asks import AskGates
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase
from tests.dialog.coaching import INFERENCE, NO, YES, coached, coaching, say, want

KNOWLEDGE = INFERENCE.knowledge
COLD = ConversationState()


def present(*findings: str, **facts: int) -> acts.Inform:
    return acts.Inform(Evidence(dict.fromkeys(findings, Presence.PRESENT), Facts(**facts)))


def until(kind: type[asks.InitiativeAct], turn: Turn) -> Turn:
    """A no to everything until such a question is asked."""
    while not isinstance(turn.ask, kind):
        turn = say(turn.state, NO)
    return turn


def asked(turn: Turn) -> list[str]:
    """What is asked before the exercise, in order, when all is answered in its favor."""
    put: list[str] = []
    while turn.state.phase is not Phase.COACHING:
        ask = turn.ask
        if isinstance(ask, asks.AskQuestion):
            put.append(ask.question)
            turn = say(turn.state, present(duration_days=30) if ask.question == "duration" else present(age=40))
        else:
            assert isinstance(ask, asks.AskFlags | AskGates)
            put += ask.flags if isinstance(ask, asks.AskFlags) else ask.gates
            turn = say(turn.state, NO)
    return put


def test_cold_the_emergencies_come_first_then_the_gates_and_no_interview() -> None:
    put = asked(say(COLD, want("heel_dig")))
    emergencies = [name for name in put if name in KNOWLEDGE.red_flags]
    assert all(KNOWLEDGE.red_flags[name].level is TriageLevel.EMERGENCY for name in emergencies)
    assert put == [*emergencies, "stuck_knee", "hot_knee", "swollen_calf", "duration", "age"]


def test_what_was_said_is_not_asked_again() -> None:
    first = acts.Ask(acts.Request.COACH, "heel_dig", Evidence(facts=Facts(age=40, duration_days=30)))
    put = asked(say(COLD, first))
    assert "age" not in put
    assert "duration" not in put


def test_safety_comes_before_any_set_up_and_says_so() -> None:
    turn = say(COLD, want("heel_dig"))
    assert contents.SafetyFirst() in turn.contents
    assert turn.state.phase is Phase.SAFETY


@pytest.mark.parametrize(("finding", "level"), [("knee_stuck_now", 2), ("calf_swelling", 2), ("calf_warm_red", 2)])
def test_a_gate_that_is_a_danger_sign_is_urgent(finding: str, level: int) -> None:
    turn = until(AskGates, say(COLD, want("heel_dig")))
    assert say(turn.state, present(finding)).state.floor == level


def test_a_hot_knee_is_not_coached() -> None:
    turn = until(AskGates, say(COLD, want("heel_dig")))
    turn = say(turn.state, present("knee_hot_red"))
    while isinstance(turn.ask, asks.AskFlags | AskGates):
        turn = say(turn.state, NO)
    assert turn.state.phase is not Phase.COACHING


def test_a_bare_yes_to_the_gates_is_seen_the_same_day() -> None:
    turn = until(AskGates, say(COLD, want("heel_dig")))
    urgent = say(turn.state, YES)
    assert urgent.state.floor is TriageLevel.SAME_DAY
    assert urgent.state.phase is Phase.URGENT


def test_not_knowing_of_a_gate_means_no_coaching() -> None:
    turn = until(AskGates, say(COLD, want("heel_dig")))
    turn = say(turn.state, acts.Unsure(), present(duration_days=30), present(age=40))
    assert told.NotCoached("unsure") in turn.contents
    assert turn.session_open


def test_not_knowing_of_an_emergency_means_no_coaching() -> None:
    turn = say(COLD, want("heel_dig"), acts.Unsure())
    while turn.state.phase is Phase.SAFETY and not isinstance(turn.ask, AskGates):
        turn = say(turn.state, acts.Unsure())
    turn = say(turn.state, NO, present(duration_days=30), present(age=40))
    assert told.NotCoached("unsure") in turn.contents


@pytest.mark.parametrize("age", [8, 15])
def test_nobody_under_sixteen_is_coached(age: int) -> None:
    turn = until(asks.AskQuestion, say(COLD, want("heel_dig")))
    turn = say(turn.state, present(duration_days=30), present(age=age))
    assert told.NotCoached("under_16") in turn.contents
    assert turn.state.phase is not Phase.COACHING


def test_nobody_is_coached_whose_age_is_not_known() -> None:
    turn = until(asks.AskQuestion, say(COLD, want("heel_dig")))
    turn = say(turn.state, present(duration_days=30), acts.Unsure())
    assert told.NotCoached("under_16") in turn.contents


def test_a_fresh_injury_is_protected_first() -> None:
    turn = until(asks.AskQuestion, say(COLD, acts.Ask(acts.Request.COACH, "heel_dig", present("fall").evidence)))
    turn = say(turn.state, present(duration_days=1), present(age=40))
    assert told.NotCoached("fresh_injury") in turn.contents


def test_an_exercise_that_does_not_suit_is_swapped_for_one_that_does() -> None:
    first = acts.Ask(acts.Request.COACH, "sit_to_stand", present("swelling_knee").evidence)
    turn = say(COLD, first)
    while turn.state.phase is not Phase.COACHING:
        age = isinstance(turn.ask, asks.AskQuestion) and turn.ask.question == "age"
        turn = say(turn.state, present(age=40) if age else present(duration_days=30) if _is_question(turn) else NO)
    assert coaching(turn).exercise == "quad_set"
    assert told.Instead() in turn.contents


def _is_question(turn: Turn) -> bool:
    return isinstance(turn.ask, asks.AskQuestion)


def test_without_a_name_and_without_a_result_the_cause_is_asked_for_first() -> None:
    turn = say(COLD, want())
    assert turn.state.wanted is None
    assert isinstance(turn.ask, asks.AskFlags)


def test_a_condition_brings_its_session() -> None:
    assert coached("bakers_cyst").contents[-1] == told.WarmUp("cyst")


def test_after_a_result_what_was_asked_already_is_not_asked_again() -> None:
    turn = say(COLD, present("warm_up_eases", "tender_cord", age=34))
    while not isinstance(turn.ask, asks.OfferCare):
        turn = say(turn.state, NO)
    put = asked(say(turn.state, want()))
    assert not set(put) & {"E1", "E2", "E4", "E5", "E6", "S1", "age"}


def test_a_result_offers_an_exercise_where_there_is_one_for_its_cause() -> None:
    turn = say(COLD, present("warm_up_eases", "tender_cord", age=34))
    while not isinstance(turn.ask, asks.OfferCare):
        turn = say(turn.state, NO)
    assert turn.ask.exercise
    assert say(turn.state, YES).state.phase is Phase.CARE


def test_once_stopped_no_exercise_is_offered() -> None:
    turn = say(COLD, present("warm_up_eases", "tender_cord", age=34))
    turn = say(replace(turn.state, halted=True), NO)
    while not isinstance(turn.ask, asks.OfferCare):
        turn = say(turn.state, NO)
    assert not turn.ask.exercise
