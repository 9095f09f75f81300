"""Every word that a screen shows of its own, with the placeholders that it is given."""

from __future__ import annotations

from collections.abc import Mapping

_NOTHING: frozenset[str] = frozenset()

CHOICES = (
    "yes",
    "no",
    "unsure",
    "none",
    "refuse",
    "right",
    "wrong",
    "steps",
    "exercise",
    "why",
    "enough",
    "next",
    "again",
    "ready",
    "skip",
    "stop",
    "go_on",
    "pause",
    "hurts",
)
TEXTS: Mapping[str, frozenset[str]] = {
    "title": _NOTHING,
    "welcome": _NOTHING,
    "say": _NOTHING,
    "disclaimer": _NOTHING,
    "any": _NOTHING,
    "place": _NOTHING,
    "fits": _NOTHING,
    "step": frozenset({"cause", "number", "total"}),
    "set": frozenset({"number", "sets"}),
    "counted": frozenset({"first", "last"}),
    "come_back": _NOTHING,
}
