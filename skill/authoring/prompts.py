"""Every text that a locale's said/ folder holds, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from skill.conditions.yaml_reader import LocatedDict
from skill.locales.documents import SAID, documents


def said_texts(locale_directory: Path) -> Iterator[tuple[str, str]]:
    """Place (file:line) and text. Files that cannot be read give nothing here; `knee-guide check` reports them."""
    for name, document in documents(locale_directory, SAID, []).items():
        for line, text in _texts(document, 0):
            yield f"{SAID}/{name}:{line}", text


def _texts(value: Any, line: int) -> Iterator[tuple[int, str]]:
    if isinstance(value, str):
        yield line, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, value.lines[key] if isinstance(value, LocatedDict) else line)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, line)
