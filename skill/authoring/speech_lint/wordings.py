"""Rules about the wordings of one thing, as they stand in the files: that they differ, and how they begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from skill.authoring.speech_lint.origins import Text
from skill.authoring.speech_lint.style import Style
from skill.conditions.yaml_reader import Problem

# Further down stand words by id, such as advice for each condition, which may well agree.
_DEEPEST = 2


def alike(texts: Iterable[Text], style: Style) -> Iterator[Problem]:
    """No two texts of an entry are the same, and not more of its wordings than a few begin with the same word."""
    for _, entry in groupby(texts, key=lambda each: (each.place.path, each.place.keys[:1])):
        yield from _equal(tuple(text for text in entry if len(_group(text)[1]) <= _DEEPEST))
    lists = [text for text in texts if any(isinstance(key, int) for key in text.place.keys)]
    for _, wordings in groupby(sorted(lists, key=_group), key=_group):
        yield from _begun_alike(tuple(wordings), style.limits.most_alike)


def _equal(entry: tuple[Text, ...]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for text in entry:
        words = text.text.strip(" .?!").lower()
        other = first.setdefault(words, text)
        # Nothing said, every other time, is a choice and no repetition.
        if words and other is not text:
            what = f"'{text.place.key}' is worded as '{other.place.key}'"
            yield Problem(text.place.path, text.place.line, what, "word it differently or remove it")


def _begun_alike(wordings: tuple[Text, ...], most: int) -> Iterator[Problem]:
    begun: dict[str, int] = {}
    for text in wordings:
        for opening in text.text.lower().split()[:1]:
            begun[opening] = begun.get(opening, 0) + 1
            if begun[opening] == most + 1:
                what = f"'{text.place.key}' begins with \"{opening}\", as {most} before it do"
                yield Problem(text.place.path, text.place.line, what, "begin it differently")


def _group(text: Text) -> tuple[str, tuple[str, ...]]:
    """What a text is a wording of: its keys but for its number in a list."""
    return text.place.path, tuple(key for key in text.place.keys if isinstance(key, str))
