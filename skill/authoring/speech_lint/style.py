"""The style that a locale's speech is held to: limits, and words that are not said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Fields, Problem
from skill.locales.documents import STYLE, document


@dataclass(frozen=True, slots=True)
class Limits:
    """`breath` and `longest_sentence` in words, `hardest_grade` in school years, both prompts in seconds."""

    breath: int
    longest_sentence: int
    hardest_grade: int
    longest_prompt: int
    usual_prompt: int
    most_options: int
    most_alike: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How syllables are counted: runs of `vowels`, but for an end that is silent unless it is a sounded one.

    `names` have no plainer word, and are left out. Texts of under `fewest_words` are not graded.
    """

    vowels: str
    silent_ends: tuple[str, ...]
    sounded_ends: tuple[str, ...]
    names: tuple[str, ...]
    fewest_words: int


@dataclass(frozen=True)
class Banned:
    """A phrase that is not said, but right behind the words `after`, before `before`, and in the entries `but_in`.

    A star stands for the rest of a word.
    """

    phrase: str
    why: str
    mend: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    but_in: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in self.phrase.split())
        behind = "".join(rf"(?<!\b{re.escape(word)} )" for word in self.after)
        ahead = "".join(rf"(?! {re.escape(word)}\b)" for word in self.before)
        return re.compile(rf"{behind}(?<!\w){words}(?!\w){ahead}", re.IGNORECASE)

    def found_in(self, sentence: str) -> str | None:
        """The words in the sentence that match."""
        # Most phrases are in no sentence at all, which is quicker to see than to search for.
        match = self._pattern.search(sentence) if self._stem in sentence.lower() else None
        return match[0] if match else None

    @cached_property
    def _stem(self) -> str:
        return self.phrase.split()[0].rstrip("*").lower()


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that the lint holds a locale's speech against.

    `symbols` are characters that are not read out well. Of things in a row, the last follows the word `alternatives`,
    and the first stands in a part of the sentence that begins with one of `questions`.
    """

    limits: Limits
    reading: Reading
    banned: tuple[Banned, ...]
    symbols: str
    alternatives: str
    questions: tuple[str, ...]


def load_style(locale_directory: Path) -> Style:
    """The style in the locale's folder.

    Raises:
        DocumentError: with every mistake, if there is one.
    """
    problems: list[Problem] = []
    style = build_style(document(locale_directory, STYLE, problems), f"{locale_directory.name}/{STYLE}", problems)
    if problems:
        raise DocumentError(problems)
    return style


def build_style(written: Any, shown: str, problems: list[Problem]) -> Style:
    """The style in a document; mistakes are appended to `problems`."""
    fields = Fields.of(written, shown, problems)
    style = Style(
        limits=_limits(fields.mapping("limits", required=True)),
        reading=_reading(fields.mapping("reading", required=True)),
        banned=tuple(_banned(fields)),
        symbols=fields.text("symbols"),
        alternatives=fields.text("alternatives"),
        questions=fields.texts("questions", required=True),
    )
    fields.close()
    return style


def _limits(fields: Fields) -> Limits:
    limits = Limits(
        breath=fields.integer("breath", 1, 100),
        longest_sentence=fields.integer("longest_sentence", 1, 100),
        hardest_grade=fields.integer("hardest_grade", 1, 20),
        longest_prompt=fields.integer("longest_prompt", 1, 240),
        usual_prompt=fields.integer("usual_prompt", 1, 240),
        most_options=fields.integer("most_options", 2, 10),
        most_alike=fields.integer("most_alike", 1, 10),
    )
    fields.close()
    return limits


def _reading(fields: Fields) -> Reading:
    reading = Reading(
        vowels=fields.text("vowels"),
        silent_ends=fields.texts("silent_ends"),
        sounded_ends=fields.texts("sounded_ends"),
        names=fields.texts("names"),
        fewest_words=fields.integer("fewest_words", 1, 100),
    )
    fields.close()
    return reading


def _banned(fields: Fields) -> Iterator[Banned]:
    """A group of phrases has one reason; each has its own mend, as a text or with where it is allowed."""
    for group in fields.items("banned", required=True):
        why, phrases = group.text("why"), group.mapping("phrases", required=True)
        for phrase, value in phrases.values.items():
            if isinstance(value, Mapping):
                inner = phrases.mapping(phrase)
                where = (inner.texts("after"), inner.texts("before"), inner.texts("but_in"))
                yield Banned(phrase, why, inner.text("mend"), *where)
                inner.close()
            else:
                yield Banned(phrase, why, phrases.text(phrase))
        group.close()
