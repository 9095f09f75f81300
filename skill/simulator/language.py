"""The words of a spoken language that the platform itself knows, read from `languages/<language>.json`.

They stand in for what Amazon trains into every skill: stock phrases of the built-in intents, number words,
units of time, hesitations. They are data, so that another language is another file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

SHORTEST_STEM = 3


class LanguageError(LookupError):
    """There is no language file for a locale."""


@dataclass(frozen=True, eq=False)
class Language:
    """What the platform knows of one language; phrases are lower-case, as a recognizer delivers them.

    A language equals itself alone, as `load_language` reads each but once.
    """

    problem: str
    permission_question: str
    permissions: Mapping[str, str]
    approvals: frozenset[str]
    wake_words: tuple[str, ...]
    exit_phrases: frozenset[str]
    invocation_verbs: tuple[str, ...]
    connectors: tuple[str, ...]
    trailing_connectors: tuple[str, ...]
    fillers: tuple[tuple[str, ...], ...]
    articles: frozenset[str]
    list_joiners: frozenset[str]
    negators: frozenset[str]
    function_words: frozenset[str]
    suffixes: tuple[str, ...]
    numbers: Mapping[str, Any]
    durations: Mapping[str, Any]
    built_in_intents: Mapping[str, tuple[str, ...]]

    def stem(self, word: str) -> str:
        """Return the word without its endings, so that "stopped" meets "stops"; crude, but alike on both sides."""
        return _stem(word, self.suffixes)


@lru_cache(maxsize=1 << 14)  # more than the words of a large model
def _stem(word: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            return _stem(word[: -len(suffix)], suffixes)
    doubled = len(word) > SHORTEST_STEM and word[-1] == word[-2]
    return word[:-1] if doubled else word


@lru_cache
def load_language(locale: str) -> Language:
    """Read the words for a locale such as `en-GB`, raising LanguageError when its language is not there."""
    name = locale.split("-")[0].lower()
    file = resources.files(__package__) / "languages" / f"{name}.json"
    if not name.isalpha() or not file.is_file():
        raise LanguageError(f"The simulator has no words for {locale!r}: add languages/{name}.json beside en.json.")
    raw = json.loads(file.read_text(encoding="utf-8"))
    return Language(
        problem=raw["problem"],
        permission_question=raw["permission_question"],
        permissions=raw["permissions"],
        approvals=frozenset(raw["approvals"]),
        wake_words=tuple(raw["wake_words"]),
        exit_phrases=frozenset(raw["exit_phrases"]),
        invocation_verbs=tuple(raw["invocation_verbs"]),
        connectors=tuple(raw["connectors"]),
        trailing_connectors=tuple(raw["trailing_connectors"]),
        fillers=tuple(tuple(filler.split()) for filler in raw["fillers"]),
        articles=frozenset(raw["articles"]),
        list_joiners=frozenset(raw["list_joiners"]),
        negators=frozenset(raw["negators"]),
        function_words=frozenset(raw["function_words"]),
        suffixes=tuple(raw["suffixes"]),
        numbers=raw["numbers"],
        durations=raw["durations"],
        built_in_intents={intent: tuple(phrases) for intent, phrases in raw["built_in_intents"].items()},
    )
