"""How each question around an exercise is asked, and asked again after silence."""

from __future__ import annotations

from collections.abc import Mapping

from skill.dialog import asks, coaching_asks
from skill.speech.phrases import joined
from skill.speech.wording import wording
from skill.speech.words import AskWords, Words

_WORDED: Mapping[type[asks.InitiativeAct], str] = {
    coaching_asks.AskReady: "ready",
    coaching_asks.AskGoOn: "go_on",
    coaching_asks.AskPain: "pain",
    coaching_asks.AskResume: "resume",
}


def coaching_question(words: Words, act: asks.InitiativeAct) -> AskWords:
    """The words for the act."""
    if isinstance(act, coaching_asks.AskLatex):
        latex = words.coaching.latex
        return AskWords(latex.reprompt, latex.ask) if act.attempt % 2 else latex
    if isinstance(act, coaching_asks.AskGates):
        chosen = wording(words, "gates", act.attempt)
        items = joined([words.coaching.gate_items[gate] for gate in act.gates], "or")
        return AskWords(chosen.ask.format(items=items), chosen.reprompt)
    if isinstance(act, coaching_asks.OfferExercise):
        chosen = wording(words, "exercise", act.attempt)
        return AskWords(chosen.ask.format(exercise=words.exercises[act.exercise].a_name), chosen.reprompt)
    return wording(words, _WORDED[type(act)], act.attempt)
