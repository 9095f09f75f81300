"""Why: which finding speaks for or against a condition, by how much, and what one answer would change most."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.inference import Differential, Inference
from skill.conditions.model import Citation, Question
from skill.conditions.question_selection import is_open

# A ratio nearer to 1 than this (as a log) is not worth a word: clinical.md calls 0.7 to 1.4 uninformative.
WORTH_SAYING = 0.2


@dataclass(frozen=True, slots=True)
class Reason:
    """A finding that speaks for (log ratio above 0) or against a condition, and what the number rests on."""

    finding: str
    presence: Presence
    log_ratio: float
    citation: Citation | None


def reasons(inference: Inference, differential: Differential, condition: str) -> tuple[Reason, ...]:
    """What spoke for and against the condition, strongest first; what hardly mattered is left out."""
    likelihoods = inference.knowledge.conditions[condition].likelihoods
    found = []
    for each in differential.contributions:
        entry = likelihoods.get(each.finding)
        found.append(Reason(each.finding, each.presence, each.log_ratios[condition], entry.citation if entry else None))
    for each in differential.encoded:
        citation = inference.knowledge.prior_citation
        found.append(Reason(each.finding, each.presence, each.log_ratios[condition], citation))
    found = [reason for reason in found if abs(reason.log_ratio) >= WORTH_SAYING]
    return tuple(sorted(found, key=lambda reason: (-abs(reason.log_ratio), reason.finding)))


def reasons_for(inference: Inference, differential: Differential, condition: str) -> tuple[Reason, ...]:
    """The reasons that speak for the condition."""
    return tuple(each for each in reasons(inference, differential, condition) if each.log_ratio > 0)


def most_telling(
    inference: Inference, evidence: Evidence, asked: Collection[str]
) -> tuple[Question, Evidence, str] | None:
    """The one answer that would put another condition first: the question, the answer, the condition it would favor."""
    settled = inference.knowledge.settle(evidence)
    now = inference.differential(evidence)
    best: tuple[float, Question, Evidence, str] | None = None
    for question in inference.knowledge.questions.values():
        if question.id in asked or not is_open(question, settled):
            continue
        for outcome in question.outcomes():
            then = inference.differential(inference.knowledge.record(evidence, outcome))
            lead = then.ranked[0][1] - then.posterior(now.top)
            if then.top != now.top and (best is None or lead > best[0]):
                best = (lead, question, outcome, then.top)
    return best[1:] if best else None
