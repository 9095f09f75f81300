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

    `options` names every option of a choice by id; `offered` are those that the question itself names. `check` is
    something safe to try or to feel for, for somebody who does not know.
    """

    ask: str
    again: str
    reprompt: str
    means: str
    options: Mapping[str, str]
    offered: tuple[str, ...]
    check: AskWords | None


@dataclass(frozen=True, slots=True)
class FlagWords:
    """A danger sign: as an item of a bundle, asked alone and again, what to do at once, and why. Some are never asked.

    `see` is what to say to the clinician, where there is time to see one within days or weeks.
    """

    item: str | None
    ask: str | None
    again: str | None
    act: str
    why: str
    see: str | None


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """A condition, in pieces of one breath each; `see` is whom to see, and what to say there.

    `in_other_words` explains a name that few people know, when it is first told.
    """

    name: str
    a_name: str
    in_other_words: str | None
    about: str
    first: str
    avoid: str
    time: str
    see: str
    safety_net: str
    severities: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The answer to a question that may come at any time: in general, and by condition where it differs."""

    general: str
    conditions: Mapping[str, str]

    def answer(self, condition: str | None) -> str:
        """The answer for somebody with the condition; None, and one without its own, get the general one."""
        return self.conditions.get(condition or "", self.general)


@dataclass(frozen=True, slots=True)
class ExerciseWords:
    """An exercise: what it is for, its set-up in full and in a cue, the phases of a repetition, and how to change it.

    `caution` says what the research was on, where that was another tendon or movement.
    """

    name: str
    a_name: str
    about: str
    caution: str | None
    setup: tuple[str, ...]
    cue: str
    phases: Mapping[str, str]
    easier: str
    harder: str
    stop: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """A session: what it is called, the sentence that warms up, and the close with what to do tomorrow."""

    name: str
    warm_up: str
    close: str


@dataclass(frozen=True, slots=True)
class CoachingWords:
    """What is said around every exercise. `stop` is the stop rule; `latex` asks about an allergy before a band.

    `gates` say why somebody is not coached now; `gate_items` name those that can be felt or seen, as items of a list.
    """

    gates: Mapping[str, str]
    gate_items: Mapping[str, str]
    pain_rules: Mapping[str, str]
    stop: str
    latex: AskWords
    equipment: Mapping[str, str]
    plans: Mapping[str, PlanWords]


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """What a screen shows beside the words that are spoken.

    `examples` are what one may say first, by finding; `durations` how long it may have hurt; `places` are the places in
    the picture, by option.
    """

    choices: Mapping[str, str]
    examples: Mapping[str, str]
    durations: Mapping[str, str]
    places: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the voice may say, and the screen show."""

    prompts: Mapping[str, tuple[str, ...]]
    asks: Mapping[str, tuple[AskWords, ...]]
    before_first_flags: str
    findings: Mapping[str, FindingWords]
    questions: Mapping[str, QuestionWords]
    red_flags: Mapping[str, FlagWords]
    care: Mapping[str, str]
    sources: Mapping[str, str]
    conditions: Mapping[str, ConditionWords]
    topics: Mapping[str, TopicWords]
    terms: Mapping[str, str]
    exercises: Mapping[str, ExerciseWords]
    coaching: CoachingWords
    screens: ScreenWords
    cards: Mapping[str, str]
