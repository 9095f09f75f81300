"""`Dialog.ElicitSlot`, so that Alexa expects the answer to a choice or a number and hears it better."""

from __future__ import annotations

from ask_sdk_model import Intent, IntentConfirmationStatus, Slot, SlotConfirmationStatus
from ask_sdk_model.dialog import ElicitSlotDirective

from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind
from skill.dialog import asks

# Questions whose slot is not called after them, as a slot's name is what a designer reads in the model.
_SLOTS = {"location": "place", "run_pattern": "pattern"}
_INTENTS = {"location": "PlaceIntent"}


def intent_and_slot(question: str) -> tuple[str, str]:
    """The names of the intent and slot that hear the answer to a question."""
    camel_case = "".join(word.capitalize() for word in question.split("_"))
    return _INTENTS.get(question, f"{camel_case}Intent"), _SLOTS.get(question, question)


def elicitation(ask: asks.InitiativeAct | None, knowledge: KnowledgeBase) -> ElicitSlotDirective | None:
    """The directive for a choice or a number; a yes or no comes in intents of its own."""
    if not isinstance(ask, asks.AskQuestion) or knowledge.questions[ask.question].kind is AnswerKind.YES_NO:
        return None
    intent, slot = intent_and_slot(ask.question)
    empty = Slot(name=slot, confirmation_status=SlotConfirmationStatus.NONE)
    updated = Intent(name=intent, confirmation_status=IntentConfirmationStatus.NONE, slots={slot: empty})
    return ElicitSlotDirective(updated_intent=updated, slot_to_elicit=slot)
