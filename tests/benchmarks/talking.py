"""The requests of two conversations, from a simulated device: one to a result, and one to a counted set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from skill.commands import devices
from skill.dialog import asks
from skill.dialog.coaching_asks import AskPain, AskReady
from skill.dialog.state import ConversationState, Phase
from skill.simulator import Device, Exchange
from tests.alexa.conversing import state_in

# The turns that are shown one by one, in the order that they come in.
NAMED = ("welcome", "description", "answer", "result", "coaching set")
WORDS = "it hurts behind my knee when i start running, and then it eases off"
EXERCISE = "coach me through heel digs"
MOST_TURNS = 30

Json = dict[str, Any]


@dataclass(frozen=True)
class Spoken:
    """A request, and what its turn is called where it is one of the named."""

    request: Json
    name: str | None


def conversations(options: set[str]) -> list[Spoken]:
    """Both conversations on a device with these of a transcript's options; each name is given once."""
    spoken = [each for words in (WORDS, EXERCISE) for each in _held(devices.for_transcript("en-US", options), words)]
    names = [each.name for each in spoken]
    return [Spoken(each.request, each.name if at == names.index(each.name) else None) for at, each in enumerate(spoken)]


def _held(device: Device, words: str) -> Iterator[Spoken]:
    before = ConversationState()
    exchange, name = device.open(), "welcome"
    for _ in range(MOST_TURNS):
        assert exchange.request is not None
        state = _state(exchange)
        yield Spoken(exchange.request, name or _name(before, state))
        if state.phase is Phase.RESULT or isinstance(state.pending, AskPain):
            return
        exchange, name = device.say(_reply(state, words)), "description" if before.turn == 0 and words is WORDS else ""
        before = state
    raise RuntimeError(f"the conversation came to no end in {MOST_TURNS} turns")


def _state(exchange: Exchange) -> ConversationState:
    assert exchange.response is not None
    return state_in(exchange.response)


def _name(before: ConversationState, after: ConversationState) -> str | None:
    if after.phase is Phase.RESULT:
        return "result"
    if isinstance(after.pending, AskPain):
        return "coaching set"
    return "answer" if isinstance(before.pending, asks.AskQuestion) else None


def _reply(state: ConversationState, words: str) -> str:
    pending = state.pending
    if isinstance(pending, asks.AskComplaint):
        return words
    if isinstance(pending, AskReady):
        return "ready"
    if isinstance(pending, asks.AskQuestion):
        return {"age": "forty four", "duration": "three weeks", "location": "the outer side"}.get(
            pending.question, "no"
        )
    return "no"
