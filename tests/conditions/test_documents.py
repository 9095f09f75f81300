"""Documents are the same from YAML and from what a package made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from skill.conditions.documents import COMPILED, compiled_text, read_documents
from skill.conditions.yaml_reader import Problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    (tmp_path / "words.yaml").write_text('said: ["a tab\\tand a line\\nbreak", "caf\u00e9 \u2028"]\n', encoding="utf-8")
    (tmp_path / "inner" / "more.yaml").write_text("number: 1.5\nnothing: null\n", encoding="utf-8")
    return tmp_path


def read(folder: Path, **options: Any) -> tuple[dict[str, Any], list[str]]:
    problems: list[Problem] = []
    return read_documents(folder, problems, "heard", **options), [str(problem) for problem in problems]


def compiled(folder: Path, to: Path) -> Path:
    to.mkdir()
    (to / COMPILED).write_text(compiled_text(read(folder)[0]), encoding="utf-8")
    return to


def test_compiled_documents_are_those_they_were_compiled_from(folder: Path, tmp_path: Path) -> None:
    assert read(compiled(folder, tmp_path / "package")) == read(folder)


def test_the_order_of_documents_makes_no_difference_to_the_compiled_text(folder: Path) -> None:
    documents, _ = read(folder)
    assert compiled_text(dict(reversed(documents.items()))) == compiled_text(documents)


def test_some_documents_can_be_read_alone(folder: Path, tmp_path: Path) -> None:
    for place in (folder, compiled(folder, tmp_path / "package")):
        assert set(read(place, only=["inner/more.yaml"])[0]) == {"inner/more.yaml"}


def test_a_document_that_is_asked_for_and_missing_is_a_mistake_with_its_place(folder: Path) -> None:
    _, problems = read(folder, only=["telling.yaml"])
    assert problems == ["heard/telling.yaml:0: cannot be read (No such file or directory); check that the file exists"]
