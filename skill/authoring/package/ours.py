"""What the package has of ours: the way of one turn, and its knowledge and words compiled from YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.alexa.carriers import RESTORED, TELLING
from skill.conditions.documents import COMPILED as DOCUMENTS
from skill.conditions.documents import DocumentError, compiled_text, read_documents
from skill.conditions.version import VERSION, knowledge_version
from skill.conditions.yaml_reader import Problem
from skill.locales.documents import HEARD, SAID, documents, hearing
from skill.locales.locale import FILE, locale_directories
from skill.understanding.reader import COMPILED as LEXICON
from skill.understanding.reader import compile_lexicon

# Left out: what serves, simulates, evaluates, and helps authors; a turn passes through none of it.
PARTS = ("__init__.py", "app.py", "config.py", "alexa", "conditions", "dialog", "locales", "speech", "understanding")
_SUFFIXES = {".py", ".json"}
_KNOWLEDGE, _LOCALES = "conditions/knowledge", "locales"

File = tuple[str, bytes]


def files_of_ours(root: Path) -> Iterator[File]:
    """The files of a checkout, by their names in the package.

    Raises DocumentError with every mistake in knowledge or words that keeps them from being compiled.
    """
    skill = root / "skill"
    for part in PARTS:
        path = skill / part
        for each in [path] if path.is_file() else sorted(path.rglob("*")):
            if each.suffix in _SUFFIXES:
                yield each.relative_to(root).as_posix(), each.read_bytes()
    yield from ((f"skill/{name}", text.encode()) for name, text in _compiled(skill))
    yield "lambda_function.py", (root / "lambda" / "lambda_function.py").read_bytes()
    yield "licenses/knee-pain-guide/LICENSE", (root / "LICENSE").read_bytes()


def _compiled(skill: Path) -> Iterator[tuple[str, str]]:
    problems: list[Problem] = []
    yield f"{_KNOWLEDGE}/{DOCUMENTS}", compiled_text(read_documents(skill / _KNOWLEDGE, problems))
    yield f"{_KNOWLEDGE}/{VERSION}", knowledge_version(skill / _KNOWLEDGE)
    for directory in locale_directories(skill / _LOCALES):
        own = {FILE: read_documents(directory, problems, only=(FILE,))[FILE]}
        yield f"{_LOCALES}/{directory.name}/{DOCUMENTS}", compiled_text(own)
        said = documents(directory, SAID, problems)
        yield f"{_LOCALES}/{directory.name}/{SAID}/{DOCUMENTS}", compiled_text(said)
        if hearing(directory) == directory:
            heard = _heard(directory, problems)
            yield f"{_LOCALES}/{directory.name}/{HEARD}/{DOCUMENTS}", compiled_text(heard)
    if problems:
        raise DocumentError(problems)


def _heard(directory: Path, problems: list[Problem]) -> dict[str, Any]:
    """What a locale hears, which one that adds nothing to it finds there as well."""
    heard = documents(directory, HEARD, problems)
    compiled = {name: heard[name] for name in (RESTORED, TELLING)}
    return {**compiled, LEXICON: compile_lexicon(heard, problems, f"{directory.name}/{HEARD}")}
