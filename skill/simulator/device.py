"""A device that holds a conversation with a skill as Alexa does, refusing what Alexa refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from skill.simulator.breach import Breach, Rule
from skill.simulator.confirmation import ConfirmationReader
from skill.simulator.consent import RESPONSE, ConsentReader, ConsentStatus, PendingConsent, pending_consent
from skill.simulator.dialog_management import (
    DELEGATE,
    PendingDialog,
    completed_intent,
    continued_intent,
    next_delegated_step,
    pending_dialog,
)
from skill.simulator.envelopes import APL, Envelopes, Hardware, Json, Session, now
from skill.simulator.exchange import Ended, Exchange
from skill.simulator.interaction_model import FALLBACK_INTENT, InteractionModel
from skill.simulator.invocation import InvocationReader
from skill.simulator.language import load_language
from skill.simulator.language_understanding import understanding_of
from skill.simulator.match import Match
from skill.simulator.model_parser import parse_model
from skill.simulator.response_rules import RULES
from skill.simulator.skill_call import Reply, Skill, call_skill
from skill.simulator.speech import followed_by, plain_text, seconds
from skill.simulator.text import Words, without_fillers, without_wake_word, words_of
from skill.simulator.timers import SCOPE, Fault, TimerService


class NotForTheSkill(Exception):
    """No session is open and the utterance does not invoke the skill, so Alexa would not pass it on."""


class Device:
    """One device and its session with a skill.

    `timers` is the service whose address and token the hardware has; asking for its permission by voice permits it.
    `keeps_session` is whether the session outlives such a question; Amazon does not promise it.
    """

    def __init__(
        self,
        skill: Skill,
        model: Mapping[str, Any] | InteractionModel,
        locale: str = "en-US",
        *,
        hardware: Hardware | None = None,
        rules: Mapping[str, Rule] = RULES,
        clock: Callable[[], datetime] = now,
        strict: bool = False,
        timers: TimerService | None = None,
        keeps_session: bool = True,
    ) -> None:
        self._skill = skill
        self._rules = rules
        self._model = model if isinstance(model, InteractionModel) else parse_model(model)
        self._language = load_language(locale)
        self._understanding = understanding_of(self._model, self._language, strict=strict)
        self._invocations = InvocationReader(self._model.invocation_name, self._language)
        self._confirmations = ConfirmationReader(self._model, self._language)
        self._envelopes = Envelopes(locale, hardware or Hardware(), clock)
        self._consents = ConsentReader(self._model, self._language)
        self._keeps_session = keeps_session
        self.timers = timers or TimerService(fault=Fault.ABSENT)
        if self.timers.permitted:
            self._envelopes.granted.add(SCOPE)
        self._session: Session | None = None
        self._pending: PendingDialog | None = None
        self._consent: PendingConsent | None = None
        self._reprompt = ""

    @property
    def session_open(self) -> bool:
        """Whether what is said next goes to the skill without its name."""
        return self._session is not None

    def open(self) -> Exchange:
        """Launch the skill in a new session."""
        return self._launch("")

    def invokes(self, text: str) -> bool:
        """Whether the utterance calls for the skill by its name."""
        return self._invocations.read(text) is not None

    def one_shot(self, request: str) -> Exchange:
        """Ask the skill for something in a new session, as "ask <invocation name> to <request>"."""
        return self._ask_anew(request, (request,))

    def say(self, text: str) -> Exchange:
        """Say something: an invocation, an answer, or a goodbye. Saying nothing is silence.

        Raises NotForTheSkill when no session is open and the skill is not invoked.
        """
        invocation = self._invocations.read(text)
        if invocation is not None:
            return self._ask_anew(text, invocation.requests) if invocation.requests else self._launch(text)
        session = self._require_session()
        words = without_wake_word(words_of(text), self._language)
        if not words:
            return self.silence()
        if " ".join(without_fillers(words, self._language)) in self._language.exit_phrases:
            return replace(self.end(), said=text)
        if self._consent:
            return self._hear_consent(text, words, self._consent)
        return self._hear(text, " ".join(words), session)

    def silence(self) -> Exchange:
        """Let the microphone time out: the first time the reprompt is spoken, the next time the session ends."""
        session = self._require_session()
        if not self._reprompt and self._consent:
            return self._settle_consent("", self._consent, ConsentStatus.NOT_ANSWERED)
        if not self._reprompt:
            return self._end(Ended.EXCEEDED_MAX_REPROMPTS)
        ssml, self._reprompt = self._reprompt, ""
        return Exchange(
            speech=plain_text(ssml),
            ssml=ssml,
            session_open=True,
            attributes=session.attributes,
            seconds=seconds(ssml),
        )

    def end(self) -> Exchange:
        """End the session as "exit" does; the skill is told and cannot answer."""
        return self._end(Ended.USER_INITIATED)

    def send(self, request_type: str, fields: Mapping[str, Any]) -> Exchange:
        """Send a request of any other type, such as a touch on the screen or the outcome of a permission request."""
        session = self._session or self._start()
        return self._exchange(self._envelopes.request(session, request_type, fields), Exchange())

    def touch(self, arguments: Sequence[Any], **event: Any) -> Exchange:
        """Touch something on the screen that sends these arguments; `event` is what else the screen tells of it."""
        fields = {"token": "", "source": {"type": "TouchWrapper", "handler": "Press"}, "components": {}}
        return self.send(f"{APL}.UserEvent", {**fields, **event, "arguments": list(arguments)})

    def _launch(self, said: str) -> Exchange:
        return self._exchange(self._envelopes.launch(self._start()), Exchange(said=said))

    def _ask_anew(self, said: str, requests: tuple[str, ...]) -> Exchange:
        """Start a session with a request, in the reading that is understood best."""
        match = max(map(self._understanding.understand, requests), key=lambda match: (_understood(match), match.score))
        return self._send_intent(said, match, self._start())

    def _start(self) -> Session:
        self._session = self._envelopes.new_session()
        self._pending = self._consent = None
        return self._session

    def _require_session(self) -> Session:
        if self._session is None:
            raise NotForTheSkill("No session is open, so the skill is not listening.")
        return self._session

    def _hear(self, said: str, text: str, session: Session) -> Exchange:
        pending = self._pending
        confirmed = self._confirmations.read(text, pending) if pending else None
        if confirmed:
            match, self._pending = confirmed
        else:
            match = self._understanding.understand(text, pending.elicited if pending else None)
        return self._send_intent(said, match, session)

    def _hear_consent(self, said: str, words: Words, consent: PendingConsent) -> Exchange:
        """Take an answer to Alexa's own question; what is neither yes nor no is asked for once more."""
        status = self._consents.read(words)
        if status is None and not consent.repeated:
            self._consent = consent.again()
            question = self._consents.question(consent)
            return self._play(Exchange(said=said), question, question, stays_open=True)
        return self._settle_consent(said, consent, status or ConsentStatus.NOT_ANSWERED)

    def _settle_consent(self, said: str, consent: PendingConsent, status: ConsentStatus) -> Exchange:
        """Keep what was permitted, and tell the skill."""
        self._consent = None
        if status is ConsentStatus.ACCEPTED:
            self._envelopes.granted.update(consent.scopes)
            self.timers.permitted = self.timers.permitted or SCOPE in consent.scopes
        session = self._require_session() if self._keeps_session else self._start()
        request = self._envelopes.request(session, RESPONSE, consent.response(status))
        return self._exchange(request, Exchange(said=said))

    def _send_intent(self, said: str, match: Match, session: Session) -> Exchange:
        intent, dialog_state = continued_intent(match, self._model.intents[match.intent], self._pending)
        request = self._envelopes.intent(session, intent, dialog_state)
        return self._exchange(request, Exchange(said=said, match=match))

    def _exchange(self, request: Json, so_far: Exchange) -> Exchange:
        """Call the skill and do what its response says."""
        session = self._require_session()
        reply = call_skill(self._skill, request, self._model, self._rules)
        session.new = False
        heard = replace(
            so_far,
            request=request,
            response=dict(reply.subject.envelope) or None,
            breaches=so_far.breaches + reply.breaches,
            error=reply.error,
        )
        if reply.refused:
            return self._apologize(heard)
        session.attributes = reply.subject.attributes
        self._pending = pending_dialog(reply.subject)
        self._consent = pending_consent(reply.subject)
        if self._consent:
            question = self._consents.question(self._consent)
            return self._play(heard, followed_by(reply.subject.speech, question), question, stays_open=True)
        if self._pending and self._pending.directive == DELEGATE:
            return self._delegate(session, self._pending, heard)
        return self._play(heard, reply.subject.speech, reply.subject.reprompt, stays_open=self._stays_open(reply))

    def _delegate(self, session: Session, pending: PendingDialog, heard: Exchange) -> Exchange:
        """Speak the dialog model's next prompt in the skill's stead, or tell the skill that nothing more is needed."""
        step = next_delegated_step(pending, self._model.intents[pending.intent])
        if step:
            prompt, self._pending = step
            return self._play(heard, prompt, prompt, stays_open=True)
        if heard.request and heard.request["request"].get("dialogState") == "COMPLETED":
            looping = Breach("dialog", "It delegates a dialog that is already completed.", "directives", refused=True)
            return self._apologize(replace(heard, breaches=(*heard.breaches, looping)))
        return self._exchange(self._envelopes.intent(session, completed_intent(pending), "COMPLETED"), heard)

    def _play(self, heard: Exchange, ssml: str, reprompt: str, *, stays_open: bool) -> Exchange:
        attributes = self._require_session().attributes
        self._reprompt = reprompt if stays_open else ""
        if not stays_open:
            self._session = self._pending = self._consent = None
        return replace(
            heard,
            speech=plain_text(ssml),
            ssml=ssml,
            reprompt=plain_text(reprompt),
            session_open=stays_open,
            ended=None if stays_open else Ended.BY_SKILL,
            attributes=attributes,
            seconds=seconds(ssml),
        )

    def _stays_open(self, reply: Reply) -> bool:
        """Left out, the flag keeps the session open only while a screen shows something."""
        if "shouldEndSession" in reply.subject.response:
            return reply.subject.opens_microphone
        return any(directive["type"].startswith(f"{APL}.") for _, directive in reply.subject.directives)

    def _apologize(self, heard: Exchange) -> Exchange:
        """Say what Alexa says for a skill that failed, and tell the skill so."""
        error = {
            "type": "INVALID_RESPONSE",
            "message": "; ".join(breach.what for breach in heard.breaches if breach.refused),
        }
        ended = self._end(Ended.ERROR, error)
        said = self._language.problem
        heard = replace(heard, speech=said, ssml=said, seconds=seconds(said))
        return replace(heard, ended=Ended.ERROR, attributes=ended.attributes)

    def _end(self, reason: Ended, error: Mapping[str, str] | None = None) -> Exchange:
        session = self._require_session()
        request = self._envelopes.session_ended(session, reason.value, error)
        reply = call_skill(self._skill, request, self._model, self._rules)
        self._session = self._pending = self._consent = None
        self._reprompt = ""
        return Exchange(
            request=request,
            response=dict(reply.subject.envelope) or None,
            ended=reason,
            attributes=session.attributes,
            breaches=reply.breaches,
            error=reply.error,
        )


def _understood(match: Match) -> bool:
    return match.intent != FALLBACK_INTENT
