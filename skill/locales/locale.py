"""What a locale is: `locales/<code>/locale.yaml`, and the locales that it falls back to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.conditions.documents import COMPILED, read_documents
from skill.conditions.yaml_reader import Fields, Problem

FILE = "locale.yaml"


@dataclass(frozen=True, slots=True)
class Locale:
    """One locale. `multiple_values`: whether Alexa hears several values of one slot there.

    `spelling` is how it writes words of those that it falls back to, for itself and for those that fall back to it.
    `terms` are its health service's words and numbers by the names that they have in the words of all. Nobody inherits
    them: a number to call in an emergency must not come from another country for being forgotten.
    """

    directory: Path
    falls_back_to: str | None
    multiple_values: bool
    spelling: Mapping[str, str]
    terms: Mapping[str, str]
    terms_lines: Mapping[str, int]

    @property
    def code(self) -> str:
        return self.directory.name


def locale_directories(locales: Path) -> list[Path]:
    """The folders of all locales, in order."""
    return sorted(path for path in locales.iterdir() if path.is_dir() and not path.name.startswith("_"))


def read_locale(directory: Path, problems: list[Problem]) -> Locale:
    """The locale in the folder; one of its own where the folder does not say."""
    shown = f"{directory.name}/{FILE}"
    written = any((directory / name).is_file() for name in (FILE, COMPILED))
    documents = read_documents(directory, problems, directory.name, only=(FILE,)) if written else {}
    fields = Fields.of(documents.get(FILE), shown, problems)
    spelling, terms = fields.mapping("spelling"), fields.mapping("terms")
    locale = Locale(
        directory=directory,
        falls_back_to=fields.optional_text("falls_back_to"),
        multiple_values=fields.flag("multiple_values", True),
        spelling={word: spelling.text(word) for word in spelling.values},
        terms={name: terms.text(name) for name in terms.values},
        terms_lines={name: terms.line(name) for name in terms.values},
    )
    fields.close()
    return locale


def fallbacks(directory: Path, problems: list[Problem]) -> tuple[Locale, ...]:
    """The locale in the folder and those that it falls back to, from the last of these to itself."""
    found = [read_locale(directory, problems)]
    while code := found[0].falls_back_to:
        if any(code == each.code for each in found):
            problems.append(_wrong(found[0], code, "which falls back to it"))
            break
        if not (directory.parent / code).is_dir():
            problems.append(_wrong(found[0], code, "which is no locale here"))
            break
        found.insert(0, read_locale(directory.parent / code, problems))
    return tuple(found)


def _wrong(locale: Locale, code: str, why: str) -> Problem:
    return Problem(f"{locale.code}/{FILE}", 0, f"falls back to '{code}', {why}", "name another locale, or none")
