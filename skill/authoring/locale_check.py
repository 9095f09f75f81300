"""Whether a locale says what it is, and has a word for every term that its words use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from skill.authoring.manifest import STORE
from skill.conditions.documents import read_documents
from skill.conditions.yaml_reader import Problem, read_yaml
from skill.locales.documents import SAID, STYLE, document
from skill.locales.locale import FILE, fallbacks
from skill.locales.wording import terms_in

PAGE = "page.yaml"
_BESIDE = (PAGE, STYLE, STORE)


def locale_problems(directory: Path) -> Iterator[Problem]:
    """What is wrong with the locale itself; the words in its folders are for others to look at."""
    problems: list[Problem] = []
    locales = fallbacks(directory, problems)
    if not (directory / FILE).is_file():
        what = "is missing, so the locale has no terms and nothing to fall back to"
        problems.append(Problem(f"{directory.name}/{FILE}", 0, what, "add the file"))
    for name in _BESIDE:
        document(directory, name, problems)
    used = {name for each in locales for name in _used(each.directory)}
    for name, line in locales[-1].terms_lines.items():
        if name not in used:
            what = f"no words use the term [{name}]"
            problems.append(Problem(f"{directory.name}/{FILE}", line, what, "use it or remove it"))
    yield from problems


def _used(directory: Path) -> set[str]:
    """The terms in the locale's own documents, whether or not another's stand in their place."""
    beside = [read_yaml(directory / name, name, []) for name in _BESIDE if (directory / name).is_file()]
    return set().union(*map(terms_in, (*read_documents(directory / SAID, []).values(), *beside)))
