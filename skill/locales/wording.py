"""A locale's own terms and spelling put into the words that locales share.

"Call [emergency_number]" becomes "Call 999", and "in our judgment" "in our judgement".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from skill.conditions.yaml_reader import LocatedDict, LocatedList, Problem

# Unlike a placeholder in braces, which is filled in anew whenever something is said.
_TERM = re.compile(r"\[(\w+)\]")

_Place = Callable[[str, int], str]


def with_terms(document: Any, terms: Mapping[str, str], path: str, problems: list[Problem]) -> Any:
    """The document with each term's words in the place of its name; what is no term is a problem, and stays."""

    def filled(text: str, line: int) -> str:
        for name in _TERM.findall(text):
            if name not in terms:
                what = f"there is no term [{name}] in {path.partition('/')[0]}/locale.yaml"
                problems.append(Problem(path, line, what, "write it there, or correct the name"))
        return _TERM.sub(lambda match: terms.get(match[1], match[0]), text)

    return _each_text(document, 0, filled)


def respelled(document: Any, spelling: Mapping[str, str]) -> Any:
    """The document with each word or phrase in `spelling` written as it is here, with a capital where it had one."""
    if not spelling:
        return document
    words = re.compile(rf"\b({'|'.join(map(re.escape, spelling))})\b", re.IGNORECASE)

    def written(match: re.Match[str]) -> str:
        word = spelling[match[0].lower()]
        return word if match[0][0].islower() else word[0].upper() + word[1:]

    return _each_text(document, 0, lambda text, _: words.sub(written, text))


def terms_in(document: Any) -> set[str]:
    """The names of the terms that the document uses, before they are put in."""
    names: set[str] = set()

    def noted(text: str, _: int) -> str:
        names.update(_TERM.findall(text))
        return text

    _each_text(document, 0, noted)
    return names


def _each_text(value: Any, line: int, change: _Place) -> Any:
    """The value with each text changed, in its place."""
    if isinstance(value, str):
        return change(value, line)
    if isinstance(value, dict):
        lines = value.lines if isinstance(value, LocatedDict) else {}
        for key, inner in value.items():
            value[key] = _each_text(inner, lines.get(key, line), change)
    elif isinstance(value, list):
        numbers = value.lines if isinstance(value, LocatedList) else [line] * len(value)
        value[:] = [_each_text(inner, number, change) for inner, number in zip(value, numbers, strict=True)]
    return value
