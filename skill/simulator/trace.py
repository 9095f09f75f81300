"""A few lines about an exchange, for someone who wants to see what the skill was sent and how long it talks."""

from __future__ import annotations

from collections.abc import Iterator

from skill.simulator.exchange import Exchange
from skill.simulator.slot_reader import FilledSlot


def trace(exchange: Exchange) -> Iterator[str]:
    """Yield the request, the match with its slots, and the length of the speech."""
    if exchange.request:
        yield f"request: {exchange.request['request']['type']}"
    match = exchange.match
    if match:
        sample = f' by "{match.sample}"' if match.sample else ""
        yield f"heard: {match.intent} ({match.how}{sample}, {match.score:.2f})"
        for filled in match.slots.values():
            yield f"slot: {_slot(filled)}"
    if exchange.speech:
        yield f"speech: about {exchange.seconds:.0f} s"
    if exchange.ended:
        yield f"ended: {exchange.ended}"


def _slot(filled: FilledSlot) -> str:
    values = []
    for reading in filled.readings:
        ids = ", ".join(entity.id or entity.name for entity in reading.entities)
        values.append(f'"{reading.value}"' + (f" ({ids})" if ids else ""))
    return f"{filled.slot.name} = {' and '.join(values)}"
