"""The words of the page, from `locales/<locale>/page.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Problem, read_yaml

NAME = "page.yaml"


def load_page_words(locales: Path, locale: str, otherwise: str) -> dict[str, Any]:
    """The words for a locale; one that has none gets those of `otherwise`. Raises DocumentError."""
    code = next((code for code in (locale, otherwise) if (locales / code / NAME).is_file()), otherwise)
    problems: list[Problem] = []
    words = read_yaml(locales / code / NAME, f"{code}/{NAME}", problems)
    if problems:
        raise DocumentError(problems)
    return {"locale": code, **words}
