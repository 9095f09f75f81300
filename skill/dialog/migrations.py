"""State that was saved before a deploy, brought to the schema of today: nobody has to begin again for our sake."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Saved = Mapping[str, Any]


def migrated(value: Saved, schema: int) -> Saved:
    """The saved state in the given schema; as it is where no way leads there."""
    while value["schema"] != schema and value["schema"] in _STEPS:
        value = _STEPS[value["schema"]](value)
    return value


def _from_1(value: Saved) -> Saved:
    """Requests can be answered again, speech can be slowed or shortened, a safe check offered, a mistake named."""
    new = {"answered": None, "answered_topic": None, "slow": False, "brief": False}
    return {**value, **new, "pending": _pending(value, _PENDING_IN_2), "schema": 2}


def _from_2(value: Saved) -> Saved:
    """A timer can come between the conversation and its question; exercises are coached, and offered with a result."""
    new = {"interrupted": None, "wanted": None, "coaching": None, "halted": False}
    return {**value, **new, "pending": _pending(value, _PENDING_IN_3), "schema": 3}


def _from_3(value: Saved) -> Saved:
    """The part of the leg spoken of last is remembered."""
    return {**value, "part": None, "schema": 4}


def _pending(value: Saved, added: Mapping[str, Saved]) -> Saved | None:
    """The pending question with what its kind was given new."""
    pending = value["pending"]
    return None if pending is None else {**pending, **added.get(pending["act"], {})}


_PENDING_IN_2: Mapping[str, Saved] = {"AskQuestion": {"check": False}, "ConfirmMistake": {"findings": []}}
_PENDING_IN_3: Mapping[str, Saved] = {"OfferCare": {"exercise": False}}
_STEPS: Mapping[Any, Callable[[Saved], Saved]] = {1: _from_1, 2: _from_2, 3: _from_3}
