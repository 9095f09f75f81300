from __future__ import annotations

import pytest

from skill.alexa.pending import pending_of
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind
from skill.dialog import asks
from skill.understanding.pending import KINDS, Pending


def test_one_danger_sign_is_a_yes_no_question_over_all_it_asks(knowledge: KnowledgeBase) -> None:
    pending = pending_of(asks.AskFlags(flags=("E5",)), knowledge)
    assert pending == Pending("yes_no", knowledge.red_flags["E5"].asks)


def test_several_danger_signs_are_a_bundle_of_all_they_ask(knowledge: KnowledgeBase) -> None:
    pending = pending_of(asks.AskFlags(flags=("E1", "E2")), knowledge)
    assert pending == Pending("bundle", (*knowledge.red_flags["E1"].asks, *knowledge.red_flags["E2"].asks))


def test_a_choice_brings_its_options_along(knowledge: KnowledgeBase) -> None:
    pending = pending_of(asks.AskQuestion(question="location"), knowledge)
    assert pending is not None
    assert pending.kind == "choice"
    assert pending.options == knowledge.questions["location"].options


def test_a_number_brings_the_fact_it_fills_along(knowledge: KnowledgeBase) -> None:
    assert pending_of(asks.AskQuestion(question="age"), knowledge) == Pending("number", fact="age")


def test_a_yes_no_question_brings_its_findings_along(knowledge: KnowledgeBase) -> None:
    question = next(each for each in knowledge.questions.values() if each.kind is AnswerKind.YES_NO)
    assert pending_of(asks.AskQuestion(question=question.id), knowledge) == Pending("yes_no", question.findings)


@pytest.mark.parametrize("ask", [asks.OfferCare(), asks.OfferNextStep(), asks.OfferRepeat(), asks.AskBehindToo()])
def test_on_the_answer_to_an_offer_no_finding_hangs(ask: asks.InitiativeAct, knowledge: KnowledgeBase) -> None:
    assert pending_of(ask, knowledge) == Pending("yes_no")


def test_what_hurts_is_asked_openly(knowledge: KnowledgeBase) -> None:
    assert pending_of(asks.AskComplaint(), knowledge) == Pending("open")


def test_where_nothing_was_asked_nothing_is_pending(knowledge: KnowledgeBase) -> None:
    assert pending_of(None, knowledge) is None


def test_understanding_knows_every_kind_of_question(knowledge: KnowledgeBase) -> None:
    assert {kind.value for kind in AnswerKind} <= set(KINDS)
