"""The conversation's cold hard facts, and their JSON form in the session attributes.

Only what cannot be recomputed is kept. The JSON holds ids and numbers, never a word the user said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.model import TriageLevel
from skill.dialog import asks

SCHEMA = 1


class Phase(Enum):
    """Where we are in the conversation."""

    WELCOME = "welcome"
    SAFETY = "safety"
    INTERVIEW = "interview"
    RESULT = "result"
    CARE = "care"
    URGENT = "urgent"
    CLOSED = "closed"


class StateError(ValueError):
    """The session attributes are not a conversation of ours, or of a schema that can no longer be read."""


@dataclass(frozen=True, slots=True)
class ConversationState:
    """Tracked facts. `asked` are the ids of flags and questions that were put, in order.

    `floor` is the least urgency: it rises, and falls only when a mistake is confirmed. `affirmed` are the danger signs
    that a bare yes may have meant. `bundles` counts danger questions in a row. `focus` is the condition
    whose care is wanted or being told, `care_step` how many of its steps were told. `turn` varies the wording.
    """

    phase: Phase = Phase.WELCOME
    evidence: Evidence = field(default_factory=Evidence)
    pending: asks.InitiativeAct | None = None
    asked: tuple[str, ...] = ()
    floor: TriageLevel = TriageLevel.SELF_CARE
    affirmed: tuple[str, ...] = ()
    bundles: int = 0
    repairs: int = 0
    focus: str | None = None
    care_step: int = 0
    disclosed: bool = False
    turn: int = 0


_PENDING = {
    kind.__name__: kind
    for kind in (
        asks.AskComplaint,
        asks.AskFlags,
        asks.AskQuestion,
        asks.OfferCare,
        asks.OfferNextStep,
        asks.OfferRepeat,
        asks.OfferAgain,
        asks.AskBehindToo,
        asks.ConfirmMistake,
    )
}


def to_json(state: ConversationState) -> dict[str, Any]:
    """The state as JSON values."""
    pending = state.pending
    return {
        "schema": SCHEMA,
        "phase": state.phase.value,
        "findings": {name: presence.value for name, presence in state.evidence.findings.items()},
        "facts": state.evidence.facts.known(),
        "pending": None if pending is None else {"act": type(pending).__name__, **_values(pending)},
        "asked": list(state.asked),
        "affirmed": list(state.affirmed),
        "floor": state.floor.id,
        **{name: getattr(state, name) for name in _PLAIN},
    }


_PLAIN: Mapping[str, type | tuple[type, ...]] = {
    "bundles": int,
    "repairs": int,
    "focus": (str, type(None)),
    "care_step": int,
    "disclosed": bool,
    "turn": int,
}


def from_json(value: Any) -> ConversationState:
    """The state in `value`.

    Raises:
        StateError: when it is damaged, foreign or of another schema.
    """
    try:
        if value["schema"] != SCHEMA:
            raise StateError(f"schema {value['schema']!r} is not {SCHEMA}")
        findings = {_text(name): Presence(presence) for name, presence in value["findings"].items()}
        return ConversationState(
            phase=Phase(value["phase"]),
            evidence=Evidence(findings, _facts(value["facts"])),
            pending=_pending(value["pending"]),
            asked=tuple(_text(name) for name in value["asked"]),
            affirmed=tuple(_text(name) for name in value["affirmed"]),
            floor=TriageLevel[value["floor"].upper()],
            **{name: _of(kind, value[name]) for name, kind in _PLAIN.items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StateError(f"not a conversation of ours: {type(error).__name__}") from error


def _facts(value: Mapping[str, Any]) -> Facts:
    kinds = {"age": int, "side": str, "duration_days": int, "sport": str, "for_child": bool}
    return Facts(**{name: _of(kinds[name], fact) for name, fact in value.items()})


def _pending(value: Mapping[str, Any] | None) -> asks.InitiativeAct | None:
    if value is None:
        return None
    kind = _PENDING[value["act"]]
    arguments: dict[str, Any] = {}
    for each in fields(kind):
        given = value[each.name]
        if isinstance(given, list):
            given = tuple(_text(item) for item in given)
        arguments[each.name] = _of(type(getattr(kind(), each.name)), given)
    return kind(**arguments)


def _values(act: asks.InitiativeAct) -> dict[str, Any]:
    values = ((each.name, getattr(act, each.name)) for each in fields(act))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values}


def _text(value: Any) -> str:
    return str(_of(str, value))


def _of(kind: type | tuple[type, ...], value: Any) -> Any:
    """The value, when it is of the kind; a bool is no number here."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise StateError("a value of another type")
    return value
