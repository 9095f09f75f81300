"""Doses, how they grow, and what the shipped exercises must keep."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.exercises import Dose, Exercise, Phase, Sides
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge

KNOWLEDGE = load_knowledge()
CLAM = KNOWLEDGE.exercises["clam_opener"]

doses = st.builds(Dose, st.integers(1, 10), st.integers(1, 30), st.integers(0, 60))


def test_the_articles_clam_opener_leads_to_three_sets_of_twenty_five_on_the_back_with_a_band() -> None:
    assert CLAM.from_article
    assert (CLAM.position, CLAM.equipment, CLAM.target) == ("lying_on_back", ("band",), Dose(3, 25))


def test_it_starts_gently_and_offers_the_version_on_the_side() -> None:
    assert CLAM.start == Dose(1, 10)
    assert CLAM.alternatives == ("clam_side_lying",)


def test_a_band_asks_about_latex_and_a_chair_does_not() -> None:
    assert CLAM.asks_latex
    assert not KNOWLEDGE.exercises["heel_dig"].asks_latex


def test_an_easy_dose_grows_in_repetitions_before_sets() -> None:
    grown = [CLAM.start]
    while grown[-1] != CLAM.target:
        grown.append(CLAM.after_easy(grown[-1]))
    assert grown == [Dose(1, 10), Dose(1, 15), Dose(1, 20), Dose(1, 25), Dose(2, 25), Dose(3, 25)]


@given(start=doses, target=doses, add=doses)
def test_no_dose_grows_over_its_target(start: Dose, target: Dose, add: Dose) -> None:
    exercise = replace(CLAM, start=start, target=target, add=add)
    if start.within(target):
        assert start.within(exercise.after_easy(start))
        assert exercise.after_easy(start).within(target)


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises.values(), ids=lambda each: each.id)
def test_every_start_reaches_its_target(exercise: Exercise) -> None:
    dose = exercise.start
    for _ in range(20):
        dose = exercise.after_easy(dose)
    assert dose == exercise.target


def test_a_hold_without_seconds_lasts_as_long_as_the_dose_says() -> None:
    exercise = replace(CLAM, tempo=(Phase("press", 2), Phase("hold", None)))
    assert exercise.set_seconds(Dose(1, 3, hold_seconds=5)) == 21


@pytest.mark.parametrize(("sides", "seconds"), [(Sides.ONE, 110), (Sides.NONE, 110), (Sides.BOTH, 190)])
def test_both_sides_take_twice_as_long_and_sets_are_parted_by_rests(sides: Sides, seconds: int) -> None:
    exercise = replace(CLAM, sides=sides, tempo=(Phase("out", 4),), rest_seconds=30)
    assert exercise.seconds(Dose(2, 10)) == seconds


@pytest.mark.parametrize(
    "name", ["hamstring_tendinopathy", "meniscal_tear", "gastrocnemius_tendinopathy", "bakers_cyst"]
)
def test_each_cause_of_the_article_has_something_to_exercise_and_a_session(name: str) -> None:
    assert KNOWLEDGE.exercises_for(name)
    assert any(name in plan.conditions for plan in KNOWLEDGE.plans.values())


def test_nothing_is_coached_for_what_has_to_be_seen(knowledge: KnowledgeBase) -> None:
    for name in ("deep_vein_thrombosis", "ruptured_bakers_cyst", "arterial_cause", "ligament_injury"):
        assert knowledge.exercises_for(name) == ()


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises.values(), ids=lambda each: each.id)
def test_easier_and_harder_are_for_one_of_the_same_causes(exercise: Exercise) -> None:
    for other in (exercise.easier, exercise.harder, *exercise.alternatives):
        assert other is None or set(KNOWLEDGE.exercises[other].for_conditions) & set(exercise.for_conditions)


@pytest.mark.parametrize("name", ["calf_stretch", "calf_raise", "heel_drop"])
def test_a_calf_that_may_have_torn_today_is_not_loaded(name: str) -> None:
    rule = KNOWLEDGE.exercises[name].unless
    torn = KNOWLEDGE.settle(Evidence().with_findings(Presence.PRESENT, "pop_felt"))
    assert rule is not None
    assert rule.holds(torn) is Presence.PRESENT


@pytest.mark.parametrize(("name", "presence"), [("calf_stretch", Presence.ABSENT), ("heel_drop", Presence.PRESENT)])
def test_weeks_later_it_may_be_stretched_but_not_dropped(name: str, presence: Presence) -> None:
    rule = KNOWLEDGE.exercises[name].unless
    healed = Evidence(facts=Facts(duration_days=30)).with_findings(Presence.PRESENT, "pop_felt")
    assert rule is not None
    assert rule.holds(KNOWLEDGE.settle(healed)) is presence
