"""How each kind of words is read from its YAML mapping. Wrong values become problems, not exceptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from skill.conditions.yaml_reader import Fields
from skill.speech.words import (
    AskWords,
    CoachingWords,
    ConditionWords,
    ExerciseWords,
    FindingWords,
    FlagWords,
    PlanWords,
    QuestionWords,
    TopicWords,
)

_Entry = TypeVar("_Entry")

# The pieces of a condition that answer a topic for it, so that they are written down once.
_PIECES: Mapping[str, Callable[[ConditionWords], str]] = {"time": lambda each: each.time, "see": lambda each: each.see}


def closed(fields: Fields, read: Callable[[Fields], _Entry]) -> _Entry:
    """What `read` makes of the mapping, with every key reported that it did not read."""
    entry = read(fields)
    fields.close()
    return entry


def texts(fields: Fields) -> dict[str, str]:
    """Every key with its text."""
    return {name: fields.text(name) for name in fields.values}


def entries(fields: Fields, read: Callable[[Fields], _Entry]) -> dict[str, _Entry]:
    """Every key with its entry."""
    return {name: closed(fields.mapping(name), read) for name in fields.values}


def finding(fields: Fields) -> FindingWords:
    """The words of a finding."""
    return FindingWords(fields.text("present"), fields.text("absent"))


def ask(fields: Fields) -> AskWords:
    """A question and its wording after silence."""
    return AskWords(fields.text("ask"), fields.text("reprompt"))


def question(fields: Fields) -> QuestionWords:
    """The words of a question."""
    return QuestionWords(
        ask=fields.text("ask"),
        again=fields.text("again"),
        reprompt=fields.text("reprompt"),
        means=fields.text("means"),
        options=texts(fields.mapping("options")),
        offered=fields.texts("offered"),
        check=closed(fields.mapping("check"), ask) if fields.has("check") else None,
    )


def flag(fields: Fields) -> FlagWords:
    """The words of a red flag."""
    return FlagWords(
        item=fields.optional_text("item"),
        ask=fields.optional_text("ask"),
        again=fields.optional_text("again"),
        act=fields.text("act"),
        why=fields.text("why"),
        see=fields.optional_text("see"),
    )


def condition(fields: Fields) -> ConditionWords:
    """The words of a condition."""
    return ConditionWords(
        name=fields.text("name"),
        a_name=fields.text("a_name"),
        in_other_words=fields.optional_text("in_other_words"),
        about=fields.text("about"),
        first=fields.text("first"),
        avoid=fields.text("avoid"),
        time=fields.text("time"),
        see=fields.text("see"),
        safety_net=fields.text("safety_net"),
        severities=texts(fields.mapping("severities")),
    )


def topic(fields: Fields, conditions: Mapping[str, ConditionWords]) -> TopicWords:
    """The words of a topic; one that is answered `from_condition` takes that piece of every condition's words."""
    answers = texts(fields.mapping("by_condition"))
    if fields.has("from_condition"):
        piece = _PIECES[fields.choice("from_condition", tuple(_PIECES))]
        answers = {name: piece(each) for name, each in conditions.items()} | answers
    return TopicWords(fields.text("general"), answers)


def exercise(fields: Fields) -> ExerciseWords:
    """The words of an exercise."""
    return ExerciseWords(
        name=fields.text("name"),
        a_name=fields.text("a_name"),
        about=fields.text("about"),
        caution=fields.optional_text("caution"),
        setup=fields.texts("setup", required=True),
        cue=fields.text("cue"),
        phases=texts(fields.mapping("phases", required=True)),
        easier=fields.text("easier"),
        harder=fields.text("harder"),
        stop=fields.text("stop"),
    )


def coaching(fields: Fields) -> CoachingWords:
    """The words around every exercise."""
    return CoachingWords(
        gates=texts(fields.mapping("gates", required=True)),
        gate_items=texts(fields.mapping("gate_items", required=True)),
        pain_rules=texts(fields.mapping("pain_rules", required=True)),
        stop=fields.text("stop"),
        latex=closed(fields.mapping("latex", required=True), ask),
        equipment=texts(fields.mapping("equipment", required=True)),
        plans=entries(fields.mapping("plans", required=True), _plan),
    )


def _plan(fields: Fields) -> PlanWords:
    return PlanWords(fields.text("name"), fields.text("warm_up"), fields.text("close"))
