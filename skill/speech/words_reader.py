"""Reads the words of `locales/<locale>/said/`, with every mistake reported by file and line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Fields, Problem
from skill.locales.documents import documents
from skill.speech import entry_readers
from skill.speech.card_names import CARD_TEXTS
from skill.speech.coaching_prompt_names import COACHING_ASKS, COACHING_PROMPTS
from skill.speech.prompt_names import ASKS, PROMPTS
from skill.speech.screen_names import CHOICES, TEXTS
from skill.speech.words import AskWords, ScreenWords, Words

_TEMPLATES = ("prompts.yaml", "asks.yaml", "coaching/prompts.yaml", "coaching/asks.yaml", "screens.yaml", "cards.yaml")

_Entry = TypeVar("_Entry")


def load_words(directory: Path) -> Words:
    """The words in the `said/` folder of a locale, and in those that it falls back to.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    root = f"{directory.parent.name}/{directory.name}"
    words = build_words(documents(directory.parent, directory.name, problems), problems, root)
    if problems:
        raise DocumentError(problems)
    return words


def build_words(documents: Mapping[str, Any], problems: list[Problem], root: str) -> Words:
    """The words in the documents of a `said/` folder, by file name; mistakes are appended to `problems`."""

    def fields(name: str) -> Fields:
        if name not in documents:
            problems.append(Problem(f"{root}/{name}", 0, "is missing", "add the file"))
        return Fields.of(documents.get(name), f"{root}/{name}", problems)

    def folder(name: str, read: Callable[[Fields], _Entry]) -> dict[str, _Entry]:
        files = (file for file in sorted(documents) if file.startswith(f"{name}/"))
        return {Path(file).stem: entry_readers.closed(fields(file), read) for file in files}

    asks, coaching_asks = fields("asks.yaml"), fields("coaching/asks.yaml")
    conditions = folder("conditions", entry_readers.condition)
    words = Words(
        prompts=_prompts(fields("prompts.yaml"), PROMPTS) | _prompts(fields("coaching/prompts.yaml"), COACHING_PROMPTS),
        before_first_flags=entry_readers.closed(
            asks.mapping("flags_first", required=True), lambda each: each.text("before")
        ),
        asks={name: _asks(asks, name, allowed) for name, allowed in ASKS.items()}
        | {name: _asks(coaching_asks, name, allowed) for name, allowed in COACHING_ASKS.items()},
        findings=entry_readers.entries(fields("findings.yaml"), entry_readers.finding),
        questions=entry_readers.entries(fields("questions.yaml"), entry_readers.question),
        red_flags=entry_readers.entries(fields("red_flags.yaml"), entry_readers.flag),
        care=entry_readers.texts(fields("care.yaml")),
        sources=entry_readers.texts(fields("sources.yaml")),
        conditions=conditions,
        topics=entry_readers.entries(fields("topics.yaml"), lambda each: entry_readers.topic(each, conditions)),
        terms=entry_readers.texts(fields("terms.yaml")),
        exercises=folder("exercises", entry_readers.exercise),
        coaching=entry_readers.closed(fields("coaching.yaml"), entry_readers.coaching),
        screens=entry_readers.closed(fields("screens.yaml"), _screens),
        cards=_filled(fields("cards.yaml"), CARD_TEXTS),
    )
    asks.close()
    coaching_asks.close()
    for name, document in documents.items():
        _check_plain(document, "<>" if name in _TEMPLATES else "<>{}", f"{root}/{name}", problems)
    return words


def _check_plain(value: Any, banned: str, path: str, problems: list[Problem]) -> None:
    """No markup in words, which would be read out or refused, and no placeholder where nothing fills it in."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, str) and (found := sorted(set(banned).intersection(inner))):
                what = f"'{key}' has '{found[0]}' in its text"
                problems.append(Problem(path, getattr(value, "lines", {}).get(key, 0), what, "write plain words"))
            _check_plain(inner, banned, path, problems)
    elif isinstance(value, list):
        for inner in value:
            _check_plain(inner, banned, path, problems)


def _prompts(fields: Fields, names: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    result = {}
    for name, allowed in names.items():
        result[name] = fields.texts(name, required=True)
        for text in result[name]:
            _check_placeholders(fields, name, text, allowed)
    fields.close()
    return result


def _screens(fields: Fields) -> ScreenWords:
    choices = fields.mapping("choices", required=True)
    words = ScreenWords(
        choices={name: choices.text(name) for name in CHOICES},
        examples=entry_readers.texts(fields.mapping("examples", required=True)),
        durations=entry_readers.texts(fields.mapping("durations", required=True)),
        places=entry_readers.texts(fields.mapping("places", required=True)),
        texts=_filled(fields.mapping("texts", required=True), TEXTS),
    )
    choices.close()
    return words


def _filled(fields: Fields, names: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """One text for each name, with the placeholders that it is given."""
    found = {name: fields.text(name) for name in names}
    for name, allowed in names.items():
        _check_placeholders(fields, name, found[name], allowed)
    fields.close()
    return found


def _asks(fields: Fields, name: str, allowed: frozenset[str]) -> tuple[AskWords, ...]:
    result = []
    for item in fields.items(name, required=True):
        words = entry_readers.ask(item)
        _check_placeholders(item, "ask", words.ask, allowed)
        item.close()
        result.append(words)
    return tuple(result)


def _check_placeholders(fields: Fields, key: str, text: str, allowed: frozenset[str]) -> None:
    used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    if used != allowed:
        what = f"'{key}' uses {_braced(used)}, but is given {_braced(allowed)}"
        fields.report(key, what, "use each placeholder it is given and no other")


def _braced(names: set[str] | frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no placeholder"
