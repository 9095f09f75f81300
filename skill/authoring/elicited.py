"""The slots that the skill's code elicits, which the dialog model must therefore know."""

from __future__ import annotations

from skill.alexa.elicitation import intent_and_slot
from skill.conditions.loader import load_knowledge
from skill.conditions.model import AnswerKind


def elicited_slots() -> frozenset[tuple[str, str]]:
    """(intent, slot) for every question that is answered by a choice or a number."""
    questions = load_knowledge().questions.values()
    return frozenset(intent_and_slot(each.id) for each in questions if each.kind is not AnswerKind.YES_NO)
