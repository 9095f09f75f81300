"""Writes a conversation down as it is held, in the form that `skill.simulator.transcripts` reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from skill.alexa.insight import Insight, asked
from skill.conditions.evidence import Evidence
from skill.simulator import Exchange
from skill.simulator.transcript_runner import recorded_lines
from skill.simulator.transcripts import LAUNCH

Insights = Callable[[Mapping[str, Any], Mapping[str, Any]], Insight]


class Transcript:
    """The lines of a conversation; each session is a block. What was heard and what it led to are its contracts."""

    def __init__(self, options: frozenset[str], insights: Insights) -> None:
        self._options = options
        self._insights = insights
        self._blocks: list[list[str]] = []
        self._open = False

    def add(self, said: str, exchange: Exchange) -> None:
        """Write down one exchange."""
        if not self._open or (said == LAUNCH and self._blocks[-1]):
            self._blocks.append([])
        block = self._blocks[-1]
        if said != LAUNCH or block:
            block.append(f"U: {said}")
        block += recorded_lines("A", exchange.speech)
        block += [f"> {contract}" for contract in self._contracts(exchange)]
        self._open = exchange.session_open

    def markdown(self, title: str) -> str:
        """The whole as a file."""
        fence = " ".join(["```transcript", *sorted(self._options)])
        blocks = ["\n".join([fence, *block, "```"]) for block in self._blocks]
        return "\n\n".join([f"# {title}", *blocks]) + "\n"

    def _contracts(self, exchange: Exchange) -> Iterator[str]:
        if exchange.intent:
            yield f"heard {exchange.intent}"
        if exchange.request and exchange.response:
            yield from _led_to(self._insights(exchange.request, exchange.response))
        if exchange.ended:
            yield "session closed"


def _led_to(insight: Insight) -> Iterator[str]:
    before, after = insight.before, insight.after
    if after is None:
        return
    told = _known(after.evidence).items() - _known(before.evidence).items()
    if told:
        yield f"knows {', '.join(sorted(f'{name}={value}' for name, value in told))}"
    if after.pending:
        yield f"asks {', '.join(asked(after.pending))}"
    if after.phase != before.phase:
        yield f"phase {after.phase.value}"
        if insight.assessment:
            yield f"triage {insight.assessment.level.id}"


def _known(evidence: Evidence) -> dict[str, str]:
    known = {name: presence.value for name, presence in evidence.findings.items()}
    return known | {name: str(value).lower() for name, value in evidence.facts.known().items()}
