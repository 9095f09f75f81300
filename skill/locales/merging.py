"""A locale's own documents over those that it falls back to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.conditions.yaml_reader import Line, LocatedDict, LocatedList


def over(base: Any, own: Any, *, adding: bool) -> Any:
    """The values of `own` over those of `base`, key by key; a key without a value takes that of `base` away.

    A list of `own` stands in the place of the one of `base`, or after what it has when `adding`.
    """
    if isinstance(base, Mapping) and isinstance(own, Mapping):
        return _mapping(base, own, adding)
    if adding and isinstance(base, str | list) and isinstance(own, str | list):
        return _list(base, own)
    return own


def inherited(value: Any, path: str) -> Any:
    """The value with lines that know the file they are in, so that problems name it and not its heir."""
    if isinstance(value, LocatedDict):
        value.line = _in_file(value.line, path)
        value.lines = {key: _in_file(line, path) for key, line in value.lines.items()}
        for inner in value.values():
            inherited(inner, path)
    elif isinstance(value, LocatedList):
        value.line = _in_file(value.line, path)
        value.lines = [_in_file(line, path) for line in value.lines]
        for inner in value:
            inherited(inner, path)
    return value


def _in_file(line: int, path: str) -> Line:
    return line if isinstance(line, Line) else Line(line, path)


def _mapping(base: Mapping[str, Any], own: Mapping[str, Any], adding: bool) -> LocatedDict:
    result = LocatedDict(getattr(base, "line", 0))
    for key in dict.fromkeys((*base, *own)):
        if key not in own:
            result[key] = base[key]
        elif own[key] is not None:
            result[key] = over(base[key], own[key], adding=adding) if key in base else own[key]
        if key in result:
            result.lines[key] = _line(own if key in own else base, key)
    return result


def _line(value: Mapping[str, Any], key: str) -> int:
    return value.lines.get(key, 0) if isinstance(value, LocatedDict) else 0


def _list(base: Any, own: Any) -> LocatedList:
    result = LocatedList(getattr(base, "line", 0))
    for value in (base, own):
        items = [value] if isinstance(value, str) else value
        lines = value.lines if isinstance(value, LocatedList) else [0] * len(items)
        for item, line in zip(items, lines, strict=True):
            if item not in result:
                result.append(item)
                result.lines.append(line)
    return result
