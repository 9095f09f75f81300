"""Answers to requests to account for the result: why, why not, what else, how sure, on what grounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from skill.conditions import explain
from skill.conditions.inference import Differential
from skill.conditions.model import Citation
from skill.conditions.triage import assess, care_for
from skill.dialog import acts, care, contents, course, gathering, replies, telling
from skill.dialog.moves import Moment, Move
from skill.dialog.returning import back, result_told

MOST_OTHERS = 2
# A cause less likely than this is not worth a word: grade C.
WORTH_NAMING = 0.05
# How well it must fit to be called clear, or likely. The second is where one cause is named alone (design, section 3).
CLEAR, LIKELY = 0.7, 0.45


@dataclass(frozen=True, slots=True)
class Account:
    """A result that was told: its first cause, and the differential that it came from."""

    cause: str
    differential: Differential


_Step = Callable[[Moment, str | None], Move]


def _once_told(step: Callable[[Moment, str | None, Account], Move]) -> _Step:
    """The step, for a result that named a cause. Before there is one, that it will come; where none was named, that."""

    def answered(moment: Moment, topic: str | None) -> Move:
        if not result_told(moment):
            return back(moment, replies.NotYet())
        assessment = assess(moment.inference, moment.state.evidence, moment.state.floor)
        cause = care.likely_cause(moment.inference, moment.state)
        if cause is None or assessment.differential is None or gathering.told_no_cause(moment):
            return course.repeat(moment, topic)
        return step(moment, topic, Account(cause, assessment.differential))

    return answered


def why(moment: Moment, topic: str | None) -> Move:
    """What speaks for the cause and what against, once there is one; before, what the question is for."""
    return _why(moment, topic) if result_told(moment) else course.explain(moment, topic)


@_once_told
def _why(moment: Moment, topic: str | None, account: Account) -> Move:
    cause = _condition(moment, topic) or account.cause
    return back(moment, contents.Reasons(cause, *_reasons(moment, account, cause)))


@_once_told
def why_not(moment: Moment, topic: str | None, account: Account) -> Move:
    """What speaks against another cause."""
    cause = _condition(moment, topic) or next(iter(_others(moment, account)), account.cause)
    named = cause in account.differential.named()
    return back(moment, replies.WhyNot(cause, *_reasons(moment, account, cause), named))


@_once_told
def others(moment: Moment, topic: str | None, account: Account) -> Move:
    """What else it could be."""
    return back(moment, replies.Others(_others(moment, account)))


@_once_told
def how_sure(moment: Moment, topic: str | None, account: Account) -> Move:
    """How well the pattern fits, in words."""
    (_, share), *_ = account.differential.ranked
    alone = len(account.differential.named()) == 1
    certainty = replies.Certainty.CLEAR if share >= CLEAR else replies.Certainty.LIKELY
    if share < LIKELY or not alone:
        certainty = replies.Certainty.OPEN
    return back(moment, replies.HowSure(certainty, (account.cause, *_others(moment, account)[:1])))


@_once_told
def change_mind(moment: Moment, topic: str | None, account: Account) -> Move:
    """The one answer that would put another cause first."""
    found = explain.most_telling(moment.inference, moment.state.evidence, moment.state.asked)
    if found is None:
        return back(moment, replies.WouldChange())
    _, answer, cause = found
    return back(moment, replies.WouldChange(answer.known(), cause))


def source(moment: Moment, topic: str | None) -> Move:
    """Where what was told last comes from."""
    citations = _citations(moment)
    read = (name for each in citations for name in moment.inference.knowledge.proof(each))
    judged = not citations or any(each.grade == "C" for each in citations)
    return back(moment, replies.Sources(tuple(dict.fromkeys(read)), judged))


def summary(moment: Moment, topic: str | None) -> Move:
    """What to tell a clinician."""
    evidence = moment.state.evidence
    named: tuple[str, ...] = ()
    if result_told(moment) and care.likely_cause(moment.inference, moment.state):
        differential = assess(moment.inference, evidence, moment.state.floor).differential
        named = differential.named() if differential else ()
    return back(moment, replies.Summary(evidence.known(), evidence.facts, named))


def _citations(moment: Moment) -> tuple[Citation, ...]:
    """What the last content rests on: an answer, a care step, or the reasons for the result."""
    knowledge, state = moment.inference.knowledge, moment.state
    if moment.before.answered in (acts.Request.ABOUT.value, acts.Request.ADVICE.value):
        topic = moment.before.answered_topic or ""
        if topic in knowledge.topics:
            return (knowledge.topics[topic].citation_for(telling.concerned(moment)),)
        if topic in knowledge.terms:
            return (knowledge.terms[topic].citation,)
        if topic in knowledge.exercises:
            return (knowledge.exercises[topic].citation,)
        if topic in knowledge.conditions:
            return _condition_citations(moment, topic)
    cause = state.focus or care.likely_cause(moment.inference, state)
    if cause is None:
        return tuple(knowledge.red_flags[name].citation for name in state.asked if name in knowledge.red_flags)
    if state.focus and state.care_step:
        steps = care_for(knowledge, knowledge.conditions[cause], state.evidence)
        return (knowledge.care[steps[(state.care_step - 1) % len(steps)]].citation,)
    return _condition_citations(moment, cause)


def _condition_citations(moment: Moment, condition: str) -> tuple[Citation, ...]:
    """What the strongest reasons for it rest on, or else what is known of it."""
    differential = moment.inference.differential(moment.state.evidence)
    reasons = explain.reasons_for(moment.inference, differential, condition)
    told = tuple(reason.citation for reason in reasons if reason.citation)
    return told or tuple(
        each.citation for each in moment.inference.knowledge.conditions[condition].likelihoods.values()
    )


def _condition(moment: Moment, topic: str | None) -> str | None:
    return topic if topic in moment.inference.knowledge.conditions else None


def _others(moment: Moment, account: Account) -> tuple[str, ...]:
    """The causes after the first that are worth a word."""
    known = moment.inference.knowledge.conditions
    near = (name for name, share in account.differential.ranked if share >= WORTH_NAMING and name != account.cause)
    return tuple(name for name in near if not known[name].is_rest)[:MOST_OTHERS]


def _reasons(moment: Moment, account: Account, cause: str) -> tuple[replies.Told, replies.Told]:
    """The strongest findings for and against a cause."""
    reasons = explain.reasons(moment.inference, account.differential, cause)
    pro = tuple((each.finding, each.presence) for each in reasons if each.log_ratio > 0)
    con = tuple((each.finding, each.presence) for each in reasons if each.log_ratio < 0)
    return pro[: gathering.MOST_REASONS], con[: gathering.MOST_REASONS]
