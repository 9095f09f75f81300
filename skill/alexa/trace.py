"""What happened in one exchange, in plain lines for whoever develops the guide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from skill.alexa.guide import Guide
from skill.alexa.insight import asked, insight
from skill.conditions.triage import Assessment
from skill.understanding.heard import Heard

MOST_CAUSES = 4


def trace(guide: Guide, request: Mapping[str, Any], response: Mapping[str, Any]) -> Iterator[str]:
    """What was understood in the request, and where the response leaves the conversation."""
    seen = insight(guide, request, response)
    yield from _understood(seen.heard)
    if seen.after is None:
        return
    yield f"phase: {seen.before.phase.value} -> {seen.after.phase.value}"
    if seen.after.pending:
        yield f"asks: {', '.join(asked(seen.after.pending))}"
    if seen.assessment:
        yield from _assessed(seen.assessment)


def _understood(heard: Heard) -> Iterator[str]:
    for mention in heard.mentions:
        yield f'understood: {mention.id}={mention.presence.value} ("{mention.words}")'
    for name, value in heard.evidence.facts.known().items():
        yield f"understood: {name}={value}"
    reply = heard.reply.value if heard.reply else None
    for name, said in (("reply", reply), ("request", heard.request), ("topic", heard.topic)):
        if said:
            yield f"{name}: {said}"


def _assessed(assessment: Assessment) -> Iterator[str]:
    flags = "".join(f" {flag.id}" for flag in assessment.flags)
    yield f"triage: {assessment.level.id}{flags}"
    if assessment.differential:
        causes = (f"{name} {100 * share:.0f}%" for name, share in assessment.differential.ranked[:MOST_CAUSES])
        yield f"differential: {', '.join(causes)}"
