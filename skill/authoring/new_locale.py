"""What a new locale begins with: what it falls back to, and terms to be written; or, of a pseudo-locale, all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from skill.authoring.locale_check import PAGE
from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Problem, read_yaml
from skill.locales.documents import SAID
from skill.locales.locale import FILE, Locale, fallbacks
from skill.locales.merging import over

_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ")
# Placeholders and terms are names, which stay as they are.
_NAME = re.compile(r"(\{\w*\}|\[\w+\])")
# Under these keys stand ids.
_IDS = ("offered", "from_condition")


def begun(code: str, source: Path) -> Iterator[tuple[str, str]]:
    """The files of a locale that falls back to the one in the folder `source`, by path within its own folder.

    Its terms have no words yet, and `knee-guide check` asks for each: a country's numbers are not to be guessed.
    """
    locale = _fallbacks(source)[-1]
    lines = [
        f"# {code}: write here where the numbers and names of the health service are from.",
        "",
        f"falls_back_to: {locale.code}",
        "# Whether Alexa hears several values of one slot there.",
        f"multiple_values: {'true' if locale.multiple_values else 'false'}",
        "",
        "terms:",
        *(f"  {name}:  # {words} in {locale.code}" for name, words in locale.terms.items()),
    ]
    yield FILE, "\n".join(lines) + "\n"


def pseudo(source: Path) -> Iterator[tuple[str, str]]:
    """The files of a pseudo-locale: whatever is said has accents, so that what has none comes from somewhere else."""
    locales = _fallbacks(source)
    terms = {name: accented(words) for name, words in locales[-1].terms.items()}
    own = {"falls_back_to": locales[-1].code, "multiple_values": locales[-1].multiple_values, "terms": terms}
    yield FILE, _yaml(own)
    for name in sorted({name for each in locales for name in _names(each.directory)}):
        yield name, _yaml(accented(_merged(locales, name)))


def accented(value: Any) -> Any:
    """The value with accents on the words of its texts."""
    if isinstance(value, Mapping):
        return {key: inner if key in _IDS else accented(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [accented(inner) for inner in value]
    if isinstance(value, str):
        parts = _NAME.split(value)
        return "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))
    return value


def _fallbacks(source: Path) -> tuple[Locale, ...]:
    problems: list[Problem] = []
    locales = fallbacks(source, problems)
    if problems:
        raise DocumentError(problems)
    return locales


def _names(directory: Path) -> list[str]:
    said = (path.relative_to(directory).as_posix() for path in (directory / SAID).rglob("*.yaml"))
    return [*said, *(name for name in (PAGE,) if (directory / name).is_file())]


def _merged(locales: tuple[Locale, ...], name: str) -> Any:
    """The document as the last of the locales has it, with the names of terms."""
    problems: list[Problem] = []
    found: Any = None
    for path in (each.directory / name for each in locales):
        if path.is_file():
            own = read_yaml(path, name, problems)
            found = own if found is None else over(found, own, adding=False)
    if problems:
        raise DocumentError(problems)
    return found


def _yaml(value: Any) -> str:
    return yaml.safe_dump(_plain(value), allow_unicode=True, sort_keys=False, width=1000)


def _plain(value: Any) -> Any:
    """Plain dicts and lists, which YAML's safe writer knows."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
