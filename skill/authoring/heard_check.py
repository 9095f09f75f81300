"""Whether what a locale's people say fits the knowledge: ids of slot values, questions answered, carriers put back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from skill.alexa.carriers import RESTORED
from skill.alexa.elicitation import intent_and_slot
from skill.authoring.heard import HeardIntent, HeardModel, HeardType
from skill.authoring.heard_reader import INTENTS, SLOTS
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind
from skill.conditions.yaml_reader import Problem

DENIED = "not_"  # before a finding's id: that it is absent
_OPTIONS = "options of "
_BUILT_IN = "AMAZON."


@dataclass(frozen=True)
class HeardCheck:
    """Compares one locale's intents and slots with the knowledge. `root` is how problems name its heard/ folder."""

    knowledge: KnowledgeBase
    heard: HeardModel
    root: str

    def problems(self) -> Iterator[Problem]:
        """Every id that stands for nothing, question nobody can answer, and carrier put back in vain."""
        for each in self.heard.types.values():
            yield from self._type(each)
        for intent in self.heard.intents.values():
            yield from self._intent(intent)
        yield from self._unanswered()
        yield from self._restored()

    def _type(self, each: HeardType) -> Iterator[Problem]:
        known = self._ids(each.stands_for)
        if known is None:
            what = f"the type '{each.name}' stands for '{each.stands_for}'"
            mend = (
                "write findings, conditions, terms, exercises, topics, words, or options of a question that is a choice"
            )
            yield Problem(f"{self.root}/{SLOTS}", each.line, what, mend)
            return
        for value in each.values:
            plain = value.id.removeprefix(DENIED) if each.stands_for == "findings" else value.id
            if each.stands_for != "words" and plain not in known and value.id not in each.also:
                what = f"'{value.id}' of the type '{each.name}' is not among the {each.stands_for} of the knowledge"
                yield Problem(
                    f"{self.root}/{each.source or SLOTS}", value.line, what, "correct the id, or list it under 'also'"
                )

    def _ids(self, stands_for: str) -> Collection[str] | None:
        known = self.knowledge
        if stands_for.startswith(_OPTIONS):
            question = known.questions.get(stands_for.removeprefix(_OPTIONS))
            return question.options if question and question.kind is AnswerKind.CHOICE else None
        exercises = known.exercises.keys() | known.plans.keys()
        kinds: dict[str, Collection[str]] = {
            "findings": known.findings,
            "conditions": known.conditions,
            "terms": known.terms,
            "exercises": exercises,
            "topics": known.topics,
            "words": (),
        }
        return kinds.get(stands_for)

    def _intent(self, intent: HeardIntent) -> Iterator[Problem]:
        for slot, type_ in intent.slots.items():
            if type_ not in self.heard.types and not type_.startswith(_BUILT_IN):
                what = f"the slot '{slot}' of '{intent.name}' has the type '{type_}', which {SLOTS} does not define"
                yield self._at(intent, what, "define it or correct its name")
        if intent.answers and intent.answers not in self._elicited():
            what = f"'{intent.name}' answers '{intent.answers}', which is no choice or number of the knowledge"
            yield self._at(intent, what, "correct the id or remove 'answers'")
        elif intent.answers and (intent.name, *intent.slots) != intent_and_slot(intent.answers):
            name, slot = intent_and_slot(intent.answers)
            what = f"the answer to '{intent.answers}' is elicited with '{name}' and its only slot '{slot}'"
            yield self._at(intent, what, "name them so")

    def _unanswered(self) -> Iterator[Problem]:
        answered = {intent.answers for intent in self.heard.intents.values()}
        for name in self._elicited():
            if name not in answered:
                what = f"no intent answers the question '{name}'"
                yield Problem(f"{self.root}/{INTENTS}", 0, what, f"add '{intent_and_slot(name)[0]}'")

    def _restored(self) -> Iterator[Problem]:
        for name, template in self.heard.restored.items():
            intent, line = self.heard.intents.get(name), self.heard.restored_lines[name]
            if intent is None:
                what = f"there is no intent '{name}'"
                yield Problem(f"{self.root}/{RESTORED}", line, what, "correct the name or remove it")
            elif not any(f"{{{slot}}}" in template for slot in intent.slots):
                what = f"'{template}' holds no slot of '{name}'"
                yield Problem(f"{self.root}/{RESTORED}", line, what, "put the slot in braces where its value belongs")

    def _elicited(self) -> list[str]:
        questions = self.knowledge.questions.values()
        return [question.id for question in questions if question.kind is not AnswerKind.YES_NO]

    def _at(self, intent: HeardIntent, what: str, mend: str) -> Problem:
        return Problem(f"{self.root}/{INTENTS}", intent.line, what, mend)
