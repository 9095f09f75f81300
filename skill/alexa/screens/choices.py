"""What can be touched for each question: the answers that could be said, by the ids that `touch` reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skill.alexa.touch import MOST_PAIN
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind
from skill.dialog import asks, coaching_asks
from skill.speech.phrases import as_sentence
from skill.speech.words import Words

Choice = dict[str, str]

# The name of each reply, and what it answers.
_Replies = Sequence[tuple[str, str]]
_YES_NO: _Replies = (("yes", "yes"), ("no", "no"))
YES_NO_UNSURE: _Replies = (*_YES_NO, ("unsure", "unsure"))
_NONE_UNSURE: _Replies = (("none", "no"), ("unsure", "unsure"))
UNSURE: _Replies = (("unsure", "unsure"),)
_REPLIES: Mapping[type[asks.InitiativeAct], _Replies] = {
    asks.AskComplaint: (),
    asks.AskBehindToo: _YES_NO,
    asks.ConfirmMistake: (("right", "yes"), ("wrong", "no")),
    asks.OfferCare: (("steps", "yes"), ("why", "why"), ("enough", "no")),
    asks.OfferNextStep: (("next", "yes"), ("again", "again"), ("enough", "no")),
    asks.OfferTimer: (("start", "yes"), ("no", "no")),
    asks.OfferRepeat: (("again", "yes"), ("enough", "no")),
    asks.OfferAgain: (("again", "yes"), ("enough", "no")),
    coaching_asks.AskLatex: YES_NO_UNSURE,
    coaching_asks.AskReady: (("ready", "yes"), ("skip", "skip"), ("stop", "leave")),
    coaching_asks.AskGoOn: (("go_on", "yes"), ("hurts", "hurts"), ("pause", "pause")),
    coaching_asks.AskPain: (),
    coaching_asks.AskResume: (("go_on", "yes"), ("stop", "leave")),
    coaching_asks.OfferExercise: _YES_NO,
}
_WITH_EXERCISE: _Replies = (("steps", "yes"), ("exercise", "coach"), ("why", "why"), ("enough", "no"))


@dataclass(frozen=True, slots=True)
class Choices:
    """`items` are things to pick one of, `replies` go for all of them."""

    items: tuple[Choice, ...] = ()
    replies: tuple[Choice, ...] = ()


def choices(ask: asks.InitiativeAct | None, words: Words, knowledge: KnowledgeBase) -> Choices:
    """All that can be touched while this is asked."""
    if ask is None:
        return Choices()
    if isinstance(ask, asks.AskComplaint):
        return Choices(_labelled(words.screens.examples))
    if isinstance(ask, asks.AskFlags):
        if len(ask.flags) == 1:
            return Choices(replies=replies(YES_NO_UNSURE, words))
        items = {name: as_sentence(words.red_flags[name].item or "") for name in ask.flags}
        return Choices(_labelled(items), replies(_NONE_UNSURE, words))
    if isinstance(ask, coaching_asks.AskGates):
        items = {name: as_sentence(words.coaching.gate_items[name]) for name in ask.gates}
        return Choices(_labelled(items), replies(_NONE_UNSURE, words))
    if isinstance(ask, asks.AskQuestion):
        return _of_question(ask, words, knowledge)
    if isinstance(ask, asks.OfferCare) and ask.exercise:
        return Choices(replies=replies(_WITH_EXERCISE, words))
    return Choices(replies=replies(_REPLIES[type(ask)], words))


def scores() -> tuple[Choice, ...]:
    """Pain from nothing to the worst."""
    return _labelled({str(score): str(score) for score in range(MOST_PAIN + 1)})


def _of_question(ask: asks.AskQuestion, words: Words, knowledge: KnowledgeBase) -> Choices:
    question = knowledge.questions[ask.question]
    if question.kind is AnswerKind.YES_NO:
        return Choices(replies=replies(YES_NO_UNSURE, words))
    if question.fact == "age":
        return Choices(replies=replies((("refuse", "unsure"),), words))
    if question.fact == "duration_days":
        items = {str(each.days): each.label for each in words.screens.durations.values()}
    else:
        items = {name: as_sentence(option) for name, option in words.questions[ask.question].options.items()}
    return Choices(_labelled(items), replies(UNSURE, words))


def _labelled(labels: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple({"label": label, "answer": answer} for answer, label in labels.items())


def replies(wanted: _Replies, words: Words) -> tuple[Choice, ...]:
    """Replies by name."""
    return tuple({"label": words.screens.choices[name], "answer": answer} for name, answer in wanted)
