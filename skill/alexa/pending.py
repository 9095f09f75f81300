"""The question waiting in the dialog -> the data that understanding reads short answers by."""

from __future__ import annotations

from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks
from skill.understanding.pending import Pending


def pending_of(ask: asks.InitiativeAct | None, knowledge: KnowledgeBase) -> Pending | None:
    """What is being asked. An offer is a yes/no question on which no finding hangs."""
    if ask is None:
        return None
    if isinstance(ask, asks.AskComplaint):
        return Pending("open")
    if isinstance(ask, asks.AskFlags):
        findings = tuple(finding for flag in ask.flags for finding in knowledge.red_flags[flag].asks)
        return Pending("yes_no" if len(ask.flags) == 1 else "bundle", findings)
    if isinstance(ask, asks.AskQuestion):
        question = knowledge.questions[ask.question]
        return Pending(question.kind.value, question.findings, question.options, question.fact)
    return Pending("yes_no")
