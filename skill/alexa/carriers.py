"""What an intent's carrier phrase means and its slot loses: of "no swelling" a skill hears "swelling" alone.

`heard/telling.yaml` and `heard/restored.yaml` say which words to put around a slot's value before it is understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from string import Formatter

from skill.alexa.slots import Reading
from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Fields, Problem
from skill.locales.documents import HEARD, documents

RESTORED, TELLING = "restored.yaml", "telling.yaml"
PHRASE_SLOT = "description"  # of every intent of telling.yaml


class Carriers:
    """Puts lost words back. `phrases` is intent -> the phrase, with the slot it is about in braces."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = {(intent, _slot_in(phrase)): phrase for intent, phrase in phrases.items()}

    def restored(self, intent: str, reading: Reading) -> Reading:
        """The value within its phrase, or as it is where nothing was lost. The names it resolved to are whole."""
        phrase = self._phrases.get((intent, reading.slot))
        return replace(reading, words=phrase.format(**{reading.slot: reading.words})) if phrase else reading


def load_carriers(locale_directory: Path) -> Carriers:
    """The carrier phrases of one locale.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    root = f"{locale_directory.name}/{HEARD}"
    heard = documents(locale_directory, HEARD, problems, only=(RESTORED, TELLING))

    def fields(name: str) -> Fields:
        return Fields.of(heard.get(name), f"{root}/{name}", problems)

    restored, telling = fields(RESTORED), fields(TELLING)
    phrases = {intent: restored.text(intent) for intent in restored.values}
    for intent in telling.values:
        means = telling.mapping(intent).optional_text("means")
        if means:
            phrases[intent] = f"{means} {{{PHRASE_SLOT}}}"
    if problems:
        raise DocumentError(problems)
    return Carriers(phrases)


def _slot_in(phrase: str) -> str | None:
    return next((name for _, name, _, _ in Formatter().parse(phrase) if name), None)
