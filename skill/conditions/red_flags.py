"""Danger rules -> a triage floor. Rules, never probabilities: nothing averages a red flag away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import RedFlag, TriageLevel

LARGEST_BUNDLE = 3


def raised(knowledge: KnowledgeBase, evidence: Evidence) -> tuple[RedFlag, ...]:
    """The flags whose rule holds, most urgent first."""
    return _holding(knowledge, knowledge.settle(evidence))


def floor(knowledge: KnowledgeBase, evidence: Evidence) -> TriageLevel:
    """The least urgency that the evidence allows.

    Someone who cannot say whether a danger sign is there is not sent away with self-care.
    """
    settled = knowledge.settle(evidence)
    flags = _holding(knowledge, settled)
    if flags:
        return flags[0].level
    doubtful = any(unsure(flag, settled) for flag in knowledge.red_flags.values())
    return TriageLevel.SEE_CLINICIAN if doubtful else TriageLevel.SELF_CARE


def unsettled(knowledge: KnowledgeBase, evidence: Evidence, asked: Collection[str]) -> tuple[RedFlag, ...]:
    """The flags still to be asked about: they matter here, and what they ask is not yet known.

    Most urgent first, and of these the ones that something already told points to: a hot knee asks for a fever.
    """
    settled = knowledge.settle(evidence)
    return _needed(_unanswered(knowledge, settled, asked), settled)


def next_bundle(
    knowledge: KnowledgeBase, evidence: Evidence, asked: Collection[str], above: TriageLevel | None = None
) -> tuple[RedFlag, ...]:
    """Up to three flags of one level to ask about at once, the most urgent level first; none when all is asked.

    With `above`, only flags that would raise urgency over it. Urgent bundles are filled up with `_fillers`.
    """
    settled = knowledge.settle(evidence)
    unanswered = _unanswered(knowledge, settled, asked)
    if above is not None:
        unanswered = tuple(flag for flag in unanswered if flag.level > above)
    flags = _needed(unanswered, settled)
    if not flags or flags[0].asked_alone:
        return flags[:1]
    level = flags[0].level
    bundled = [flag for flag in flags if flag.level is level and not flag.asked_alone]
    if level >= TriageLevel.SAME_DAY and len(bundled) < LARGEST_BUNDLE:
        bundled.extend(_fillers([flag for flag in unanswered if flag.level is level], settled))
    return tuple(bundled[:LARGEST_BUNDLE])


def _holding(knowledge: KnowledgeBase, settled: Evidence) -> tuple[RedFlag, ...]:
    holding = (flag for flag in knowledge.red_flags.values() if flag.when.holds(settled) is Presence.PRESENT)
    return tuple(sorted(holding, key=lambda flag: -flag.level))


def _unanswered(knowledge: KnowledgeBase, settled: Evidence, asked: Collection[str]) -> tuple[RedFlag, ...]:
    """The flags with a question that was not put or answered, and that could make a difference."""
    least = floor(knowledge, settled)
    return tuple(
        flag
        for flag in knowledge.red_flags.values()
        if (flag.level >= TriageLevel.SAME_DAY or flag.level > least or flag.asked_anyway)
        and flag.id not in asked
        and any(finding not in settled for finding in flag.asks)
        and flag.when.holds(settled) is not Presence.PRESENT
    )


def _needed(unanswered: Iterable[RedFlag], settled: Evidence) -> tuple[RedFlag, ...]:
    needed = (flag for flag in unanswered if flag.ask_when.holds(settled) is Presence.PRESENT)
    return tuple(sorted(needed, key=lambda flag: (-flag.level, not any(map(settled.present, flag.when.findings())))))


def _fillers(unanswered: Iterable[RedFlag], settled: Evidence) -> Iterator[RedFlag]:
    """Flags for the free places of a bundle: it is not known whether they matter, and there they cost no turn.

    What it would take to unlock them ("is there a lump?") may never be asked. A yes must be enough to raise them,
    whichever of the signs was meant: nobody is sent to be seen today for a blood thinner alone.
    """
    for flag in unanswered:
        if flag.asked_alone or flag.ask_when.holds(settled) is not Presence.UNKNOWN:
            continue
        signs = tuple(finding for finding in flag.asks if finding not in settled)
        all_there = settled.with_findings(Presence.PRESENT, *signs)
        if flag.when.holds(all_there) is Presence.PRESENT and _denied(flag, settled) in ((), signs):
            yield flag


def denied(knowledge: KnowledgeBase, flag: RedFlag, evidence: Evidence) -> tuple[str, ...]:
    """The findings that a "no" to the flag's question makes absent: those that, were they there, would raise it.

    Who denies a hot knee with a fever has denied neither alone.
    """
    return _denied(flag, knowledge.settle(evidence))


def _denied(flag: RedFlag, settled: Evidence) -> tuple[str, ...]:
    return tuple(
        finding
        for finding in flag.asks
        if finding not in settled
        and flag.when.holds(settled.with_findings(Presence.PRESENT, finding)) is Presence.PRESENT
    )


def affirmed(knowledge: KnowledgeBase, flag: RedFlag, evidence: Evidence) -> tuple[str, ...]:
    """The findings that a "yes" to the flag's question makes present; none where it could be one or another."""
    alone = denied(knowledge, flag, evidence)
    if len(alone) > 1:
        return ()
    return alone or flag.asks


def told_in_full(knowledge: KnowledgeBase, flag: RedFlag, evidence: Evidence) -> bool:
    """Whether naming one of the flag's signs is as good as a yes to its question.

    It is not while the question asks for another sign with it: a swollen knee is no fever with a swollen knee.
    """
    every = flag.when.holds(knowledge.settle(evidence.with_findings(Presence.PRESENT, *flag.asks)))
    return every is not Presence.PRESENT or flag.when.holds(knowledge.settle(evidence)) is Presence.PRESENT


def unsure(flag: RedFlag, settled: Evidence) -> bool:
    """Whether someone could not tell of signs that, were they there, would raise the flag."""
    unknown = [name for name in flag.asks if name in settled and settled[name] is Presence.UNKNOWN]
    if flag.level < TriageLevel.SAME_DAY or not unknown:
        return False
    return flag.when.holds(settled.with_findings(Presence.PRESENT, *unknown)) is Presence.PRESENT
