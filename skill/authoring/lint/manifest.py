"""Rules about skill.json: what Amazon asks of the texts in the store, and of the example phrases first of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from skill.authoring.lint.coverage import Coverage
from skill.authoring.lint.fault import Fault
from skill.simulator.language import Language
from skill.simulator.text import words_of

# Characters, as developers report them; Amazon's own page names them at submission only.
_LONGEST = {"name": 50, "summary": 160, "description": 4000}
_MOST_KEYWORDS, _EXAMPLES = 30, 3
_ENDING = (".", "?", "!")
_EXAMPLE = re.compile(r"[\w\s,.'\u2019?!-]+")


def texts(manifest: Mapping[str, Any], locale: str) -> Iterator[Fault]:
    """Name, summary and description are there and short enough."""
    published = _published(manifest, locale)
    for key, longest in _LONGEST.items():
        text = published.get(key) or ""
        if not text.strip():
            yield Fault(_place(locale, key), "is missing", "write it")
        elif len(text) > longest:
            yield Fault(_place(locale, key), f"has {len(text)} characters, over {longest}", "shorten it")
    if len(published.get("keywords") or ()) > _MOST_KEYWORDS:
        yield Fault(_place(locale, "keywords"), f"are more than {_MOST_KEYWORDS}", "drop the least useful")


def examples(manifest: Mapping[str, Any], locale: str, language: Language) -> Iterator[Fault]:
    """One to three example phrases, in a form that Amazon accepts; the first one opens the skill."""
    phrases = _examples(manifest, locale)
    place = _place(locale, "examplePhrases")
    if not 1 <= len(phrases) <= _EXAMPLES:
        yield Fault(place, f"are {len(phrases)}", f"give one to {_EXAMPLES}")
    for phrase in phrases:
        here = f'{place}, "{phrase}"'
        if not _EXAMPLE.fullmatch(phrase):
            yield Fault(here, "holds a character that is not spoken", "use letters and plain punctuation")
        if not phrase.rstrip().endswith(_ENDING):
            yield Fault(here, "does not end a sentence", "end it with a period or a question mark")
        if words_of(phrase)[:1] == () or words_of(phrase)[0] not in language.wake_words:
            yield Fault(here, "does not begin with the wake word", "begin it so")


def example_coverage(manifest: Mapping[str, Any], locale: str, coverage: Coverage) -> Iterator[Fault]:
    """Each example phrase names the skill and asks something that a sample covers."""
    for phrase in _examples(manifest, locale):
        if not coverage.invokes(phrase):
            what = "does not open the skill with a request that a sample covers"
            yield Fault(f'{_place(locale, "examplePhrases")}, "{phrase}"', what, "use the invocation name and a sample")


def _published(manifest: Mapping[str, Any], locale: str) -> Mapping[str, Any]:
    information = (manifest.get("manifest") or {}).get("publishingInformation") or {}
    published: Mapping[str, Any] = (information.get("locales") or {}).get(locale) or {}
    return published


def _examples(manifest: Mapping[str, Any], locale: str) -> list[str]:
    return list(_published(manifest, locale).get("examplePhrases") or [])


def _place(locale: str, key: str) -> str:
    return f"skill.json, {locale}, {key}"
