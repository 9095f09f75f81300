"""The locales' parts of skill.json: the texts of the store, from `store.yaml` in each locale's folder."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Fields, Problem
from skill.locales.documents import document

STORE = "store.yaml"
_TEXTS, _LISTS = ("name", "summary", "description"), ("examplePhrases", "keywords")
# The same in every locale; drawn by `make icons`.
_ICONS = {
    "smallIconUri": "file://assets/images/small.png",
    "largeIconUri": "file://assets/images/large.png",
}
_ADDRESSES = ("privacyPolicyUrl", "termsOfUseUrl")

Json = dict[str, Any]


def with_locales(manifest: Mapping[str, Any], directories: Iterable[Path]) -> Json:
    """The manifest with the texts of these locales and no others, for their countries.

    Raises DocumentError with every mistake in the texts.
    """
    problems: list[Problem] = []
    stores = {each.name: _store(each, problems) for each in directories}
    if problems:
        raise DocumentError(problems)
    result: Json = copy.deepcopy(dict(manifest))
    published = result["manifest"]["publishingInformation"]
    published["locales"] = {code: {**_some(store, (*_TEXTS, *_LISTS)), **_ICONS} for code, store in stores.items()}
    published["distributionCountries"] = sorted(code.partition("-")[2] for code in stores)
    compliance = result["manifest"]["privacyAndCompliance"]
    compliance["locales"] = {code: _some(store, _ADDRESSES) for code, store in stores.items()}
    return result


def _store(directory: Path, problems: list[Problem]) -> Json:
    shown = f"{directory.name}/{STORE}"
    fields = Fields.of(document(directory, STORE, problems), shown, problems)
    store: Json = {name: fields.text(name) for name in (*_TEXTS, *_ADDRESSES)}
    store |= {name: list(fields.texts(name, required=True)) for name in _LISTS}
    fields.close()
    return store


def _some(store: Json, names: Iterable[str]) -> Json:
    return {name: store[name] for name in names}
