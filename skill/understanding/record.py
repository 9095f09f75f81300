"""What was understood as a plain dict: one JSON line of `knee-guide understand`, and what a trace shows."""

from __future__ import annotations

from typing import Any

from skill.understanding.heard import Heard


def as_record(text: str, heard: Heard) -> dict[str, Any]:
    """Text, evidence, facts and the words they rest on; what was not heard is left out."""
    record: dict[str, Any] = {
        "text": text,
        "findings": {name: presence.value for name, presence in heard.evidence.findings.items()},
        "facts": heard.evidence.facts.known(),
        "words": {mention.id: mention.words for mention in heard.mentions},
        "reply": heard.reply.value if heard.reply else None,
        "request": heard.request,
        "correction": heard.correction,
        "topic": heard.topic,
    }
    return {name: value for name, value in record.items() if value or name == "text"}
