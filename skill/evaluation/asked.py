"""The question of a given name, as understanding reads answers by it."""

from __future__ import annotations

from skill.alexa.pending import pending_of
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks
from skill.understanding.pending import Pending


def asked(name: str, knowledge: KnowledgeBase) -> Pending | None:
    """The question, the danger signs of a red flag, or the yes/no question for a finding; ValueError if none is it."""
    if name in knowledge.questions:
        return pending_of(asks.AskQuestion(question=name), knowledge)
    if name in knowledge.red_flags:
        return pending_of(asks.AskFlags(flags=(name,)), knowledge)
    if name in knowledge.findings:
        return Pending("yes_no", (name,))
    raise ValueError(f"there is no question, red flag or finding '{name}'")
