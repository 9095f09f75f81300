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
from skill.dialog import asks, coaching_state
from skill.dialog.acts import Request
from skill.dialog.coaching_asks import COACHING_ASKS
from skill.dialog.coaching_state import Coaching
from skill.dialog.migrations import migrated

SCHEMA = 4


class Phase(Enum):
    """Where we are in the conversation."""

    WELCOME = "welcome"
    SAFETY = "safety"
    INTERVIEW = "interview"
    RESULT = "result"
    CARE = "care"
    COACHING = "coaching"
    URGENT = "urgent"
    CLOSED = "closed"


class StateError(ValueError):
    """The session attributes are not a conversation of ours, or of a schema that can no longer be read."""


@dataclass(frozen=True, slots=True)
class ConversationState:
    """Tracked facts. `asked` are the ids of flags and questions that were put, in order.

    `floor` is the least urgency: it rises, and falls only when a mistake is confirmed. `affirmed` are the danger signs
    that a bare yes may have meant. `bundles` counts danger questions in a row. `focus` is the condition
    whose care is wanted or being told, `care_step` how many of its steps were told. `answered` is the request that was
    answered last, and `answered_topic` what it was about. `slow` and `brief` are how we are wished to speak.
    `turn` varies the wording. `interrupted` is the question that the offer of a timer came before.
    `wanted` is the exercise or session to coach once danger was asked for, `coaching` where one is in it. `halted`
    when an exercise was stopped for pain or danger, so that none is coached again. `part` is the part of the leg that
    was spoken of last.
    """

    phase: Phase = Phase.WELCOME
    evidence: Evidence = field(default_factory=Evidence)
    pending: asks.InitiativeAct | None = None
    interrupted: asks.InitiativeAct | None = None
    asked: tuple[str, ...] = ()
    floor: TriageLevel = TriageLevel.SELF_CARE
    affirmed: tuple[str, ...] = ()
    bundles: int = 0
    repairs: int = 0
    focus: str | None = None
    care_step: int = 0
    answered: str | None = None
    answered_topic: str | None = None
    slow: bool = False
    brief: bool = False
    disclosed: bool = False
    turn: int = 0
    wanted: str | None = None
    coaching: Coaching | None = None
    halted: bool = False
    part: str | None = None


_PENDING = {
    kind.__name__: kind
    for kind in (
        *COACHING_ASKS,
        asks.AskComplaint,
        asks.AskFlags,
        asks.AskQuestion,
        asks.OfferCare,
        asks.OfferNextStep,
        asks.OfferRepeat,
        asks.OfferAgain,
        asks.OfferTimer,
        asks.AskBehindToo,
        asks.ConfirmMistake,
    )
}


def to_json(state: ConversationState) -> dict[str, Any]:
    """The state as JSON values."""
    return {
        "schema": SCHEMA,
        "phase": state.phase.value,
        "findings": {name: presence.value for name, presence in state.evidence.findings.items()},
        "facts": state.evidence.facts.known(),
        "pending": _ask_json(state.pending),
        "interrupted": _ask_json(state.interrupted),
        "asked": list(state.asked),
        "affirmed": list(state.affirmed),
        "floor": state.floor.id,
        "coaching": coaching_state.to_json(state.coaching),
        **{name: getattr(state, name) for name in _PLAIN},
    }


_PLAIN: Mapping[str, type | tuple[type, ...]] = {
    "bundles": int,
    "repairs": int,
    "focus": (str, type(None)),
    "care_step": int,
    "answered": (str, type(None)),
    "answered_topic": (str, type(None)),
    "slow": bool,
    "brief": bool,
    "disclosed": bool,
    "turn": int,
    "wanted": (str, type(None)),
    "halted": bool,
    "part": (str, type(None)),
}


def from_json(value: Any) -> ConversationState:
    """The state in `value`.

    Raises:
        StateError: when it is damaged, foreign or of another schema.
    """
    try:
        value = migrated(value, SCHEMA)
        if value["schema"] != SCHEMA:
            raise StateError(f"schema {value['schema']!r} is not {SCHEMA}")
        if value["answered"] is not None:
            Request(value["answered"])
        findings = {_text(name): Presence(presence) for name, presence in value["findings"].items()}
        return ConversationState(
            phase=Phase(value["phase"]),
            evidence=Evidence(findings, _facts(value["facts"])),
            pending=_pending(value["pending"]),
            interrupted=_pending(value["interrupted"]),
            asked=_texts(value["asked"]),
            affirmed=_texts(value["affirmed"]),
            floor=TriageLevel[value["floor"].upper()],
            coaching=coaching_state.from_json(value["coaching"]),
            **{name: _of(kind, value[name]) for name, kind in _PLAIN.items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StateError(f"not a conversation of ours: {type(error).__name__}") from error


def _facts(value: Mapping[str, Any]) -> Facts:
    kinds = {"age": int, "side": str, "duration_days": int, "sport": str, "for_child": bool, "moving": bool}
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


def _ask_json(act: asks.InitiativeAct | None) -> dict[str, Any] | None:
    if act is None:
        return None
    values = ((each.name, getattr(act, each.name)) for each in fields(act))
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in values}
    return {"act": type(act).__name__, **plain}


def _texts(value: Any) -> tuple[str, ...]:
    """The texts of a list; a text instead of the list is no list of letters."""
    return tuple(_text(item) for item in _of(list, value))


def _text(value: Any) -> str:
    return str(_of(str, value))


def _of(kind: type | tuple[type, ...], value: Any) -> Any:
    """The value, when it is of the kind; a bool is no number here."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise StateError("a value of another type")
    return value
