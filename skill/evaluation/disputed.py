"""A list of labelled texts whose label is disputed, each with the reason."""

from __future__ import annotations

from pathlib import Path

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Fields, Problem, read_yaml


def disputed_texts(path: Path) -> frozenset[str]:
    """The texts of a YAML list of `text`, `label`, `reason`.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    document = read_yaml(path, str(path), problems)
    entries = list(Fields({"disputed": document}, str(path), problems).items("disputed")) if document else []
    texts = frozenset(entry.text("text") for entry in entries if entry.text("label") and entry.text("reason"))
    if problems:
        raise DocumentError(problems)
    return texts
