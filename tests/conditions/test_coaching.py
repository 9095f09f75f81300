"""Who is coached and who is not, how much pain is too much, and what is safe to try."""

from __future__ import annotations

import pytest

from skill.conditions.coaching import barring, unsettled
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.loader import load_knowledge

KNOWLEDGE = load_knowledge()
GATES = KNOWLEDGE.gates.values()


def known(*present: str, absent: tuple[str, ...] = (), age: int | None = 34, days: int | None = 10) -> Evidence:
    evidence = Evidence(facts=Facts(age=age, duration_days=days))
    said = evidence.with_findings(Presence.PRESENT, *present).with_findings(Presence.ABSENT, *absent)
    return KNOWLEDGE.settle(said)


def shut(evidence: Evidence) -> set[str]:
    return {gate.id for gate in barring(GATES, evidence)}


def to_ask(evidence: Evidence) -> set[str]:
    return {name for gate in unsettled(GATES, evidence) for name in gate.asks}


CLEAR = ("knee_stuck_now", "knee_hot_red", "calf_swelling", "calf_warm_red")


def test_a_grown_up_whose_dangers_are_denied_is_coached() -> None:
    assert shut(known(absent=CLEAR)) == to_ask(known(absent=CLEAR)) == set()


@pytest.mark.parametrize(
    ("gate", "evidence"),
    [
        ("under_16", known(absent=CLEAR, age=15)),
        ("fresh_injury", known("twist_mechanism", absent=CLEAR, days=2)),
        ("fresh_injury", known("sudden_onset", absent=CLEAR, days=0)),
        ("stuck_knee", known("knee_stuck_now")),
        ("hot_knee", known("knee_hot_red")),
        ("swollen_calf", known("calf_swelling")),
        ("swollen_calf", known("calf_warm_red")),
    ],
)
def test_each_gate_shuts(gate: str, evidence: Evidence) -> None:
    assert shut(evidence) == {gate}


def test_on_the_third_day_a_sudden_injury_is_no_longer_fresh() -> None:
    assert shut(known("twist_mechanism", absent=CLEAR, days=3)) == set()


def test_pain_that_crept_up_yesterday_is_no_fresh_injury() -> None:
    crept = known(absent=(*CLEAR, "sudden_onset"), days=1)
    assert shut(crept) == to_ask(crept) == set()


def test_pain_of_yesterday_that_may_have_been_sudden_is_asked_about() -> None:
    assert "onset" in to_ask(known(absent=CLEAR, days=1))


def test_an_unknown_age_is_asked_for_and_never_taken_for_grown_up() -> None:
    assert to_ask(known(absent=CLEAR, age=None)) == {"age"}


def test_cold_everything_is_asked_for() -> None:
    assert to_ask(known(age=None, days=None)) == {name for gate in GATES for name in gate.asks}


def test_all_that_a_gate_asks_for_can_settle_it() -> None:
    """By a red flag's own question, or by a fact; a fresh injury also by a slow start, as above."""
    for gate in GATES:
        first = gate.asks[0]
        if first in KNOWLEDGE.red_flags:
            assert set(gate.bars.findings()) <= set(KNOWLEDGE.red_flags[first].asks)
        else:
            assert KNOWLEDGE.questions[first].fact


@pytest.mark.parametrize(
    ("condition", "rule"),
    [
        ("hamstring_tendinopathy", "next_morning"),
        ("meniscal_tear", "within_two_hours"),
        ("bakers_cyst", "within_two_hours"),
        (None, "within_two_hours"),
    ],
)
def test_tendons_have_until_morning_and_everybody_else_has_the_stricter_rule(condition: str | None, rule: str) -> None:
    assert KNOWLEDGE.pain_rule_for(condition).id == rule


CHECKED = [question for question in KNOWLEDGE.questions.values() if question.check_when]


def test_every_self_check_can_be_offered_to_somebody_who_does_not_know() -> None:
    assert all(question.check_when for question in KNOWLEDGE.questions.values() if question.self_check)


def test_a_question_without_a_check_offers_none() -> None:
    assert not KNOWLEDGE.questions["night_rest_pain"].may_be_checked(known())


@pytest.mark.parametrize("question", CHECKED, ids=lambda question: question.id)
def test_something_may_be_tried_while_nothing_speaks_against_it(question) -> None:
    assert question.may_be_checked(known())


@pytest.mark.parametrize("question", CHECKED, ids=lambda question: question.id)
@pytest.mark.parametrize(
    "danger", ["pop_felt", "weak_after_pop", "bruise_calf_ankle", "calf_swelling", "calf_warm_red"]
)
def test_nothing_is_tried_after_a_possible_rupture_or_with_a_swollen_calf(question, danger: str) -> None:
    assert not question.may_be_checked(known(danger))
