"""Every text that a locale's said/ folder holds, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from skill.conditions.yaml_reader import LocatedDict, Problem, read_yaml


def said_texts(locale_directory: Path) -> Iterator[tuple[str, str]]:
    """Place (file:line) and text. Files that cannot be read give nothing here; `knee-guide check` reports them."""
    unreported: list[Problem] = []
    for path in sorted((locale_directory / "said").rglob("*.yaml")):
        shown = path.relative_to(locale_directory).as_posix()
        for line, text in _texts(read_yaml(path, shown, unreported), 0):
            yield f"{shown}:{line}", text


def _texts(value: Any, line: int) -> Iterator[tuple[int, str]]:
    if isinstance(value, str):
        yield line, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, value.lines[key] if isinstance(value, LocatedDict) else line)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, line)
