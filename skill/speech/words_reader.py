"""Reads the words of `locales/<locale>/said/`, with every mistake reported by file and line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from skill.conditions.documents import DocumentError, read_documents
from skill.conditions.yaml_reader import Fields, Problem
from skill.speech.words import AskWords, ConditionWords, FindingWords, FlagWords, QuestionWords, Words

_NOTHING: frozenset[str] = frozenset()
_TEMPLATES = ("prompts.yaml", "asks.yaml")

# Every prompt there is, with the placeholders it is given.
PROMPTS: Mapping[str, frozenset[str]] = {
    "welcome": _NOTHING,
    "disclose": _NOTHING,
    "started_over": _NOTHING,
    "started_over_lost": _NOTHING,
    "ease_to_stop": _NOTHING,
    "acknowledge": frozenset({"findings"}),
    "acknowledge_bare": _NOTHING,
    "acknowledge_unsure": _NOTHING,
    "taken_back": _NOTHING,
    "choose_one": _NOTHING,
    "choose_number": _NOTHING,
    "changed": _NOTHING,
    "unchanged": _NOTHING,
    "safety_first": _NOTHING,
    "move_on": _NOTHING,
    "you_are_welcome": _NOTHING,
    "apology": _NOTHING,
    "urge_emergency": _NOTHING,
    "urge_same_day": _NOTHING,
    "urge_emergency_brief": _NOTHING,
    "urge_same_day_brief": _NOTHING,
    "result": frozenset({"cause"}),
    "result_reasons": frozenset({"findings"}),
    "result_others": frozenset({"others"}),
    "no_cause_child": _NOTHING,
    "no_cause_outside": _NOTHING,
    "no_cause_unclear": _NOTHING,
    "reasons": frozenset({"cause", "findings"}),
    "reasons_against": frozenset({"findings"}),
    "reasons_none": frozenset({"cause"}),
    "care": frozenset({"number", "total", "step"}),
    "explain_flags": _NOTHING,
    "repair": _NOTHING,
    "help_welcome": _NOTHING,
    "help_safety": _NOTHING,
    "help_interview": _NOTHING,
    "help_result": _NOTHING,
    "help_care": _NOTHING,
    "goodbye": _NOTHING,
    "goodbye_self_care": _NOTHING,
    "goodbye_see_clinician": _NOTHING,
    "goodbye_same_day": _NOTHING,
    "goodbye_emergency": _NOTHING,
}
ASKS: Mapping[str, frozenset[str]] = {
    "complaint": _NOTHING,
    "behind_too": _NOTHING,
    "flags": frozenset({"items"}),
    "flag_again": frozenset({"question"}),
    "mistake": frozenset({"items"}),
    "child_age": _NOTHING,
    "care": _NOTHING,
    "next_step": _NOTHING,
    "again": _NOTHING,
    "repeat": _NOTHING,
}

_Entry = TypeVar("_Entry")


def load_words(directory: Path) -> Words:
    """The words in a `said/` folder.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    root = f"{directory.parent.name}/{directory.name}"
    words = build_words(read_documents(directory, problems, root), problems, root)
    if problems:
        raise DocumentError(problems)
    return words


def build_words(documents: Mapping[str, Any], problems: list[Problem], root: str) -> Words:
    """The words in the documents of a `said/` folder, by file name; mistakes are appended to `problems`."""

    def fields(name: str) -> Fields:
        if name not in documents:
            problems.append(Problem(f"{root}/{name}", 0, "is missing", "add the file"))
        return Fields.of(documents.get(name), f"{root}/{name}", problems)

    def entries(name: str, read: Callable[[Fields], _Entry]) -> dict[str, _Entry]:
        document = fields(name)
        return {key: _closed(document.mapping(key), read) for key in document.values}

    def texts(name: str) -> dict[str, str]:
        document = fields(name)
        return {key: document.text(key) for key in document.values}

    asks = fields("asks.yaml")
    words = Words(
        prompts=_prompts(fields("prompts.yaml")),
        before_first_flags=_closed(asks.mapping("flags_first", required=True), lambda each: each.text("before")),
        asks={name: _asks(asks, name, allowed) for name, allowed in ASKS.items()},
        findings=entries("findings.yaml", lambda each: FindingWords(each.text("present"), each.text("absent"))),
        questions=entries("questions.yaml", _question),
        red_flags=entries("red_flags.yaml", _flag),
        care=texts("care.yaml"),
        sources=texts("sources.yaml"),
        conditions={
            name.removeprefix("conditions/").removesuffix(".yaml"): _closed(fields(name), _condition)
            for name in sorted(documents)
            if name.startswith("conditions/")
        },
    )
    asks.close()
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


def _closed(fields: Fields, read: Callable[[Fields], _Entry]) -> _Entry:
    entry = read(fields)
    fields.close()
    return entry


def _prompts(fields: Fields) -> dict[str, tuple[str, ...]]:
    result = {}
    for name, allowed in PROMPTS.items():
        result[name] = fields.texts(name, required=True)
        for text in result[name]:
            _check_placeholders(fields, name, text, allowed)
    fields.close()
    return result


def _asks(fields: Fields, name: str, allowed: frozenset[str]) -> tuple[AskWords, ...]:
    result = []
    for item in fields.items(name, required=True):
        words = AskWords(item.text("ask"), item.text("reprompt"))
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


def _question(fields: Fields) -> QuestionWords:
    options = fields.mapping("options")
    return QuestionWords(
        ask=fields.text("ask"),
        again=fields.text("again"),
        reprompt=fields.text("reprompt"),
        means=fields.text("means"),
        options={name: options.text(name) for name in options.values},
        offered=fields.texts("offered"),
    )


def _flag(fields: Fields) -> FlagWords:
    item, ask = fields.optional_text("item"), fields.optional_text("ask")
    return FlagWords(item, ask, fields.text("act"), fields.text("why"))


def _condition(fields: Fields) -> ConditionWords:
    severities = fields.mapping("severities")
    return ConditionWords(
        name=fields.text("name"),
        a_name=fields.text("a_name"),
        about=fields.text("about"),
        first=fields.text("first"),
        avoid=fields.text("avoid"),
        time=fields.text("time"),
        safety_net=fields.text("safety_net"),
        severities={name: severities.text(name) for name in severities.values},
    )
