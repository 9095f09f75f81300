"""A turn -> an utterance: what is told, then the one question, and the question in other words after silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from skill.dialog import asks, contents, replies
from skill.dialog.coaching_acts import CoachAct
from skill.dialog.coaching_asks import AskReady, AskResume
from skill.dialog.engine import Turn
from skill.dialog.handouts import Handout
from skill.dialog.state import ConversationState, Phase
from skill.speech import ssml
from skill.speech.beats import Beat, Timed
from skill.speech.coaching import CoachTeller
from skill.speech.handouts import HandoutWriter, Page
from skill.speech.questions import question
from skill.speech.telling import Teller
from skill.speech.words import Words

# Amazon asks for less than five seconds of silence at a time (alexa-platform.md, section 6.2).
SILENCE_SECONDS = 4.5
WAITING_CUE_SECONDS = 5.0


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
        told, slow = list(self._told(turn)), turn.state.slow
        if turn.ask is None:
            return Utterance(ssml.speak(*told, slow=slow), None)
        for_child = bool(turn.state.evidence.facts.for_child)
        asked = question(self.words, turn.ask, first_flags=_first_flags(turn), for_child=for_child)
        pause = SILENCE_SECONDS if any(isinstance(act, replies.Pause) for act in turn.contents) else 0
        speech = ssml.speak(*told, asked.ask, pause=pause, slow=slow)
        return Utterance(speech, ssml.speak(*self._waiting(turn.ask), asked.reprompt, slow=slow))

    def _waiting(self, ask: asks.InitiativeAct) -> Iterator[ssml.Spoken]:
        """Time to get down on the floor, since Alexa waits eight seconds and prompts again but once."""
        if isinstance(ask, AskReady | AskResume):
            yield Timed(tuple(Beat(cue, WAITING_CUE_SECONDS) for cue in self.words.prompts["waiting_cues"]))

    def _told(self, turn: Turn) -> Iterator[ssml.Spoken]:
        """What is told, in pieces; the texts of a pause one by one, so that there is silence between them."""
        teller = Teller(self.words, turn.state.turn, brief=turn.state.brief)
        coach = CoachTeller(self.words, turn.state.turn, brief=turn.state.brief)
        for act in turn.contents:
            if isinstance(act, replies.Pause):
                yield from self.words.prompts["wait"]
            elif isinstance(act, CoachAct):
                yield from coach.tell(act)
            else:
                yield teller.tell(act)

    def page(self, handout: Handout) -> Page:
        """What is read of something that is handed out."""
        return HandoutWriter(self.words).write(handout)

    def timer_label(self, label: str) -> str:
        """The name that a timer is shown and spoken by."""
        return self.words.prompts[f"timer_label_{label}"][0]

    def apology(self, state: ConversationState) -> Utterance:
        """For a fault of our own: an apology with the safety line, and the pending question again."""
        ask = state.pending or asks.AskComplaint()
        return self.render(Turn(state, (contents.Apology(),), ask))


def _first_flags(turn: Turn) -> bool:
    """Whether this is the first time in the conversation that danger is asked about."""
    ask, state = turn.ask, turn.state
    first = isinstance(ask, asks.AskFlags) and not ask.attempt and not ask.later and not state.asked
    return first and state.phase is Phase.SAFETY
