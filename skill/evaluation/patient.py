"""A simulated patient: says the first words of a case, then answers truly what is asked, which it knows by its ids."""

from __future__ import annotations

import re
from dataclasses import dataclass

from skill.conditions.evidence import Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind, Question
from skill.dialog import asks
from skill.evaluation.cases import POSTERIOR, Case
from skill.evaluation.patient_words import PatientWords
from skill.evaluation.truth import Truth

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_BEHIND = ("pain_inner_back", "pain_centre_back", "pain_outer_back")


@dataclass(frozen=True, slots=True)
class SimulatedPatient:
    """Someone with the case's complaint. Offers are declined: what is measured ends with the result."""

    case: Case
    truth: Truth
    knowledge: KnowledgeBase
    words: PatientWords

    def answer(self, ask: asks.InitiativeAct | None) -> str:
        """What is said to what was asked."""
        if ask is None or isinstance(ask, asks.AskComplaint):
            return self._complaint(ask.attempt if ask else 0)
        if isinstance(ask, asks.AskFlags):
            return self.words.replies[self.truth.flags(self.knowledge.red_flags[flag] for flag in ask.flags)]
        if isinstance(ask, asks.AskQuestion):
            return self._answer_to(self.knowledge.questions[ask.question])
        if isinstance(ask, asks.AskBehindToo) and self.hurts_behind():
            return self.words.replies[Presence.PRESENT]
        return self.words.replies[Presence.ABSENT]

    def hurts_behind(self) -> bool:
        """Whether the pain is behind the knee, among other places perhaps."""
        return self.case.felt == POSTERIOR or any(self.truth.finding(each) is Presence.PRESENT for each in _BEHIND)

    def _complaint(self, attempt: int) -> str:
        """The first words; when they were not understood, one sentence of them after the other."""
        sentences = _SENTENCE_END.split(self.case.says)
        return self.case.says if attempt == 0 else sentences[(attempt - 1) % len(sentences)]

    def _answer_to(self, question: Question) -> str:
        if question.kind is AnswerKind.NUMBER:
            return self._number(question)
        if question.kind is AnswerKind.YES_NO:
            return self.words.replies[self.truth.yes_or_no(question)]
        option = self.truth.option(question)
        return self.words.option(option) if option else self.words.replies[Presence.UNKNOWN]

    def _number(self, question: Question) -> str:
        facts = self.case.evidence.facts
        if question.fact == "age" and facts.age is not None:
            return (self.words.child_age if facts.for_child else self.words.age).format(age=facts.age)
        if question.fact == "duration_days" and facts.duration_days is not None:
            return self.words.duration(facts.duration_days)
        return self.words.refusal if question.fact == "age" else self.words.replies[Presence.UNKNOWN]
