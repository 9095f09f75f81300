"""What happened in one exchange, as data for whoever develops the guide: what was understood, and what it led to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ask_sdk_model import RequestEnvelope

from skill.alexa.envelope import is_touch, request_of
from skill.alexa.guide import Guide
from skill.alexa.pending import pending_in
from skill.alexa.serializer import TolerantSerializer
from skill.alexa.session import STATE, recall
from skill.alexa.touch import words_touched
from skill.conditions.triage import Assessment, assess
from skill.dialog import asks
from skill.dialog.state import ConversationState, StateError, from_json
from skill.understanding.heard import Heard


@dataclass(frozen=True, slots=True)
class Insight:
    """What was heard, the state it was heard in, and the state and assessment that it led to, if it led to any."""

    heard: Heard
    before: ConversationState
    after: ConversationState | None = None
    assessment: Assessment | None = None


def insight(guide: Guide, request: Mapping[str, Any], response: Mapping[str, Any]) -> Insight:
    """Look into a request and its response."""
    envelope = TolerantSerializer().deserialize(json.dumps(request), RequestEnvelope)
    knowledge = guide.inference.knowledge
    before = recall(envelope, knowledge).state
    spoken, pending = request_of(envelope), pending_in(before, knowledge)
    adapter = guide.tongue(spoken.locale).adapter
    if is_touch(spoken):
        heard = adapter.heard_in(words_touched(spoken.arguments, before.pending) or "", pending)
    else:
        heard = adapter.heard(spoken, pending)
    try:
        after = from_json(response.get("sessionAttributes", {}).get(STATE))
    except StateError:
        return Insight(heard, before)
    return Insight(heard, before, after, assess(guide.inference, after.evidence, after.floor))


def asked(ask: asks.InitiativeAct) -> tuple[str, ...]:
    """The ids of what is asked, or the name of the kind of question."""
    if isinstance(ask, asks.AskFlags):
        return ask.flags
    return (ask.question,) if isinstance(ask, asks.AskQuestion) else (type(ask).__name__,)
