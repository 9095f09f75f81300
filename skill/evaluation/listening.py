"""Two ways to hear an utterance: its words as said, and what Alexa delivers of them in an intent and its slots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from skill.alexa.delivered import act_of
from skill.alexa.request_adapter import RequestAdapter
from skill.conditions.evidence import Evidence
from skill.dialog import acts
from skill.simulator.envelopes import intent_json
from skill.simulator.interaction_model import InteractionModel
from skill.simulator.language import Language
from skill.simulator.language_understanding import LanguageUnderstanding
from skill.understanding.heard import Reply
from skill.understanding.pending import Pending
from skill.understanding.understander import Understander

_REPLIES = {acts.Affirm: Reply.YES, acts.Deny: Reply.NO, acts.Unsure: Reply.UNSURE}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from an utterance; `request` is an id of requests.yaml."""

    reply: Reply | None = None
    request: str | None = None
    correction: bool = False
    evidence: Evidence = field(default_factory=Evidence)


Ear = Callable[[str, Pending], Taken]


def as_said(understander: Understander) -> Ear:
    """Hears every word."""

    def hear(text: str, pending: Pending) -> Taken:
        heard = understander.understand(text, pending)
        return Taken(heard.reply, heard.request, heard.correction, heard.evidence)

    return hear


def as_delivered(model: InteractionModel, language: Language, adapter: RequestAdapter) -> Ear:
    """Hears what the simulated Alexa passes on."""
    alexa = LanguageUnderstanding(model, language)

    def hear(text: str, pending: Pending) -> Taken:
        match = alexa.understand(text)
        return _taken(act_of(intent_json(model.intents[match.intent], match.slots), pending, adapter))

    return hear


def _taken(act: acts.UserAct) -> Taken:
    if isinstance(act, acts.Inform):
        return Taken(_REPLIES.get(type(act)), None, act.correction, act.evidence)
    if isinstance(act, acts.Ask):
        goes_back = act.request is acts.Request.BACK  # to answer anew
        return Taken(request=act.request.value, correction=goes_back, evidence=act.evidence)
    if isinstance(act, acts.Unclear):
        return Taken(correction=act.correction)
    return Taken(request="stop" if isinstance(act, acts.Leave) else None)
