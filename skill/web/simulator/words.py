"""The words of the page, from `locales/<locale>/page.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Problem
from skill.locales.documents import document

NAME = "page.yaml"


def load_page_words(locales: Path, locale: str, otherwise: str) -> dict[str, Any]:
    """The words for a locale; one that is not there gets those of `otherwise`. Raises DocumentError."""
    code = locale if (locales / locale).is_dir() else otherwise
    problems: list[Problem] = []
    words = document(locales / code, NAME, problems)
    if problems:
        raise DocumentError(problems)
    return {"locale": code, **words}
