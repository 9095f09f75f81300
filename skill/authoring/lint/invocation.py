"""Rules about the invocation name, as Amazon's reviewers apply them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import ModelView
from skill.simulator.language import Language

_ALLOWED = re.compile(r"[a-zà-öø-ÿ]([a-zà-öø-ÿ' ]|(?<=\b[a-z])\.)*")
_PLACE = "invocation name"
LONGEST, SHORTEST = 50, 2  # characters
FEWEST_WORDS = 2


def invocation_name(model: ModelView, language: Language) -> Iterator[Fault]:
    """Lower-case words, two at least, none of which Alexa uses itself."""
    name = model.invocation_name
    words = name.split()
    if not SHORTEST <= len(name) <= LONGEST:
        yield Fault(_PLACE, f"has {len(name)} characters", f"use {SHORTEST} to {LONGEST}")
    if name and not _ALLOWED.fullmatch(name):
        yield Fault(
            _PLACE, f'"{name}" holds more than small letters, spaces, apostrophes', "spell numbers, drop the rest"
        )
    if len(words) < FEWEST_WORDS:
        yield Fault(_PLACE, f'"{name}" is a single word', "use two or more, unless it is your own brand")
    if len(words) == FEWEST_WORDS and (small := [word for word in words if word in _small(language)]):
        yield Fault(_PLACE, f'of two words, "{small[0]}" is an article or preposition', "use another word")
    for word in dict.fromkeys(words):
        if word in language.wake_words:
            yield Fault(_PLACE, f'"{word}" wakes the device', "use another word")
        elif word in _launching(language):
            yield Fault(_PLACE, f'"{word}" launches skills', "use another word")
        elif len(words) > FEWEST_WORDS and word in language.connectors:
            yield Fault(_PLACE, f'"{word}" connects a request to the name', "use another word")


def _small(language: Language) -> frozenset[str]:
    return language.articles.union(language.connectors, language.trailing_connectors)


def _launching(language: Language) -> frozenset[str]:
    return frozenset(word for verb in language.invocation_verbs for word in verb.split())
