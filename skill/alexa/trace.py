"""What happened in one exchange, in plain lines for whoever develops the guide."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ask_sdk_model import RequestEnvelope

from skill.alexa.envelope import request_of
from skill.alexa.guide import Guide
from skill.alexa.pending import pending_of
from skill.alexa.serializer import TolerantSerializer
from skill.alexa.session import STATE, recall
from skill.conditions.triage import assess
from skill.dialog import asks
from skill.dialog.state import ConversationState, StateError, from_json
from skill.understanding.heard import Heard

MOST_CAUSES = 4


def trace(guide: Guide, request: Mapping[str, Any], response: Mapping[str, Any]) -> Iterator[str]:
    """What was understood in the request, and where the response leaves the conversation."""
    envelope = TolerantSerializer().deserialize(json.dumps(request), RequestEnvelope)
    knowledge = guide.inference.knowledge
    before = recall(envelope, knowledge).state
    spoken, pending = request_of(envelope), pending_of(before.pending, knowledge)
    yield from _understood(guide.tongue(spoken.locale).adapter.heard(spoken, pending))
    try:
        state = from_json(response.get("sessionAttributes", {}).get(STATE))
    except StateError:
        return
    yield f"phase: {before.phase.value} -> {state.phase.value}"
    if state.pending:
        yield f"asks: {_asked(state.pending)}"
    yield from _assessed(guide, state)


def _understood(heard: Heard) -> Iterator[str]:
    for mention in heard.mentions:
        yield f'understood: {mention.id}={mention.presence.value} ("{mention.words}")'
    for name, value in heard.evidence.facts.known().items():
        yield f"understood: {name}={value}"
    reply = heard.reply.value if heard.reply else None
    for name, said in (("reply", reply), ("request", heard.request), ("topic", heard.topic)):
        if said:
            yield f"{name}: {said}"


def _asked(ask: asks.InitiativeAct) -> str:
    if isinstance(ask, asks.AskFlags):
        return ", ".join(ask.flags)
    return ask.question if isinstance(ask, asks.AskQuestion) else type(ask).__name__


def _assessed(guide: Guide, state: ConversationState) -> Iterator[str]:
    assessment = assess(guide.inference, state.evidence, state.floor)
    flags = "".join(f" {flag.id}" for flag in assessment.flags)
    yield f"triage: {assessment.level.id}{flags}"
    if assessment.differential:
        causes = (f"{name} {100 * share:.0f}%" for name, share in assessment.differential.ranked[:MOST_CAUSES])
        yield f"differential: {', '.join(causes)}"
