"""A folder of YAML files as documents by path: what knowledge and words are built from, and what a package compiles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from skill.conditions.yaml_reader import Problem, read_yaml


class DocumentError(Exception):
    """Files of words or knowledge have mistakes; `problems` lists every one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def read_documents(directory: Path, problems: list[Problem], root: str | None = None) -> dict[str, Any]:
    """Every YAML document under `directory`, by its path relative to it; problems name files from `root` on."""
    documents = {}
    for path in sorted(directory.rglob("*.yaml")):
        name = path.relative_to(directory).as_posix()
        documents[name] = read_yaml(path, f"{root or directory.name}/{name}", problems)
    return documents
