"""A folder of documents by path, of which knowledge and words are built: YAML, or what a package made of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from skill.conditions.yaml_reader import Problem, read_yaml

# A package has a folder's documents in one file, a line for each: its name, a tab, and the document as JSON.
COMPILED = "compiled.txt"


class DocumentError(Exception):
    """Files of words or knowledge have mistakes; `problems` lists every one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def read_documents(
    directory: Path, problems: list[Problem], root: str | None = None, only: Collection[str] | None = None
) -> dict[str, Any]:
    """Every document under `directory`, or those of the names in `only`, by its path relative to it.

    Problems name files from `root` on. In a package the documents are compiled, since YAML takes many times as long.
    """
    compiled = directory / COMPILED
    if compiled.exists():
        lines = (line.partition("\t") for line in compiled.read_text(encoding="utf-8").splitlines())
        return {name: json.loads(document) for name, _, document in lines if only is None or name in only}
    found = (path.relative_to(directory).as_posix() for path in sorted(directory.rglob("*.yaml")))
    names = found if only is None else only
    return {name: read_yaml(directory / name, f"{root or directory.name}/{name}", problems) for name in names}


def compiled_text(documents: Mapping[str, Any]) -> str:
    """The documents as a package has them."""
    return "".join(f"{name}\t{json.dumps(documents[name], separators=(',', ':'))}\n" for name in sorted(documents))
