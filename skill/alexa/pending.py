"""The question waiting in the dialog -> the data that understanding reads short answers by."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks
from skill.dialog.coaching_asks import COACHING_ASKS, AskGates, AskPain
from skill.dialog.state import ConversationState
from skill.understanding.pending import PAIN, Pending


def pending_in(state: ConversationState, knowledge: KnowledgeBase) -> Pending | None:
    """What is being asked, of someone whose sore leg is known or not, and who spoke of some part of it last."""
    pending = pending_of(state.pending, knowledge)
    return replace(pending, side=state.evidence.facts.side, part=state.part) if pending else None


def pending_of(ask: asks.InitiativeAct | None, knowledge: KnowledgeBase) -> Pending | None:
    """What is being asked, of anybody."""
    return _of(ask, knowledge) if ask else None


def _of(ask: asks.InitiativeAct, knowledge: KnowledgeBase) -> Pending:
    """The question alone. An offer is a yes/no question on which no finding hangs."""
    if isinstance(ask, asks.AskComplaint):
        return Pending("open")
    if isinstance(ask, asks.AskFlags):
        findings = tuple(finding for flag in ask.flags for finding in knowledge.red_flags[flag].asks)
        return Pending("yes_no" if len(ask.flags) == 1 else "bundle", findings)
    if isinstance(ask, asks.AskQuestion):
        question = knowledge.questions[ask.question]
        return Pending(question.kind.value, question.findings, question.options, question.fact)
    if isinstance(ask, AskGates):
        return Pending("bundle", tuple(name for gate in ask.gates for name in knowledge.gates[gate].bars.findings()))
    if isinstance(ask, AskPain):
        return Pending("number", fact=PAIN, exercising=True)
    return Pending("yes_no", exercising=isinstance(ask, COACHING_ASKS))
