"""The wording of a locale's questions, as far as the dialog model repeats it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from skill.conditions.yaml_reader import Fields, Problem
from skill.locales.documents import SAID, documents

# A question is asked in these ways; what comes after silence, or explains it, is no elicitation.
_WAYS = ("ask", "again")
_QUESTIONS = "questions.yaml"


def read_questions(locale_directory: Path, problems: list[Problem]) -> Mapping[str, tuple[str, ...]]:
    """Question id -> its wordings. Only what is asked is read here: `check` reads the rest of the file."""
    found = documents(locale_directory, SAID, problems, only=(_QUESTIONS,))
    document = Fields.of(found[_QUESTIONS], f"{locale_directory.name}/{SAID}/{_QUESTIONS}", problems)
    return {name: _wordings(document.mapping(name)) for name in document.values}


def _wordings(fields: Fields) -> tuple[str, ...]:
    return tuple(fields.text(way) for way in _WAYS)
