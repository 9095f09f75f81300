"""Reads intents.yaml, slots.yaml and restored.yaml of a locale, with every mistake reported by file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from skill.authoring.heard import HeardIntent, HeardModel, HeardType, HeardValue
from skill.authoring.samples import SampleError, expand
from skill.conditions.yaml_reader import Fields, LocatedList, Problem, read_yaml

INTENTS, SLOTS, RESTORED = "intents.yaml", "slots.yaml", "restored.yaml"
_SENSITIVITIES = ("LOW", "MEDIUM", "HIGH")


def read_heard(locale_directory: Path, problems: list[Problem]) -> HeardModel:
    """What the locale's people say, mistakes appended to `problems`."""

    def fields(name: str) -> Fields:
        shown = f"{locale_directory.name}/heard/{name}"
        return Fields.of(read_yaml(locale_directory / "heard" / name, shown, problems), shown, problems)

    heard, types, restored = fields(INTENTS), fields(SLOTS), fields(RESTORED)
    intents = heard.mapping("intents", required=True)
    model = HeardModel(
        invocation_name=heard.text("invocation_name"),
        fallback_sensitivity=heard.choice("fallback_sensitivity", _SENSITIVITIES),
        intents={name: _intent(name, intents) for name in intents.values},
        types={name: _type(name, types) for name in types.values},
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


def _type(name: str, types: Fields) -> HeardType:
    fields = types.mapping(name)
    values = fields.mapping("values", required=True)
    result = HeardType(
        name=name,
        stands_for=fields.text("stands_for"),
        values=tuple(HeardValue(id_, _texts(values, id_), values.line(id_)) for id_ in values.values),
        several=fields.flag("several"),
        also=frozenset(fields.texts("also")),
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
