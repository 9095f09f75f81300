"""Reads what a locale's interaction model is made of, with every mistake reported by file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from skill.alexa.carriers import PHRASE_SLOT, RESTORED, TELLING
from skill.authoring.heard import HeardIntent, HeardModel, HeardType, HeardValue
from skill.authoring.samples import SampleError, expand
from skill.conditions.yaml_reader import Fields, LocatedList, Problem
from skill.locales.documents import HEARD, documents
from skill.locales.locale import read_locale

INTENTS, SLOTS = "intents.yaml", "slots.yaml"
_PHRASE = "AMAZON.SearchQuery"
_SENSITIVITIES = ("LOW", "MEDIUM", "HIGH")


def read_heard(locale_directory: Path, problems: list[Problem]) -> HeardModel:
    """What the locale's people say, mistakes appended to `problems`."""

    def fields(name: str) -> Fields:
        found = documents(locale_directory, HEARD, problems, only=(name,))
        return Fields.of(found[name], f"{locale_directory.name}/{HEARD}/{name}", problems)

    heard, telling, types, restored = fields(INTENTS), fields(TELLING), fields(SLOTS), fields(RESTORED)
    intents = heard.mapping("intents", required=True)
    multiple = read_locale(locale_directory, []).multiple_values
    model = HeardModel(
        invocation_name=heard.text("invocation_name"),
        fallback_sensitivity=heard.choice("fallback_sensitivity", _SENSITIVITIES),
        intents={name: _intent(name, intents) for name in intents.values}
        | {name: _telling(name, telling) for name in telling.values},
        types={name: _type(name, types, fields, multiple) for name in types.values},
        restored={name: restored.text(name) for name in restored.values},
        restored_lines={name: restored.line(name) for name in restored.values},
    )
    heard.close()
    return model


def _intent(name: str, intents: Fields) -> HeardIntent:
    fields = intents.mapping(name)
    slots = fields.mapping("slots")
    intent = HeardIntent(
        name=name,
        samples=_texts(fields, "samples"),
        slots={slot: slots.text(slot) for slot in slots.values},
        answers=fields.optional_text("answers"),
        elicited=_texts(fields, "elicited"),
        line=intents.line(name),
    )
    fields.close()
    return intent


def _telling(name: str, telling: Fields) -> HeardIntent:
    """An intent that takes free words behind a carrier phrase; what the phrase means is for skill.alexa.carriers."""
    fields = telling.mapping(name)
    fields.optional_text("means")
    samples = tuple(f"{carrier} {{{PHRASE_SLOT}}}" for carrier in _texts(fields, "said"))
    fields.close()
    return HeardIntent(name, samples, {PHRASE_SLOT: _PHRASE}, line=telling.line(name))


def _type(name: str, types: Fields, read: Callable[[str], Fields], multiple: bool) -> HeardType:
    """A slot type; its values are its own, or those of the file that it names, which the lexicon reads as well.

    Several of them are heard at once only where Alexa hears `multiple` values.
    """
    fields = types.mapping(name)
    source = fields.optional_text("from")
    values = read(source) if source else fields.mapping("values", required=True)
    result = HeardType(
        name=name,
        stands_for=fields.text("stands_for"),
        values=tuple(HeardValue(id_, _texts(values, id_), values.line(id_)) for id_ in values.values),
        several=fields.flag("several") and multiple,
        also=frozenset(fields.texts("also")),
        source=source,
        line=types.line(name),
    )
    fields.close()
    return result


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Every text that the list under `key` stands for; what cannot be read is reported with its own line."""
    result: dict[str, None] = {}
    written: Any = fields.take(key)
    for text, line in _with_lines(fields, key, fields.texts(key), written):
        try:
            result.update(dict.fromkeys(expand(text)))
        except SampleError as error:
            mend = "see the notation at the top of the file"
            fields.problems.append(Problem(fields.path, line, f"{error}", mend))
    return tuple(result)


def _with_lines(fields: Fields, key: str, texts: tuple[str, ...], written: Any) -> list[tuple[str, int]]:
    lines = written.lines if isinstance(written, LocatedList) else [fields.line(key)] * len(texts)
    return list(zip(texts, lines, strict=False))
