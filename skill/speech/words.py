"""A locale's spoken words, as the voice uses them. `words_reader` makes them from the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskWords:
    """A question and its wording after silence."""

    ask: str
    reprompt: str


@dataclass(frozen=True, slots=True)
class FindingWords:
    """A finding as a noun phrase: as said of someone who has it, and of someone who has not."""

    present: str
    absent: str


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question of the knowledge base: asked, asked again, after silence, what it means.

    `options` names every option of a choice by id; `offered` are those that the question itself names.
    """

    ask: str
    again: str
    reprompt: str
    means: str
    options: Mapping[str, str]
    offered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagWords:
    """A danger sign: as an item of a bundle, asked alone, what to do at once, and why. Some are never asked."""

    item: str | None
    ask: str | None
    act: str
    why: str


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """A condition, in pieces of one breath each."""

    name: str
    a_name: str
    about: str
    first: str
    avoid: str
    time: str
    safety_net: str
    severities: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the voice may say."""

    prompts: Mapping[str, tuple[str, ...]]
    asks: Mapping[str, tuple[AskWords, ...]]
    before_first_flags: str
    findings: Mapping[str, FindingWords]
    questions: Mapping[str, QuestionWords]
    red_flags: Mapping[str, FlagWords]
    care: Mapping[str, str]
    sources: Mapping[str, str]
    conditions: Mapping[str, ConditionWords]
