"""Every heading and note that a handout is made of, with the placeholders that it is given."""

from __future__ import annotations

from collections.abc import Mapping

_NOTHING: frozenset[str] = frozenset()

CARD_TEXTS: Mapping[str, frozenset[str]] = {
    "steps": _NOTHING,
    "be_seen": _NOTHING,
    "setup": _NOTHING,
    "dose": frozenset({"dose", "days"}),
    "dose_daily": frozenset({"dose"}),
    "stop": _NOTHING,
    "sources": frozenset({"sources"}),
    "judged": _NOTHING,
    "title_emergency": _NOTHING,
    "title_same_day": _NOTHING,
    "note": _NOTHING,
}
