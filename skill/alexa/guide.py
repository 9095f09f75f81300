"""One turn, from the request envelope to what is said: hear, respond, speak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from time import perf_counter

from ask_sdk_model import Directive, IntentRequest, RequestEnvelope, Response

from skill.alexa.cards import card
from skill.alexa.consent import Consent, ConsentAnswer, ask_for_timers, consent_answer
from skill.alexa.elicitation import elicitation
from skill.alexa.envelope import is_touch, request_of
from skill.alexa.logs import log_turn
from skill.alexa.pending import pending_in
from skill.alexa.response_adapter import handed_over, response
from skill.alexa.screens.showing import has_screen, shown
from skill.alexa.session import Recalled, recall
from skill.alexa.timer_api import CreateTimer, no_service
from skill.alexa.timers import set_timer, timer_wanted
from skill.alexa.tongues import Tongue
from skill.alexa.touch import words_touched
from skill.conditions.inference import Inference
from skill.dialog import acts, contents
from skill.dialog.effects import REST_BREAK, SetTimer, TimerResult
from skill.dialog.engine import Turn, respond
from skill.dialog.state import ConversationState

# Nobody needs to hear that we begin anew beside these: it is said already, it is over, or something cannot wait.
_SPEAK_FOR_THEMSELVES = (contents.Urge, contents.Goodbye, contents.StartedOver)

_REFUSED = {
    Consent.DENIED: TimerResult.DENIED,
    Consent.NOT_ANSWERED: TimerResult.NOT_ANSWERED,
    Consent.FAILED: TimerResult.UNAVAILABLE,
}


class Guide:
    """The guide in every locale it has. `tongues` by locale code; the first is for all who have none of their own.

    `version` is the knowledge's, where it is known. `create_timer` is what sets timers; left out, none can be set.
    """

    def __init__(
        self,
        inference: Inference,
        tongues: Mapping[str, Tongue],
        version: str | None = None,
        create_timer: CreateTimer = no_service,
    ) -> None:
        self.inference = inference
        self.version = version
        self._tongues = tongues
        self._create_timer = create_timer

    def with_timers(self, create_timer: CreateTimer) -> Guide:
        """The same guide, setting timers so."""
        return Guide(self.inference, self._tongues, self.version, create_timer)

    def tongue(self, locale: str | None) -> Tongue:
        """The locale's own tongue, or one of the same language, or the first."""
        language = (locale or "").partition("-")[0]
        related = (code for code in self._tongues if code.partition("-")[0] == language)
        own = locale if locale in self._tongues else None
        return self._tongues[own or next(related, next(iter(self._tongues)))]

    def answer(self, envelope: RequestEnvelope) -> tuple[Response, ConversationState]:
        """The response to a request, and the state to remember."""
        began = perf_counter()
        request, knowledge = request_of(envelope), self.inference.knowledge
        tongue = self.tongue(request.locale)
        recalled = recall(envelope, knowledge)
        turn = self._turn(*self._heard(envelope, recalled, tongue))
        if isinstance(turn.effect, SetTimer):
            performed = self._performed(turn, turn.effect, envelope, tongue)
            if performed is None:
                log_turn(request, turn.state.phase.value, perf_counter() - began, self.version)
                return handed_over(ask_for_timers(turn.effect.seconds)), turn.state
            turn = performed
        directives = self._directives(turn, envelope, tongue)
        answered = response(tongue.voice.render(turn), *directives, card=card(turn, tongue.voice))
        log_turn(request, turn.state.phase.value, perf_counter() - began, self.version)
        return answered, turn.state

    def _directives(self, turn: Turn, envelope: RequestEnvelope, tongue: Tongue) -> Iterator[Directive]:
        """What goes beside the speech.

        Alexa takes Dialog directives in answer to an intent; to other requests only some of them, by the reference.
        """
        if isinstance(request_of(envelope), IntentRequest):
            elicit = elicitation(turn.ask, self.inference.knowledge)
            if elicit:
                yield elicit
        if has_screen(envelope):
            yield shown(turn, tongue.voice.words, self.inference)

    def apologize(self, envelope: RequestEnvelope) -> tuple[Response, ConversationState]:
        """The response when answering failed. What is known is kept, unless it is itself what cannot be spoken of."""
        voice = self.tongue(request_of(envelope).locale).voice
        state = recall(envelope, self.inference.knowledge).state
        try:
            return response(voice.apology(state)), state
        except Exception:
            fresh = ConversationState()
            return response(voice.apology(fresh)), fresh

    def _heard(self, envelope: RequestEnvelope, recalled: Recalled, tongue: Tongue) -> tuple[Recalled, acts.UserAct]:
        """What was meant, and the state it was meant in: after asking for a permission the session may be a new one."""
        request, pending, knowledge = request_of(envelope), recalled.state.pending, self.inference.knowledge
        if answer := consent_answer(request):
            lost = recalled.lost or envelope.session is None or bool(envelope.session.new)
            return replace(recalled, lost=lost), self._after_consent(answer, envelope, tongue)
        asked = pending_in(recalled.state, knowledge)
        if is_touch(request):
            words = words_touched(request.arguments, pending)
            return recalled, tongue.adapter.act_of_words(words, asked) if words else acts.Ask(acts.Request.REPEAT)
        return recalled, timer_wanted(request, pending) or tongue.adapter.act(request, asked)

    def _after_consent(self, answer: ConsentAnswer, envelope: RequestEnvelope, tongue: Tongue) -> acts.TimerOutcome:
        """The timer that was waiting for a permission. What to set is in the answer: the state may be gone."""
        result: TimerResult | None = _REFUSED.get(answer.consent)
        if result is None:
            label = tongue.voice.timer_label(REST_BREAK)
            result = set_timer(envelope, answer.seconds, label, self._create_timer, asked=True)
        return acts.TimerOutcome(result or TimerResult.UNAVAILABLE, answer.seconds)

    def _performed(self, turn: Turn, timer: SetTimer, envelope: RequestEnvelope, tongue: Tongue) -> Turn | None:
        """The turn after the effect, which is performed here and only here; None when a permission is missing."""
        label = tongue.voice.timer_label(timer.label)
        result = set_timer(envelope, timer.seconds, label, self._create_timer)
        return respond(self.inference, turn.state, acts.TimerOutcome(result, timer.seconds)) if result else None

    def _turn(self, recalled: Recalled, act: acts.UserAct) -> Turn:
        turn = respond(self.inference, recalled.state, act)
        if not recalled.lost or any(isinstance(told, _SPEAK_FOR_THEMSELVES) for told in turn.contents):
            return turn
        return replace(turn, contents=(contents.StartedOver(lost=True), *turn.contents))
