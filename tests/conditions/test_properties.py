"""What must hold whatever is known: correlated findings count once, and danger rules are not talked down."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge

KNOWLEDGE = load_knowledge()
INFERENCE = Inference(KNOWLEDGE)
P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN

# What chooses a prior row does more than count as a finding.
ROW_CHOOSERS = {name for row in KNOWLEDGE.priors for name in (*row.encodes, *row.when.findings())}
CORRELATED = sorted(
    (one, other)
    for one, other in combinations(KNOWLEDGE.findings, 2)
    if INFERENCE.group(one) == INFERENCE.group(other)
    and not ROW_CHOOSERS.intersection((one, other))
    and INFERENCE.ratios(one, P)
    and INFERENCE.ratios(other, P)
    and not (KNOWLEDGE.findings[one].one_of and KNOWLEDGE.findings[one].one_of == KNOWLEDGE.findings[other].one_of)
)
evidence = st.builds(
    Evidence,
    st.dictionaries(st.sampled_from(sorted(KNOWLEDGE.findings)), st.sampled_from(list(Presence)), max_size=8),
    st.builds(Facts, age=st.none() | st.integers(0, 100), duration_days=st.none() | st.integers(0, 900)),
)


def test_there_are_correlated_findings_to_hold_apart() -> None:
    assert len(CORRELATED) > 10


@given(evidence, st.sampled_from(CORRELATED))
def test_two_correlated_findings_weigh_what_one_of_them_weighs(known: Evidence, pair: tuple[str, str]) -> None:
    group = {name for name in KNOWLEDGE.findings if INFERENCE.group(name) == INFERENCE.group(pair[0])}
    known = known.without(*group)
    both = INFERENCE.differential(known.with_findings(P, *pair)).ranked
    # A finding that another requires is settled with it: the lump comes with the lump that softens.
    assert both in [INFERENCE.differential(known.with_findings(P, name)).ranked for name in pair]


@given(evidence, st.sampled_from(sorted(KNOWLEDGE.findings)))
def test_not_knowing_is_never_less_urgent_than_knowing_that_it_is_not_so(known: Evidence, finding: str) -> None:
    denied, unsure = (known.with_findings(presence, finding) for presence in (A, U))
    assert red_flags.floor(KNOWLEDGE, unsure) >= red_flags.floor(KNOWLEDGE, denied)


@given(evidence, st.lists(st.sampled_from(sorted(KNOWLEDGE.red_flags)), min_size=1, max_size=4))
def test_danger_signs_added_one_after_the_other_never_lower_urgency(known: Evidence, flags: list[str]) -> None:
    known = known.without(*(finding for flag in flags for finding in KNOWLEDGE.red_flags[flag].asks))
    floors = [red_flags.floor(KNOWLEDGE, known)]
    for flag in flags:
        known = KNOWLEDGE.record(known, Evidence().with_findings(P, *KNOWLEDGE.red_flags[flag].asks))
        floors.append(red_flags.floor(KNOWLEDGE, known))
    assert floors == sorted(floors)
