from __future__ import annotations

from skill.conditions import explain
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.inference import Inference

P, A = Presence.PRESENT, Presence.ABSENT


def test_a_lump_speaks_for_a_cyst_and_says_what_it_rests_on(inference: Inference) -> None:
    differential = inference.differential(Evidence({"lump_behind_knee": P}))
    (reason,) = explain.reasons_for(inference, differential, "bakers_cyst")
    assert reason.finding == "lump_behind_knee"
    assert reason.citation is not None
    assert reason.citation.sources


def test_what_speaks_against_a_condition_is_told_apart(inference: Inference) -> None:
    differential = inference.differential(Evidence({"lump_behind_knee": P}))
    (reason,) = explain.reasons(inference, differential, "nerve_referred_pain")
    assert reason.log_ratio < 0


def test_what_chose_the_prior_row_is_a_reason_too(inference: Inference) -> None:
    differential = inference.differential(Evidence({"twist_mechanism": P}))
    assert [each.finding for each in explain.reasons_for(inference, differential, "meniscal_tear")] == [
        "twist_mechanism"
    ]


def test_reasons_come_strongest_first(inference: Inference) -> None:
    evidence = Evidence({"lump_behind_knee": P, "pain_deep_bend": P, "known_knee_arthritis": P})
    ratios = [
        each.log_ratio for each in explain.reasons_for(inference, inference.differential(evidence), "bakers_cyst")
    ]
    assert ratios == sorted(ratios, reverse=True)


def test_a_finding_that_hardly_matters_is_left_out(inference: Inference) -> None:
    differential = inference.differential(Evidence({"pain_straightening": P}))
    assert not explain.reasons(inference, differential, "gastrocnemius_tendinopathy")


def test_the_most_telling_answer_would_put_another_condition_first(inference: Inference) -> None:
    evidence = Evidence({"lump_behind_knee": P})
    telling = explain.most_telling(inference, evidence, ())
    assert telling is not None
    _, answer, condition = telling
    now = inference.differential(evidence)
    then = inference.differential(inference.knowledge.record(evidence, answer))
    assert then.top == condition != now.top
