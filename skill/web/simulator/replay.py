"""Holds a written-down conversation again, on a device that can then be talked to further."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from skill.simulator import Contract, Conversation, Exchange, TranscriptError
from skill.simulator.transcript_runner import OverTooSoon, failures_of, held, known_contracts
from skill.simulator.transcripts import Step, read_conversations
from skill.web.simulator import conversations

NAME = Path("transcript")  # what a text without a file is called in messages


def read(markdown: str, contracts: Mapping[str, Contract]) -> tuple[Conversation, ...]:
    """The conversations of a text that can be held, raising TranscriptError where one cannot, or there is none."""
    found = read_conversations(markdown, NAME)
    if not found:
        raise TranscriptError(f"{NAME}:1: there is no block marked transcript.")
    for each in found:
        known_contracts(each, contracts)
    return found


def replay(
    written: Conversation, conversation: conversations.Conversation, contracts: Mapping[str, Contract]
) -> Iterator[tuple[Step | None, Exchange | None, list[dict[str, Any]]]]:
    """Each step with its exchange and what did not come true in it; last, without either, if it was over too soon."""
    known = known_contracts(written, contracts)
    with conversation.lock:
        try:
            for step, exchange in held(written, lambda _: conversation.device):
                conversation.note(step.said, exchange)
                failures = failures_of(step, exchange, known)
                yield step, exchange, [_failure(each.place.first, each.expected, each.got) for each in failures]
        except OverTooSoon as over:
            each = over.failure
            yield None, None, [_failure(each.place.first, each.expected, each.got)]


def _failure(line: int, expected: str, got: str) -> dict[str, Any]:
    return {"line": line, "expected": expected, "got": got}
