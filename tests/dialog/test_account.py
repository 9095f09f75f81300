from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.conditions.inference import Inference
from skill.dialog import acts, asks, contents, replies
from skill.dialog.engine import Turn

Talk = Callable[..., Turn]
Tell = Callable[..., acts.Inform]
Until = Callable[..., list[acts.UserAct]]
R = acts.Request
ACCOUNTS = (R.WHY_NOT, R.OTHERS, R.HOW_SURE, R.CHANGE_MIND)


@pytest.fixture
def advised(tell: Tell, deny_until: Until) -> list[acts.UserAct]:
    """Someone whose pattern fits a Baker's cyst."""
    return deny_until(asks.OfferCare, acts.Launch(), tell("lump_behind_knee", "tight_full_behind", age=44))


@pytest.mark.parametrize("request_", ACCOUNTS)
def test_no_cause_is_told_before_there_is_a_result(talk: Talk, tell: Tell, request_: acts.Request) -> None:
    turn = talk(acts.Launch(), tell("lump_behind_knee"), acts.Ask(request_))
    assert replies.NotYet() in turn.contents


@pytest.mark.parametrize("request_", [*ACCOUNTS, R.SUMMARY])
def test_where_no_cause_is_named_none_slips_out(
    talk: Talk, tell: Tell, deny_until: Until, request_: acts.Request
) -> None:
    child = deny_until(asks.OfferRepeat, acts.Launch(), tell("lump_behind_knee", age=12))
    told = talk(*child, acts.Ask(request_)).contents
    assert not any(getattr(each, "causes", ()) or getattr(each, "cause", None) for each in told)


def test_what_else_it_could_be_leaves_out_what_was_named_first(talk: Talk, advised: list[acts.UserAct]) -> None:
    (told,) = talk(*advised, acts.Ask(R.OTHERS)).contents
    assert isinstance(told, replies.Others)
    assert "bakers_cyst" not in told.causes


def test_a_clear_pattern_is_said_to_fit_well(talk: Talk, advised: list[acts.UserAct]) -> None:
    (told,) = talk(*advised, acts.Ask(R.HOW_SURE)).contents
    assert isinstance(told, replies.HowSure)
    assert told.certainty is not replies.Certainty.OPEN


def test_the_answer_that_would_change_the_result_does_change_it(
    talk: Talk, tell: Tell, deny_until: Until, inference: Inference
) -> None:
    said = deny_until(asks.OfferCare, acts.Launch(), tell("warm_up_eases", "pain_outer_back", age=30))
    turn = talk(*said, acts.Ask(R.CHANGE_MIND))
    (told,) = turn.contents
    assert isinstance(told, replies.WouldChange)
    evidence = turn.state.evidence
    for finding, presence in told.findings:
        evidence = inference.knowledge.record(evidence, evidence.with_findings(presence, finding).only(finding))
    assert told.cause is None or inference.differential(evidence).top == told.cause


def test_why_not_another_cause_tells_what_speaks_against_it(talk: Talk, advised: list[acts.UserAct]) -> None:
    (told,) = talk(*advised, acts.Ask(R.WHY_NOT, "hamstring_tendinopathy")).contents
    assert isinstance(told, replies.WhyNot)
    assert told.cause == "hamstring_tendinopathy"
    assert told.against


def test_a_source_that_was_not_read_is_never_named(
    talk: Talk, advised: list[acts.UserAct], inference: Inference
) -> None:
    (told,) = talk(*advised, acts.Ask(R.SOURCE)).contents
    assert isinstance(told, replies.Sources)
    assert all(inference.knowledge.sources[name].verified for name in told.sources)


def test_the_source_of_a_step_is_what_the_step_cites(
    talk: Talk, advised: list[acts.UserAct], inference: Inference
) -> None:
    (step,) = (each for each in talk(*advised, acts.Affirm()).contents if isinstance(each, contents.Care))
    (told,) = talk(*advised, acts.Affirm(), acts.Ask(R.SOURCE)).contents
    assert isinstance(told, replies.Sources)
    assert set(told.sources) <= set(inference.knowledge.care[step.step].citation.sources)


def test_a_summary_for_a_clinician_holds_what_was_told_and_what_it_may_be(
    talk: Talk, advised: list[acts.UserAct]
) -> None:
    (told,) = talk(*advised, acts.Ask(R.SUMMARY)).contents
    assert isinstance(told, replies.Summary)
    assert "bakers_cyst" in told.causes
    assert "lump_behind_knee" in dict(told.findings)


def test_a_topic_is_answered_for_the_likely_cause_once_there_is_one(talk: Talk, advised: list[acts.UserAct]) -> None:
    assert replies.Advice("keep_running", "bakers_cyst") in talk(*advised, acts.Ask(R.ADVICE, "keep_running")).contents


def test_a_topic_is_answered_in_general_to_someone_who_just_came_in(talk: Talk) -> None:
    turn = talk(acts.Ask(R.ADVICE, "keep_running"))
    assert turn.contents == (contents.Disclose(), replies.Advice("keep_running"))
    assert isinstance(turn.ask, asks.AskComplaint)
