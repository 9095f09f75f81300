"""What can be touched for each question: words, that are understood as if they were said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skill.alexa.request_adapter import WORST_PAIN
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind
from skill.dialog import asks, coaching_asks
from skill.speech.phrases import as_sentence
from skill.speech.words import Words

# Of so many characters the round screen has room on two lines.
LONG = 30

# Replies by their names.
_Names = Sequence[str]
_YES_NO: _Names = ("yes", "no")
YES_NO_UNSURE: _Names = (*_YES_NO, "unsure")
_NONE_UNSURE: _Names = ("none", "unsure")
UNSURE: _Names = ("unsure",)
_REPLIES: Mapping[type[asks.InitiativeAct], _Names] = {
    asks.AskComplaint: (),
    asks.AskBehindToo: _YES_NO,
    asks.ConfirmMistake: ("right", "wrong"),
    asks.OfferCare: ("steps", "why", "enough"),
    asks.OfferNextStep: ("next", "again", "enough"),
    asks.OfferTimer: _YES_NO,
    asks.OfferRepeat: ("again", "enough"),
    asks.OfferAgain: ("yes", "enough"),
    coaching_asks.AskLatex: YES_NO_UNSURE,
    coaching_asks.AskReady: ("ready", "skip", "stop"),
    coaching_asks.AskGoOn: ("go_on", "hurts", "pause"),
    coaching_asks.AskPain: (),
    coaching_asks.AskResume: ("go_on", "stop"),
    coaching_asks.OfferExercise: _YES_NO,
}
_WITH_EXERCISE: _Names = ("steps", "exercise", "why", "enough")


@dataclass(frozen=True, slots=True)
class Choices:
    """`items` are things to pick one of, `replies` go for all of them."""

    items: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()


def choices(ask: asks.InitiativeAct | None, words: Words, knowledge: KnowledgeBase) -> Choices:
    """All that can be touched while this is asked."""
    if ask is None:
        return Choices()
    if isinstance(ask, asks.AskComplaint):
        return Choices(tuple(words.screens.examples.values()))
    if isinstance(ask, asks.AskFlags):
        if len(ask.flags) == 1:
            return Choices(replies=replies(YES_NO_UNSURE, words))
        signs = (words.red_flags[name].item for name in ask.flags)
        return Choices(tuple(as_sentence(sign or "") for sign in signs), replies(_NONE_UNSURE, words))
    if isinstance(ask, coaching_asks.AskGates):
        gates = tuple(as_sentence(words.coaching.gate_items[name]) for name in ask.gates)
        return Choices(gates, replies(_NONE_UNSURE, words))
    if isinstance(ask, asks.AskQuestion):
        return _of_question(ask, words, knowledge)
    if isinstance(ask, asks.OfferCare) and ask.exercise:
        return Choices(replies=replies(_WITH_EXERCISE, words))
    return Choices(replies=replies(_REPLIES[type(ask)], words))


def labelled(texts: Iterable[str]) -> list[dict[str, Any]]:
    """What can be touched as a screen draws it; a round one makes more room for `long` words."""
    return [{"words": text, "long": len(text) > LONG} for text in texts]


def scores() -> tuple[str, ...]:
    """Pain from nothing to the worst."""
    return tuple(str(score) for score in range(WORST_PAIN + 1))


def replies(names: _Names, words: Words) -> tuple[str, ...]:
    """The words of replies."""
    return tuple(words.screens.choices[name] for name in names)


def _of_question(ask: asks.AskQuestion, words: Words, knowledge: KnowledgeBase) -> Choices:
    question = knowledge.questions[ask.question]
    if question.kind is AnswerKind.YES_NO:
        return Choices(replies=replies(YES_NO_UNSURE, words))
    if question.fact == "age":
        return Choices(replies=replies(("refuse",), words))
    if question.fact == "duration_days":
        return Choices(tuple(words.screens.durations.values()), replies(UNSURE, words))
    options = tuple(as_sentence(option) for option in words.questions[ask.question].options.values())
    return Choices(options, replies(UNSURE, words))
