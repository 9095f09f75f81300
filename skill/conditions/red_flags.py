"""Danger rules -> a triage floor. Rules, never probabilities: nothing averages a red flag away."""

from __future__ import annotations

from collections.abc import Collection

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import RedFlag, TriageLevel

LARGEST_BUNDLE = 3


def raised(knowledge: KnowledgeBase, evidence: Evidence) -> tuple[RedFlag, ...]:
    """The flags whose rule holds, most urgent first."""
    settled = knowledge.settle(evidence)
    holding = (flag for flag in knowledge.red_flags.values() if flag.when.holds(settled) is Presence.PRESENT)
    return tuple(sorted(holding, key=lambda flag: -flag.level))


def floor(knowledge: KnowledgeBase, evidence: Evidence) -> TriageLevel:
    """The least urgency that the evidence allows.

    Someone who cannot say whether a danger sign is there is not sent away with self-care.
    """
    flags = raised(knowledge, evidence)
    if flags:
        return flags[0].level
    settled = knowledge.settle(evidence)
    unsure = any(_unsure(flag, settled) for flag in knowledge.red_flags.values())
    return TriageLevel.SEE_CLINICIAN if unsure else TriageLevel.SELF_CARE


def unsettled(knowledge: KnowledgeBase, evidence: Evidence, asked: Collection[str]) -> tuple[RedFlag, ...]:
    """The flags still to be asked about: they matter here, and what they ask is not yet known.

    Most urgent first, and of these the ones that something already told points to: a hot knee asks for a fever.
    """
    settled = knowledge.settle(evidence)
    least = floor(knowledge, evidence)
    open_flags = (
        flag
        for flag in knowledge.red_flags.values()
        if flag.asks
        and flag.id not in asked
        and (flag.level >= TriageLevel.SAME_DAY or flag.level > least or flag.asked_anyway)
        and flag.ask_when.holds(settled) is Presence.PRESENT
        and any(finding not in settled for finding in flag.asks)
        and flag.when.holds(settled) is not Presence.PRESENT
    )
    return tuple(
        sorted(open_flags, key=lambda flag: (-flag.level, not any(map(settled.present, flag.when.findings()))))
    )


def next_bundle(
    knowledge: KnowledgeBase, evidence: Evidence, asked: Collection[str], above: TriageLevel | None = None
) -> tuple[RedFlag, ...]:
    """Up to three flags of one level to ask about at once, the most urgent level first; none when all is asked.

    With `above`, only flags that would raise urgency over it.
    """
    flags = unsettled(knowledge, evidence, asked)
    if above is not None:
        flags = tuple(flag for flag in flags if flag.level > above)
    if not flags or flags[0].asked_alone:
        return flags[:1]
    bundled = (flag for flag in flags if flag.level is flags[0].level and not flag.asked_alone)
    return tuple(bundled)[:LARGEST_BUNDLE]


def denied(knowledge: KnowledgeBase, flag: RedFlag, evidence: Evidence) -> tuple[str, ...]:
    """The findings that a "no" to the flag's question makes absent: those that, were they there, would raise it.

    Who denies a hot knee with a fever has denied neither alone.
    """
    settled = knowledge.settle(evidence)
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


def _unsure(flag: RedFlag, settled: Evidence) -> bool:
    """Whether someone could not tell of signs that, were they there, would raise the flag."""
    unknown = [name for name in flag.asks if name in settled and settled[name] is Presence.UNKNOWN]
    if flag.level < TriageLevel.SAME_DAY or not unknown:
        return False
    return flag.when.holds(settled.with_findings(Presence.PRESENT, *unknown)) is Presence.PRESENT
