"""A turn -> an utterance: what is told, then the one question, and the question in other words after silence."""

from __future__ import annotations

from dataclasses import dataclass

from skill.dialog import asks, contents
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase
from skill.speech import ssml
from skill.speech.contents import Teller
from skill.speech.questions import question
from skill.speech.words import Words


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is spoken, as SSML documents. `reprompt` is there exactly when the session stays open."""

    speech: str
    reprompt: str | None


class Voice:
    """Speaks turns in one locale."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def render(self, turn: Turn) -> Utterance:
        """The turn's acts in words."""
        teller = Teller(self.words, turn.state.turn)
        told = [teller.tell(act) for act in turn.contents]
        if turn.ask is None:
            return Utterance(ssml.speak(*told), None)
        for_child = bool(turn.state.evidence.facts.for_child)
        asked = question(self.words, turn.ask, first_flags=_first_flags(turn), for_child=for_child)
        return Utterance(ssml.speak(*told, asked.ask), ssml.speak(asked.reprompt))

    def apology(self, state: ConversationState) -> Utterance:
        """For a fault of our own: an apology with the safety line, and the pending question again."""
        ask = state.pending or asks.AskComplaint()
        return self.render(Turn(state, (contents.Apology(),), ask))


def _first_flags(turn: Turn) -> bool:
    """Whether this is the first time in the conversation that danger is asked about."""
    ask, state = turn.ask, turn.state
    first = isinstance(ask, asks.AskFlags) and not ask.attempt and not ask.later and not state.asked
    return first and state.phase is Phase.SAFETY
