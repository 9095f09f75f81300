"""One turn, from the request envelope to what is said: hear, respond, speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ask_sdk_model import IntentRequest, RequestEnvelope, Response

from skill.alexa.elicitation import elicitation
from skill.alexa.envelope import request_of
from skill.alexa.pending import pending_of
from skill.alexa.request_adapter import RequestAdapter
from skill.alexa.response_adapter import response
from skill.alexa.session import Recalled, recall
from skill.conditions.inference import Inference
from skill.dialog import acts, contents
from skill.dialog.engine import Turn, respond
from skill.dialog.state import ConversationState
from skill.speech.voice import Voice

# Nobody needs to hear that we begin anew beside these: it is said already, it is over, or something cannot wait.
_SPEAK_FOR_THEMSELVES = (contents.Urge, contents.Goodbye, contents.StartedOver)


@dataclass(frozen=True, slots=True)
class Tongue:
    """What differs from one locale to the next: how we listen and how we speak."""

    adapter: RequestAdapter
    voice: Voice


class Guide:
    """The guide in every locale it has. `tongues` by locale code; the first is for all who have none of their own."""

    def __init__(self, inference: Inference, tongues: Mapping[str, Tongue]) -> None:
        self.inference = inference
        self._tongues = tongues

    def tongue(self, locale: str | None) -> Tongue:
        """The locale's own tongue, or one of the same language, or the first."""
        language = (locale or "").partition("-")[0]
        related = (tongue for code, tongue in self._tongues.items() if code.partition("-")[0] == language)
        return self._tongues.get(locale or "") or next(related, next(iter(self._tongues.values())))

    def answer(self, envelope: RequestEnvelope) -> tuple[Response, ConversationState]:
        """The response to a request, and the state to remember."""
        request, knowledge = request_of(envelope), self.inference.knowledge
        tongue = self.tongue(request.locale)
        recalled = recall(envelope, knowledge)
        act = tongue.adapter.act(request, pending_of(recalled.state.pending, knowledge))
        turn = self._turn(recalled, act)
        # Alexa takes Dialog directives in answer to an intent; to other requests only some of them, by the reference.
        directive = elicitation(turn.ask, knowledge) if isinstance(request, IntentRequest) else None
        return response(tongue.voice.render(turn), directive), turn.state

    def apologize(self, envelope: RequestEnvelope) -> tuple[Response, ConversationState]:
        """The response when answering failed. What is known is kept, unless it is itself what cannot be spoken of."""
        voice = self.tongue(request_of(envelope).locale).voice
        state = recall(envelope, self.inference.knowledge).state
        try:
            return response(voice.apology(state)), state
        except Exception:
            fresh = ConversationState()
            return response(voice.apology(fresh)), fresh

    def _turn(self, recalled: Recalled, act: acts.UserAct) -> Turn:
        turn = respond(self.inference, recalled.state, act)
        if not recalled.lost or any(isinstance(told, _SPEAK_FOR_THEMSELVES) for told in turn.contents):
            return turn
        return replace(turn, contents=(contents.StartedOver(lost=True), *turn.contents))
