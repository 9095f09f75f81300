from __future__ import annotations

import pytest

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.model import Citation, RedFlag, TriageLevel
from skill.conditions.rules import ALWAYS, AllOf, AnyOf, FactIs, Is, Unless
from skill.evaluation.truth import Truth

P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN
HOT, FEVER, CALF = "knee_hot_red", "fever_or_unwell", "calf_swelling"


def answer(when, asks, **findings):
    flag = RedFlag("X", TriageLevel.EMERGENCY, when, ALWAYS, Citation("C", ()), asks)
    return Truth(Evidence(findings)).flags([flag])


@pytest.mark.parametrize(
    ("hot", "fever", "expected"),
    [(P, P, P), (P, A, A), (P, U, U), (U, A, A), (A, A, A)],
)
@pytest.mark.parametrize("when", [AllOf((Is(HOT), Is(FEVER))), AllOf((Is(FEVER), AnyOf((Is(HOT), Is(CALF)))))])
def test_signs_that_the_rule_wants_together_are_answered_together(when, hot, fever, expected):
    assert answer(when, (HOT, FEVER), knee_hot_red=hot, fever_or_unwell=fever) is expected


@pytest.mark.parametrize(("hot", "fever", "expected"), [(P, A, P), (A, P, P), (U, A, U), (A, A, A)])
def test_of_signs_that_raise_the_flag_each_by_itself_one_is_enough(hot, fever, expected):
    when = AllOf((FactIs("age", "below", 16), AnyOf((Is(HOT), Is(FEVER), Is(CALF)))))
    assert answer(when, (HOT, FEVER), knee_hot_red=hot, fever_or_unwell=fever) is expected


def test_what_the_question_does_not_ask_for_does_not_stand_in_the_way_of_a_yes():
    when = AllOf((Is(FEVER), Is(CALF), Unless(Is(HOT))))
    assert answer(when, (FEVER,), fever_or_unwell=P, knee_hot_red=P, calf_swelling=A) is P


def test_a_sign_asked_for_on_behalf_of_another_flag_is_enough_by_itself():
    assert answer(Is(HOT), (HOT, FEVER), fever_or_unwell=P) is P
