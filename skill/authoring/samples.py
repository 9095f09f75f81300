"""Sample utterances and slot values, written short -> every text they stand for.

The writing is that of heard/words.yaml as far as it makes sense here: (a|b c) one of these, [a|b] one of these or none,
{slot}. The lexicon's own parser does not serve: it makes sets to look words up in, and samples need their order.
"""

from __future__ import annotations

import re

_PIECES = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_CLOSING = {"(": ")", "[": "]"}
_WORD_OR_SLOT = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*[.']?|\{[a-z_]+\}")

Words = tuple[str, ...]


class SampleError(ValueError):
    """A sample that cannot be read; the message says what is wrong in it."""


def expand(written: str) -> Words:
    """Every text that `written` stands for, in order and none twice; slots stay as they are.

    Raises:
        SampleError: where the writing makes no sense.
    """
    pieces = _PIECES.findall(written)
    ways, at = _alternatives(pieces, 0)
    if at < len(pieces):
        raise SampleError(f"'{pieces[at]}' closes nothing in '{written}'")
    return tuple(dict.fromkeys(" ".join(way) for way in ways if way))


def _alternatives(pieces: list[str], at: int) -> tuple[list[Words], int]:
    """The ways to say what stands from `at` on, up to a closing bracket or the end, and where that is."""
    ways: list[Words] = []
    current: list[Words] = [()]
    while at < len(pieces) and pieces[at] not in (")", "]"):
        if pieces[at] == "|":
            ways, current, at = [*ways, *current], [()], at + 1
            continue
        inner, at = _one(pieces, at)
        current = [(*before, *after) for before in current for after in inner]
    return [*ways, *current], at


def _one(pieces: list[str], at: int) -> tuple[list[Words], int]:
    """The ways to say one word, slot or bracket, and where the next begins."""
    piece = pieces[at]
    if piece not in _CLOSING:
        if not _WORD_OR_SLOT.fullmatch(piece):
            raise SampleError(f"'{piece}' is no word and no slot")
        return [(piece,)], at + 1
    inner, end = _alternatives(pieces, at + 1)
    if end == len(pieces) or pieces[end] != _CLOSING[piece]:
        raise SampleError(f"'{piece}' is not closed")
    return [(), *inner] if piece == "[" else inner, end + 1
