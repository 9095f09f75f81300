"""What a transcript's `>` lines may demand of this skill, beside what any skill's may (design, section 5).

> knows lump_behind_knee=present, age=44      what the conversation has recorded
> asks E1, E2                                 the ids of the pending question, flags or offer
> phase interview
> triage same_day                             how soon to be seen, as things stand
> likely bakers_cyst                          the first cause of the differential
> coaches heel_dig, set 2, rest               the exercise, the set it is in, and the step that was taken last
"""

from __future__ import annotations

from collections.abc import Mapping

from skill.conditions.inference import Inference
from skill.conditions.triage import assess
from skill.dialog import asks
from skill.dialog.state import ConversationState, from_json
from skill.simulator.contracts import Contract
from skill.simulator.exchange import Exchange


def contracts(inference: Inference) -> Mapping[str, Contract]:
    """The contracts by key."""

    def triage(exchange: Exchange, wanted: str) -> str | None:
        state = state_of(exchange)
        level = assess(inference, state.evidence, state.floor).level.id
        return _same(wanted, level)

    def likely(exchange: Exchange, wanted: str) -> str | None:
        return _same(wanted, inference.differential(state_of(exchange).evidence).top)

    return {"coaches": _coaches, "knows": _knows, "asks": _asks, "phase": _phase, "triage": triage, "likely": likely}


def state_of(exchange: Exchange) -> ConversationState:
    """The conversation's state after the exchange."""
    return from_json(exchange.attributes["state"])


def _knows(exchange: Exchange, wanted: str) -> str | None:
    evidence = state_of(exchange).evidence
    known = {name: presence.value for name, presence in evidence.findings.items()}
    known |= {name: str(value).lower() for name, value in evidence.facts.known().items()}
    for each in wanted.split(","):
        name, _, value = each.strip().partition("=")
        if known.get(name, "nothing") != value:
            return f"it knows {name}={known.get(name, 'nothing')}"
    return None


def _asks(exchange: Exchange, wanted: str) -> str | None:
    return _same(wanted, ", ".join(_asked(state_of(exchange).pending)))


def _asked(pending: asks.InitiativeAct | None) -> tuple[str, ...]:
    if isinstance(pending, asks.AskFlags):
        return pending.flags
    if isinstance(pending, asks.AskQuestion):
        return (pending.question,)
    return (type(pending).__name__,) if pending else ("nothing",)


def _phase(exchange: Exchange, wanted: str) -> str | None:
    return _same(wanted, state_of(exchange).phase.value)


def _coaches(exchange: Exchange, wanted: str) -> str | None:
    coaching = state_of(exchange).coaching
    got = f"{coaching.exercise}, set {coaching.set}, {coaching.step.value}" if coaching else "nothing"
    return _same(wanted, got)


def _same(wanted: str, got: str) -> str | None:
    return None if got == wanted else got
