"""How soon to be seen: the red flags' floor, raised by what the likely cause itself asks for."""

from __future__ import annotations

from dataclasses import dataclass

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.explain import reasons_for
from skill.conditions.inference import Differential, Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import Condition, RedFlag, Severity, TriageLevel


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the evidence comes to.

    `differential` is None where a red flag or age forbids matching causes. `likely` is the first cause, where one can
    be named: it has a name of its own, and something told speaks for it.
    """

    level: TriageLevel
    flags: tuple[RedFlag, ...]
    differential: Differential | None
    likely: str | None


def assess(inference: Inference, evidence: Evidence, least: TriageLevel = TriageLevel.SELF_CARE) -> Assessment:
    """Level, red flags and causes for the evidence; `least` is a floor set earlier that still stands."""
    knowledge = inference.knowledge
    flags = red_flags.raised(knowledge, evidence)
    level = max(least, red_flags.floor(knowledge, evidence))
    if level >= TriageLevel.SAME_DAY or any(flag.ends_matching for flag in flags):
        return Assessment(level, flags, None, None)
    differential = inference.differential(evidence)
    first = knowledge.conditions[differential.top]
    if first.is_rest or not reasons_for(inference, differential, first.id):
        # To name the commonest cause would be guessing, and to send home with no cause, careless.
        return Assessment(max(level, TriageLevel.SEE_CLINICIAN), flags, differential, None)
    return Assessment(max(level, condition_level(knowledge, first, evidence)), flags, differential, first.id)


def severity_of(knowledge: KnowledgeBase, condition: Condition, evidence: Evidence) -> Severity | None:
    """The first degree of the condition whose rule holds; None where it has no degrees."""
    settled = knowledge.settle(evidence)
    return next((each for each in condition.severities if each.when.holds(settled) is Presence.PRESENT), None)


def care_for(knowledge: KnowledgeBase, condition: Condition, evidence: Evidence) -> tuple[str, ...]:
    """The ids of the care steps, in the order to be told, to the degree that the evidence shows."""
    severity = severity_of(knowledge, condition, evidence)
    return severity.care if severity and severity.care else condition.care


def condition_level(knowledge: KnowledgeBase, condition: Condition, evidence: Evidence) -> TriageLevel:
    """How soon to be seen with this condition, to the degree that the evidence shows."""
    severity = severity_of(knowledge, condition, evidence)
    return severity.triage if severity else condition.triage
