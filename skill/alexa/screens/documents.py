"""The APL documents: one for each kind of screen, put together from its own file, the common one and the pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]

# What a device must understand; Amazon's oldest that has all that we use.
VERSION = (1, 4)

_HERE = Path(__file__).parent
_DOCUMENTS, _GRAPHICS = _HERE / "documents", _HERE / "graphics"
_COMMON = "base"
EXERCISE = "exercise"


@cache
def document(name: str, exercise: str | None = None) -> Json:
    """The document of a screen, which nobody may change; `exercise` is the one whose picture it shows.

    Only the common layouts that it uses come along: a response has room for little.
    """
    own, common = _read(_DOCUMENTS / f"{name}.json"), _read(_DOCUMENTS / f"{_COMMON}.json")
    layouts = own.get("layouts", {})
    used = _used({"mainTemplate": own["mainTemplate"], "layouts": layouts}, common["layouts"])
    graphics = {each: _read(_GRAPHICS / f"{each}.json") for each in own.get("graphics", ())}
    if exercise:
        graphics[EXERCISE] = _read(_GRAPHICS / "exercises" / f"{exercise}.json")
    return {
        **common,
        "layouts": {each: common["layouts"][each] for each in sorted(used)} | layouts,
        **({"graphics": graphics} if graphics else {}),
        "mainTemplate": own["mainTemplate"],
    }


def names() -> tuple[str, ...]:
    """Every screen there is."""
    return tuple(path.stem for path in sorted(_DOCUMENTS.glob("*.json")) if path.stem != _COMMON)


def drawn_exercises() -> tuple[str, ...]:
    """Every exercise that has a picture."""
    return tuple(path.stem for path in sorted((_GRAPHICS / "exercises").glob("*.json")))


def _used(part: Any, known: Json) -> set[str]:
    """The common layouts in a part of a document, and those that these are made of."""
    direct = {kind for kind in _types(part) if kind in known}
    return direct.union(*(_used(known[name], known) for name in direct)) if direct else direct


def _types(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("type"), str):
            yield value["type"]
        for inner in value.values():
            yield from _types(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _types(inner)


def _read(path: Path) -> Json:
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found
