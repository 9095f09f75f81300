"""How a list becomes a phrase."""

from __future__ import annotations

from collections.abc import Sequence


def joined(items: Sequence[str], word: str) -> str:
    """The items as a spoken list: `a`, `a, and b`, `a, b, and c`.

    Two are set apart by a pause as well, since each may hold an "and" or "or" of its own.
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])}, {word} {items[-1]}"


def as_sentence(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
