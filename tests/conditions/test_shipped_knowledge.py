"""Claims that the shipped knowledge must keep, whoever edits it."""

from __future__ import annotations

import itertools

import pytest

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.conditions.model import Question, RedFlag, TriageLevel
from skill.conditions.question_selection import is_open
from skill.conditions.red_flags import raised, unsettled
from skill.conditions.uses import uses

KNOWLEDGE = load_knowledge()
EMERGENCIES = [f"E{number}" for number in range(1, 7)]
SAME_DAY = [f"S{number}" for number in range(1, 17)]
CLINICIAN = [f"G{number}" for number in range(1, 10)]


def known(*present: str, absent: tuple[str, ...] = (), age: int | None = None, days: int | None = None) -> Evidence:
    evidence = Evidence(facts=Facts(age=age, duration_days=days))
    return evidence.with_findings(Presence.PRESENT, *present).with_findings(Presence.ABSENT, *absent)


def flags(evidence: Evidence) -> set[str]:
    return {flag.id for flag in raised(KNOWLEDGE, evidence)}


def test_every_agreed_red_flag_is_there(knowledge: KnowledgeBase) -> None:
    assert set(knowledge.red_flags) == {*EMERGENCIES, *SAME_DAY, *CLINICIAN, "under_16"}


@pytest.mark.parametrize(
    ("names", "level"),
    [
        (EMERGENCIES, TriageLevel.EMERGENCY),
        (SAME_DAY, TriageLevel.SAME_DAY),
        ([*CLINICIAN, "under_16"], TriageLevel.SEE_CLINICIAN),
    ],
)
def test_the_letter_of_a_flag_is_its_level(names: list[str], level: TriageLevel, knowledge: KnowledgeBase) -> None:
    assert {knowledge.red_flags[name].level for name in names} == {level}


def test_only_urgent_flags_and_childhood_end_the_matching(knowledge: KnowledgeBase) -> None:
    ending = {flag.id for flag in knowledge.red_flags.values() if flag.ends_matching}
    assert ending == {*EMERGENCIES, *SAME_DAY, "under_16"}


@pytest.mark.parametrize("flag", KNOWLEDGE.red_flags.values(), ids=lambda flag: flag.id)
def test_every_flag_can_be_raised(flag: RedFlag) -> None:
    """By all that it looks at, at some age, with and without a clear injury."""
    looked_at = tuple(flag.when.findings())
    tries = (
        known(*(name for name in looked_at if name != "injury"), *injury, age=age)
        for age, injury in itertools.product((12, 60), ((), ("twist_mechanism",)))
    )
    assert any(flag.id in flags(each) for each in tries)


def test_nothing_known_raises_nothing() -> None:
    assert flags(Evidence()) == set()


def test_a_runner_with_a_sore_cord_that_warms_up_raises_nothing() -> None:
    runner = known(
        "overuse_running", "warm_up_eases", "tender_cord", "pain_inner_back", "downhill_worse", age=34, days=10
    )
    assert flags(runner) == set()


@pytest.mark.parametrize("alone", ["knee_hot_red", "fever_or_unwell"])
def test_neither_heat_nor_fever_alone_is_an_infected_joint(alone: str) -> None:
    assert flags(known(alone)) == set()


def test_a_hot_knee_with_a_fever_is_an_emergency() -> None:
    assert flags(known("knee_hot_red", "fever_or_unwell")) == {"E5"}


def test_a_clot_risk_counts_while_nobody_has_said_whether_there_was_an_injury() -> None:
    assert "S2" in flags(known("vte_risk", "pain_in_calf"))


def test_a_clear_injury_excuses_a_clot_risk() -> None:
    assert "S2" not in flags(known("vte_risk", "pain_in_calf", "pushoff_mechanism"))


def test_a_strain_does_not_excuse_a_swollen_calf() -> None:
    assert "S1" in flags(known("calf_swelling", "pushoff_mechanism", "pop_felt"))


def test_a_twist_at_fifty_five_needs_an_x_ray_the_same_day() -> None:
    assert "S5" in flags(known("twist_mechanism", age=55))


@pytest.mark.parametrize(("age", "days"), [(54, 1), (55, 8)])
def test_a_twist_younger_or_longer_ago_needs_none_by_age_alone(age: int, days: int) -> None:
    assert "S5" not in flags(known("twist_mechanism", age=age, days=days))


def test_a_strained_calf_at_fifty_five_needs_no_knee_x_ray() -> None:
    assert "S5" not in flags(known("pushoff_mechanism", age=55))


@pytest.mark.parametrize("partner", ["swelling_knee", "twist_mechanism", "bruise_calf_ankle"])
def test_a_blood_thinner_counts_only_with_something_that_may_bleed(partner: str) -> None:
    assert "S10" not in flags(known("blood_thinner"))
    assert "S10" in flags(known("blood_thinner", partner))


@pytest.mark.parametrize("sign", ["limp", "fever_or_unwell", "night_rest_pain", "swelling_knee", "hip_or_groin_pain"])
def test_a_sign_that_can_wait_in_an_adult_cannot_in_a_child(sign: str) -> None:
    assert "S13" in flags(known(sign, age=15))
    assert "S13" not in flags(known(sign, age=16))


def test_a_child_with_none_of_the_signs_still_sees_a_clinician() -> None:
    assert flags(known("pain_deep_bend", age=15)) == {"under_16"}


def test_six_weeks_of_pain_are_worth_a_visit() -> None:
    assert flags(known(days=42)) == {"G8"}


@pytest.mark.parametrize("flag", ["S9", "G1"])
def test_a_lump_is_asked_about_only_where_there_is_one(flag: str, knowledge: KnowledgeBase) -> None:
    assert flag in {each.id for each in unsettled(knowledge, known("lump_behind_knee"), ())}
    assert flag not in {each.id for each in unsettled(knowledge, known(absent=("lump_behind_knee",)), ())}


SELF_CHECKS = [question for question in KNOWLEDGE.questions.values() if question.self_check]


@pytest.mark.parametrize("question", SELF_CHECKS, ids=lambda question: question.id)
@pytest.mark.parametrize("danger", ["pop_felt", "calf_swelling", "sudden_onset", "knee_stuck_now", "fluoroquinolone"])
def test_nothing_is_tried_out_after_a_possible_rupture_or_with_a_leg_at_risk(question: Question, danger: str) -> None:
    assert not is_open(question, KNOWLEDGE.settle(known(danger)))


@pytest.mark.parametrize("question", SELF_CHECKS, ids=lambda question: question.id)
def test_a_sudden_start_without_a_pop_leaves_self_checks_open(question: Question) -> None:
    settled = KNOWLEDGE.settle(known("sudden_onset", absent=("pop_felt",)))
    assert is_open(question, settled)


def test_a_derived_finding_sees_the_derived_ones_above_it(knowledge: KnowledgeBase) -> None:
    """`testing_unwise` looks at `injury`, which is derived too."""
    assert knowledge.settle(known("fall")).present("testing_unwise")


def test_nothing_derived_is_ever_asked(knowledge: KnowledgeBase) -> None:
    derived = {name for name, finding in knowledge.findings.items() if finding.derived}
    asked = set().union(*(question.touches() for question in knowledge.questions.values()))
    assert not derived & (asked | {name for flag in knowledge.red_flags.values() for name in flag.asks})


def test_no_finding_is_asked_by_two_questions(knowledge: KnowledgeBase) -> None:
    touched = [name for question in knowledge.questions.values() for name in question.touches()]
    assert sorted(touched) == sorted(set(touched))


def test_options_that_stand_for_the_same_are_one_outcome(knowledge: KnowledgeBase) -> None:
    """Else the third option of `run_pattern` would count its outcome twice in what the question is expected to tell."""
    assert len(knowledge.questions["run_pattern"].options) == 3
    assert len(knowledge.questions["run_pattern"].outcomes()) == 2


def test_the_options_of_a_choice_have_numbers(knowledge: KnowledgeBase) -> None:
    """A finding without one would count as certain in what the question is expected to tell."""
    numbered = {name for condition in knowledge.conditions.values() for name in condition.likelihoods}
    assert all(question.touches() <= numbered for question in knowledge.questions.values())


def test_every_finding_with_numbers_can_be_learned(knowledge: KnowledgeBase) -> None:
    learned = {name for name, finding in knowledge.findings.items() if finding.derived}
    learned |= {name for question in knowledge.questions.values() for name in question.touches()}
    learned |= {name for flag in knowledge.red_flags.values() for name in flag.asks}
    numbered = {name for condition in knowledge.conditions.values() for name in condition.likelihoods}
    assert numbered <= learned


def test_every_condition_has_a_number_for_the_same_findings(knowledge: KnowledgeBase) -> None:
    """A gap would count as average, in favor of the condition that nobody described."""
    assert len({frozenset(condition.likelihoods) for condition in knowledge.conditions.values()}) == 1


@pytest.mark.parametrize("condition", KNOWLEDGE.conditions)
def test_the_places_of_a_condition_add_up_to_one(condition: str, knowledge: KnowledgeBase) -> None:
    likelihoods = knowledge.conditions[condition].likelihoods.values()
    places = [each.p for each in likelihoods if knowledge.findings[each.finding].one_of == "location"]
    assert sum(places) == pytest.approx(1)


def test_no_published_number_rests_on_a_text_that_was_not_read(knowledge: KnowledgeBase) -> None:
    unread = [
        (condition.id, each.finding)
        for condition in knowledge.conditions.values()
        for each in condition.likelihoods.values()
        if each.citation.grade == "A" and not all(knowledge.sources[name].verified for name in each.citation.sources)
    ]
    assert unread == []


def test_the_guide_covers_the_four_causes_of_the_article(knowledge: KnowledgeBase) -> None:
    assert {condition.id for condition in knowledge.conditions.values() if condition.from_article} == {
        "bakers_cyst",
        "gastrocnemius_tendinopathy",
        "hamstring_tendinopathy",
        "meniscal_tear",
    }


@pytest.mark.parametrize("kind", ["source", "care step"])
def test_every_source_and_every_care_step_is_used(kind: str, knowledge: KnowledgeBase) -> None:
    used = {name for use in uses(knowledge) if use.kind == kind for name in use.ids}
    assert used == set(knowledge.sources if kind == "source" else knowledge.care)
