from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import CAP, Differential, Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge

KNOWLEDGE = load_knowledge()
INFERENCE = Inference(KNOWLEDGE)

presences = st.sampled_from(list(Presence))
findings = st.dictionaries(st.sampled_from(sorted(KNOWLEDGE.findings)), presences, max_size=12)


def present(*names: str, **facts: object) -> Evidence:
    return Evidence(dict.fromkeys(names, Presence.PRESENT), Facts(**facts))  # type: ignore[arg-type]  # test shorthand


def test_with_no_evidence_the_differential_is_the_default_prior(knowledge: KnowledgeBase) -> None:
    result = INFERENCE.differential(Evidence())
    assert dict(result.ranked) == pytest.approx(dict(knowledge.priors[-1].p))


def test_posteriors_add_up_to_one() -> None:
    result = INFERENCE.differential(present("lump_behind_knee", "locking", age=60))
    assert sum(chance for _, chance in result.ranked) == pytest.approx(1)


@given(findings, st.integers())
def test_the_order_of_answers_does_not_change_the_result(known: dict[str, Presence], seed: int) -> None:
    shuffled = list(known.items())
    random.Random(seed).shuffle(shuffled)
    assert INFERENCE.differential(Evidence(dict(shuffled))) == INFERENCE.differential(Evidence(known))


@given(findings, st.sampled_from(sorted(KNOWLEDGE.findings)))
def test_not_knowing_a_finding_moves_nothing(known: dict[str, Presence], finding: str) -> None:
    known.pop(finding, None)
    before = INFERENCE.differential(Evidence(known))
    assert INFERENCE.differential(Evidence({**known, finding: Presence.UNKNOWN})) == before


@given(findings)
def test_no_single_finding_moves_a_condition_by_more_than_the_cap(known: dict[str, Presence]) -> None:
    for contribution in INFERENCE.differential(Evidence(known)).contributions:
        assert all(abs(ratio) <= CAP for ratio in contribution.log_ratios.values())


@given(findings)
def test_of_a_correlated_group_one_finding_counts(known: dict[str, Presence]) -> None:
    groups = [INFERENCE.group(each.finding) for each in INFERENCE.differential(Evidence(known)).contributions]
    assert len(groups) == len(set(groups))


def test_a_second_finding_of_a_group_does_not_count_twice() -> None:
    lump = INFERENCE.differential(present("lump_behind_knee")).posterior("bakers_cyst")
    with_fullness = INFERENCE.differential(present("lump_behind_knee", "tight_full_behind")).posterior("bakers_cyst")
    assert with_fullness == pytest.approx(lump)


@pytest.mark.parametrize(
    ("evidence", "row"),
    [
        (present("twist_mechanism", age=60), "acute_twist_or_fall"),
        (present("pushoff_mechanism", "pop_felt"), "calf_felt_to_go"),
        (
            present("pain_in_calf", age=30).with_findings(Presence.ABSENT, "sudden_onset"),
            "calf_pain_or_swelling_no_injury",
        ),
        (present(age=50), "age_50_plus"),
        (present(sport="cycling"), "cyclist"),
        (present(sport="running", age=30), "runner_under_40"),
        (present(sport="running"), "default"),
        (present(), "default"),
    ],
)
def test_the_first_prior_row_that_fits_is_used(evidence: Evidence, row: str) -> None:
    assert INFERENCE.differential(evidence).row == row


def test_what_could_have_chosen_the_row_but_is_denied_still_counts() -> None:
    sore = present("pain_in_calf")
    clot = INFERENCE.differential(sore).posterior("deep_vein_thrombosis")
    denied = sore.with_findings(Presence.ABSENT, "calf_swelling")
    assert INFERENCE.differential(denied).posterior("deep_vein_thrombosis") < clot


def test_the_finding_that_chose_the_row_is_not_applied_again() -> None:
    result = INFERENCE.differential(present("twist_mechanism"))
    assert "twist_mechanism" not in [each.finding for each in result.contributions]


@pytest.mark.parametrize(
    ("ranked", "named"),
    [
        ((("a", 0.8), ("b", 0.1), ("c", 0.1)), ("a",)),
        ((("a", 0.44), ("b", 0.2), ("c", 0.1)), ("a", "b")),
        ((("a", 0.5), ("b", 0.4), ("c", 0.1)), ("a", "b")),
        ((("a", 0.3), ("b", 0.28), ("c", 0.27), ("d", 0.15)), ("a", "b", "c")),
    ],
)
def test_more_than_one_cause_is_named_only_when_the_first_does_not_stand_out(
    ranked: tuple[tuple[str, float], ...], named: tuple[str, ...]
) -> None:
    assert Differential(ranked, "row", ()).named() == named
