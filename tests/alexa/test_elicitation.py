from __future__ import annotations

import pytest
from ask_sdk_core.serialize import DefaultSerializer

from skill.alexa.elicitation import elicitation, intent_and_slot
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind
from skill.dialog import asks


@pytest.mark.parametrize(
    ("question", "intent", "slot"),
    [
        ("location", "PlaceIntent", "place"),
        ("onset", "OnsetIntent", "onset"),
        ("run_pattern", "RunPatternIntent", "pattern"),
        ("age", "AgeIntent", "age"),
        ("duration", "DurationIntent", "duration"),
    ],
)
def test_a_question_has_an_intent_and_a_slot_for_its_answer(question: str, intent: str, slot: str) -> None:
    assert intent_and_slot(question) == (intent, slot)


def test_a_slot_is_elicited_empty_and_unconfirmed(knowledge: KnowledgeBase) -> None:
    directive = elicitation(asks.AskQuestion(question="location"), knowledge)
    assert DefaultSerializer().serialize(directive) == {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": "place",
        "updatedIntent": {
            "name": "PlaceIntent",
            "confirmationStatus": "NONE",
            "slots": {"place": {"name": "place", "confirmationStatus": "NONE"}},
        },
    }


def test_choices_and_numbers_are_elicited_and_nothing_else(knowledge: KnowledgeBase) -> None:
    questions = knowledge.questions.values()
    elicited = {each.id for each in questions if elicitation(asks.AskQuestion(question=each.id), knowledge)}
    assert elicited == {each.id for each in questions if each.kind is not AnswerKind.YES_NO}


@pytest.mark.parametrize("ask", [None, asks.AskComplaint(), asks.AskFlags(flags=("E1",)), asks.OfferCare()])
def test_nothing_else_is_elicited(ask: asks.InitiativeAct | None, knowledge: KnowledgeBase) -> None:
    assert elicitation(ask, knowledge) is None
