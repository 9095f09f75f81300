"""Examples of acts whose fields hang together: what a result names, which danger signs go into one question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Any

from skill.authoring.speech_lint.bundles import bundles
from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.explain import WORTH_SAYING
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import TriageLevel
from skill.dialog import asks, contents, handouts, replies

Maker = Callable[[KnowledgeBase], Iterable[Any]]
Told = tuple[tuple[str, Presence], ...]
_ATTEMPTS = range(3)
_AT_ONCE = 3


def told(knowledge: KnowledgeBase) -> Iterator[Told]:
    """Each finding, present and absent, alone; and three at a time, so that short meets short and long meets long.

    What is so urgent that nothing but what to do is said is left out.
    """
    names = list(knowledge.findings)
    windows: list[tuple[str, ...]] = [(name,) for name in names]
    by_length = sorted(names, key=len)
    windows += [tuple(by_length[at : at + _AT_ONCE]) for at in range(len(by_length) - _AT_ONCE + 1)]
    for window, presence in product(windows, (Presence.PRESENT, Presence.ABSENT)):
        if not _is_urgent(knowledge, dict.fromkeys(window, presence)):
            yield tuple((name, presence) for name in window)


def _is_urgent(knowledge: KnowledgeBase, findings: Mapping[str, Presence]) -> bool:
    return red_flags.floor(knowledge, Evidence(findings)) >= TriageLevel.SAME_DAY


def _urge(knowledge: KnowledgeBase) -> Iterator[contents.Urge]:
    """Each danger sign alone, and two at once, of the levels that are urgent."""
    for level in (TriageLevel.EMERGENCY, TriageLevel.SAME_DAY):
        flags = [flag.id for flag in knowledge.red_flags.values() if flag.level is level]
        for brief in (False, True):
            yield from (contents.Urge(level, (name,), brief) for name in flags)
            yield contents.Urge(level, tuple(flags[:2]), brief)


def _result(knowledge: KnowledgeBase) -> Iterator[contents.Result]:
    """Each cause first, alone and with the two after it, for each degree and with each flag for a clinician."""
    inference = Inference(knowledge)
    named = [each for each in knowledge.conditions.values() if not each.is_rest]
    flags = [flag.id for flag in knowledge.red_flags.values() if flag.level is TriageLevel.SEE_CLINICIAN]
    for place, condition in enumerate(named):
        others = tuple(each.id for each in (*named[place + 1 :], *named[:place]))
        reasons = [(), *_speaking(inference, condition.id, 1)]
        yield from (contents.Result((condition.id,), condition.triage, each) for each in reasons)
        for severity in (None, *(each.id for each in condition.severities)):
            for number in range(_AT_ONCE):
                causes = (condition.id, *others[:number])
                yield contents.Result(causes, condition.triage, reasons[-1], severity)
        for flag in flags:
            yield contents.Result((condition.id, *others[:2]), TriageLevel.SEE_CLINICIAN, reasons[-1], None, (flag,))


def _why(knowledge: KnowledgeBase) -> Iterator[contents.Reasons]:
    """What speaks for each cause, alone and beside what speaks against it; and where nothing does."""
    inference = Inference(knowledge)
    for name in knowledge.conditions:
        pro, con = (list(_speaking(inference, name, sign)) for sign in (1, -1))
        yield contents.Reasons(name, (), ())
        yield from (contents.Reasons(name, each, ()) for each in pro)
        yield from (contents.Reasons(name, pro[0] if pro else (), each) for each in con)


def _speaking(inference: Inference, condition: str, sign: int) -> Iterator[Told]:
    """What may be told for the condition, or with the sign -1 against it: three at a time, the most telling first."""
    weighed = {
        (name, presence): sign * inference.ratios(name, presence).get(condition, 0)
        for name in inference.knowledge.findings
        for presence in (Presence.PRESENT, Presence.ABSENT)
    }
    ordered = [pair for pair in sorted(weighed, key=lambda pair: -weighed[pair]) if weighed[pair] > WORTH_SAYING]
    for at in range(len(ordered) - _AT_ONCE + 1):
        window = tuple(ordered[at : at + _AT_ONCE])
        if not _is_urgent(inference.knowledge, dict(window)):
            yield window


def _care(knowledge: KnowledgeBase) -> Iterator[contents.Care]:
    """Every step of every condition, to every degree."""
    for condition in knowledge.conditions.values():
        ways = dict.fromkeys((condition.care, *(each.care for each in condition.severities if each.care)))
        for steps in ways:
            yield from (contents.Care(condition.id, step, at, len(steps)) for at, step in enumerate(steps, 1))


def _explain(knowledge: KnowledgeBase) -> Iterator[contents.Explain]:
    yield from (contents.Explain((name,)) for name in knowledge.questions)
    asked = [flag.id for flag in knowledge.red_flags.values() if flag.asks]
    yield from (contents.Explain((name,)) for name in asked)
    yield contents.Explain(tuple(asked[:2]))


def _repair(knowledge: KnowledgeBase) -> Iterator[contents.Repair]:
    yield from (contents.Repair(attempt) for attempt in range(1, 4))


def _ask_flags(knowledge: KnowledgeBase) -> Iterator[asks.AskFlags]:
    for flags in bundles(knowledge):
        yield from (asks.AskFlags(attempt, flags) for attempt in _ATTEMPTS)


def _ask_question(knowledge: KnowledgeBase) -> Iterator[asks.AskQuestion]:
    for question in knowledge.questions.values():
        yield from (asks.AskQuestion(attempt, question.id) for attempt in _ATTEMPTS)
        if question.self_check:
            yield asks.AskQuestion(0, question.id, check=True)


def _mistake(knowledge: KnowledgeBase) -> Iterator[asks.ConfirmMistake]:
    """What was said may be any urgent sign, or two of them, by their questions or by what was told of them."""
    urgent = [flag.id for flag in knowledge.red_flags.values() if flag.level >= TriageLevel.SAME_DAY and flag.asks]
    for flags in (*((name,) for name in urgent), *combinations(urgent, 2)):
        yield from (asks.ConfirmMistake(attempt, flags) for attempt in _ATTEMPTS)
    for name in urgent:
        flag = knowledge.red_flags[name]
        yield from (asks.ConfirmMistake(0, (name,), (finding,)) for finding in flag.when.findings())


def _sent(knowledge: KnowledgeBase) -> Iterator[replies.Sent]:
    """One handout of each kind: what is said of it depends on nothing else."""
    yield replies.Sent(handouts.on_condition(knowledge, next(iter(knowledge.conditions)), care=True))
    yield replies.Sent(handouts.on_exercise(knowledge, next(iter(knowledge.exercises))))
    yield replies.Sent(handouts.UrgentHandout(TriageLevel.EMERGENCY))


JOINT: Mapping[type[contents.ContentAct] | type[asks.InitiativeAct], Maker] = {
    contents.Urge: _urge,
    contents.Result: _result,
    contents.Reasons: _why,
    contents.Care: _care,
    contents.Explain: _explain,
    contents.Repair: _repair,
    replies.Sent: _sent,
    asks.AskFlags: _ask_flags,
    asks.AskQuestion: _ask_question,
    asks.ConfirmMistake: _mistake,
}
