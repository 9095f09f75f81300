from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.conditions.model import TriageLevel
from skill.conditions.triage import assess

KNOWLEDGE = load_knowledge()
INFERENCE = Inference(KNOWLEDGE)
P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN

evidence = st.builds(
    Evidence,
    st.dictionaries(st.sampled_from(sorted(KNOWLEDGE.findings)), st.sampled_from(list(Presence)), max_size=12),
    st.builds(Facts, age=st.none() | st.integers(0, 100)),
)


@pytest.mark.parametrize(
    ("findings", "flag"),
    [
        (["breathless_at_rest_or_chest_pain"], "E1"),
        (["cold_pale_foot"], "E2"),
        (["knee_out_of_shape"], "E3"),
        (["calf_rock_hard_severe"], "E4"),
        (["knee_hot_red", "fever_or_unwell"], "E5"),
        (["saddle_numbness_or_bladder"], "E6"),
        (["calf_swelling"], "S1"),
        (["calf_warm_red"], "S1"),
        (["knee_stuck_now"], "S4"),
    ],
)
def test_a_danger_sign_raises_its_flag(knowledge: KnowledgeBase, findings: list[str], flag: str) -> None:
    raised = red_flags.raised(knowledge, Evidence(dict.fromkeys(findings, P)))
    assert flag in [each.id for each in raised]


@pytest.mark.parametrize("finding", ["knee_hot_red", "fever_or_unwell"])
def test_a_hot_knee_or_a_fever_alone_is_no_emergency(knowledge: KnowledgeBase, finding: str) -> None:
    assert red_flags.floor(knowledge, Evidence({finding: P})) < TriageLevel.EMERGENCY


def test_no_cause_is_matched_for_someone_under_sixteen(inference: Inference) -> None:
    assessment = assess(inference, Evidence({"warm_up_eases": P}, Facts(age=15)))
    assert assessment.differential is None
    assert assessment.level >= TriageLevel.SEE_CLINICIAN


def test_a_limping_child_is_seen_today(knowledge: KnowledgeBase) -> None:
    assert red_flags.floor(knowledge, Evidence({"limp": P}, Facts(age=12))) is TriageLevel.SAME_DAY


def test_being_unsure_of_a_danger_sign_rules_out_self_care(knowledge: KnowledgeBase) -> None:
    assert red_flags.floor(knowledge, Evidence({"calf_swelling": U})) is TriageLevel.SEE_CLINICIAN


@given(evidence, st.sampled_from(sorted(KNOWLEDGE.red_flags)))
def test_adding_a_danger_sign_never_lowers_urgency(known: Evidence, flag: str) -> None:
    asked = KNOWLEDGE.red_flags[flag].asks
    added = known.with_findings(P, *asked)
    assert red_flags.floor(KNOWLEDGE, added) >= red_flags.floor(KNOWLEDGE, known.without(*asked))


@given(evidence, st.sampled_from(sorted(KNOWLEDGE.findings)))
def test_not_knowing_never_lowers_urgency(known: Evidence, finding: str) -> None:
    known = known.without(finding)
    unsure = known.with_findings(U, finding)
    assert red_flags.floor(KNOWLEDGE, unsure) >= red_flags.floor(KNOWLEDGE, known)


@given(evidence)
def test_a_raised_flag_of_today_or_now_ends_the_matching_of_causes(known: Evidence) -> None:
    urgent = red_flags.floor(KNOWLEDGE, known) >= TriageLevel.SAME_DAY
    assert not urgent or assess(INFERENCE, known).differential is None


@given(evidence, st.frozensets(st.sampled_from(sorted(KNOWLEDGE.red_flags))))
def test_a_bundle_asks_at_most_three_flags_of_one_level_that_are_still_open(
    known: Evidence, asked: frozenset[str]
) -> None:
    bundle = red_flags.next_bundle(KNOWLEDGE, known, asked)
    assert len(bundle) <= 3
    assert len({flag.level for flag in bundle}) <= 1
    assert not asked & {flag.id for flag in bundle}


@given(evidence)
def test_the_emergencies_are_asked_before_anything_else(known: Evidence) -> None:
    bundle = red_flags.next_bundle(KNOWLEDGE, known, ())
    open_levels = {flag.level for flag in red_flags.unsettled(KNOWLEDGE, known, ())}
    assert not bundle or bundle[0].level is max(open_levels)


def test_denying_a_hot_knee_with_a_fever_denies_neither_alone(knowledge: KnowledgeBase) -> None:
    assert red_flags.denied(knowledge, knowledge.red_flags["E5"], Evidence()) == ()


def test_denying_it_with_the_fever_known_denies_the_hot_knee(knowledge: KnowledgeBase) -> None:
    denied = red_flags.denied(knowledge, knowledge.red_flags["E5"], Evidence({"fever_or_unwell": P}))
    assert denied == ("knee_hot_red", "swelling_knee")


def test_denying_a_swollen_or_warm_calf_denies_both(knowledge: KnowledgeBase) -> None:
    assert red_flags.denied(knowledge, knowledge.red_flags["S1"], Evidence()) == ("calf_swelling", "calf_warm_red")


def bundle(*present: str, asked: tuple[str, ...] = ()) -> list[str]:
    return [flag.id for flag in red_flags.next_bundle(KNOWLEDGE, Evidence(dict.fromkeys(present, P)), asked)]


def test_a_place_left_in_a_bundle_is_filled_with_a_sign_that_nothing_told_points_to() -> None:
    """Nobody has told of an injury: a knee that was out of place is asked for all the same."""
    assert bundle("pain_deep_bend", asked=("E1", "E2", "E4")) == ["E5", "E6", "E3"]


def test_a_place_is_not_filled_with_a_sign_that_is_known_not_to_matter() -> None:
    known = Evidence({"lump_behind_knee": A})
    assert "S9" not in [flag.id for flag in red_flags.next_bundle(KNOWLEDGE, known, ("E1", "E2", "E4", "E5", "E6"))]


@given(evidence, st.frozensets(st.sampled_from(sorted(KNOWLEDGE.red_flags))))
def test_a_yes_to_a_sign_that_fills_a_place_is_enough_to_raise_it(known: Evidence, asked: frozenset[str]) -> None:
    """A blood thinner alone sends nobody anywhere, so that it is asked of nobody who has no use for it."""
    needed = red_flags.unsettled(KNOWLEDGE, known, asked)
    for flag in red_flags.next_bundle(KNOWLEDGE, known, asked):
        signs = known.with_findings(P, *(red_flags.affirmed(KNOWLEDGE, flag, known) or flag.asks))
        assert flag in needed or flag in red_flags.raised(KNOWLEDGE, signs)


def test_a_bundle_of_signs_that_can_wait_is_not_filled() -> None:
    urgent = tuple(flag.id for flag in KNOWLEDGE.red_flags.values() if flag.level >= TriageLevel.SAME_DAY)
    assert bundle("pain_in_calf", asked=urgent) == ["G3"]


def test_a_question_too_long_for_a_bundle_is_asked_alone() -> None:
    alone = {flag.id for flag in KNOWLEDGE.red_flags.values() if flag.asked_alone}
    child = Evidence(facts=Facts(age=12))
    others = [flag.id for flag in red_flags.unsettled(KNOWLEDGE, child, ()) if flag.id not in alone]
    assert [flag.id for flag in red_flags.next_bundle(KNOWLEDGE, child, others)] == ["S13"]
