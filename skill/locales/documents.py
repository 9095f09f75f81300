"""The documents of a locale: its own over those that it falls back to, with its own terms put in.

This is the one place where locales are laid over each other. What people say adds to what is heard; what we say stands
in the place of what is said. A package has the documents of a locale as they come out here.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from skill.conditions.documents import COMPILED, read_documents
from skill.conditions.yaml_reader import Problem, read_yaml
from skill.locales.locale import fallbacks
from skill.locales.merging import inherited, over
from skill.locales.wording import respelled, with_terms

SAID, HEARD = "said", "heard"
STYLE = "style.yaml"

# Of these, a locale's lists add to those it falls back to.
_ADDING = {HEARD, STYLE}


def documents(
    directory: Path, folder: str, problems: list[Problem], only: Collection[str] | None = None
) -> dict[str, Any]:
    """Every document of a locale's folder, SAID or HEARD, or those of the names in `only`, by path within it."""
    root = f"{directory.name}/{folder}"
    if (directory / folder / COMPILED).is_file():
        return read_documents(directory / folder, problems, root, only)
    locales = fallbacks(directory, problems)
    found: dict[str, Any] = {}
    for locale, before in zip(locales, (None, *locales), strict=False):
        place, shown = locale.directory / folder, f"{locale.code}/{folder}"
        names = only if only is None or before is None else [name for name in only if (place / name).is_file()]
        if before is not None:
            found = {name: inherited(each, f"{before.code}/{folder}/{name}") for name, each in found.items()}
        for name, own in read_documents(place, problems, shown, names).items():
            found[name] = over(found[name], own, adding=folder in _ADDING) if found.get(name) else own
        if folder != HEARD:
            found = {name: respelled(each, locale.spelling) for name, each in found.items()}
    if folder == HEARD:  # what people say has brackets of its own
        return found
    terms = locales[-1].terms
    return {name: with_terms(each, terms, f"{root}/{name}", problems) for name, each in found.items()}


def document(directory: Path, name: str, problems: list[Problem]) -> Any:
    """One document that stands beside the folders, such as STYLE."""
    locales = fallbacks(directory, problems)
    found, before = None, ""
    nowhere = not any((each.directory / name).is_file() for each in locales)
    for locale in locales:
        if (locale.directory / name).is_file() or (nowhere and locale is locales[-1]):
            shown = f"{locale.code}/{name}"
            own = read_yaml(locale.directory / name, shown, problems)
            found = over(inherited(found, before), own, adding=name in _ADDING) if before else own
            before = shown
        found = respelled(found, locale.spelling)
    return with_terms(found, locales[-1].terms, f"{directory.name}/{name}", problems)


def hearing(directory: Path) -> Path:
    """The folder of the locale that hears for this one: itself, or the nearest it falls back to with words heard."""
    locales = fallbacks(directory, [])
    return next((each.directory for each in reversed(locales) if (each.directory / HEARD).is_dir()), directory)
