"""What is heard of each example: its wordings, in the voice's own way of choosing among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from skill.authoring.speech_lint.examples import Act, Example, act_types, examples, field_names
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog.asks import InitiativeAct
from skill.dialog.engine import Turn
from skill.simulator.speech import plain_text, seconds, sentences
from skill.speech.voice import Utterance, Voice


@dataclass(frozen=True)
class Spoken:
    """One text that is spoken, as SSML."""

    ssml: str

    @property
    def text(self) -> str:
        return plain_text(self.ssml)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return sentences(self.ssml)

    @property
    def seconds(self) -> float:
        return seconds(self.ssml)


@dataclass(frozen=True)
class Prompt:
    """An act in all its wordings. A question has one after silence beside each wording."""

    act: Act
    wordings: tuple[Spoken, ...]
    reprompts: tuple[Spoken, ...] = ()

    @property
    def kind(self) -> str:
        return type(self.act).__name__

    @property
    def is_question(self) -> bool:
        return isinstance(self.act, InitiativeAct)

    @property
    def label(self) -> str:
        """What the act carries, as `name value` pairs; what is empty is left out."""
        pairs = ((name, _shown(getattr(self.act, name))) for name in field_names(type(self.act)))
        return ", ".join(f"{name} {value}" for name, value in pairs if value)

    def spoken(self) -> Iterator[Spoken]:
        """Each of its texts."""
        yield from self.wordings
        yield from self.reprompts


def prompts(knowledge: KnowledgeBase, voice: Voice) -> Iterator[Prompt]:
    """Every act with everything it may carry, worded."""
    # The turn's number chooses among wordings, so that as many turns as the longest list has bring each of them.
    turns = range(max(map(len, voice.words.prompts.values())))
    for kind in act_types():
        for example in examples(kind, knowledge):
            yield worded(example, voice, turns)


def worded(example: Example, voice: Voice, turns: range) -> Prompt:
    """The example in each wording that one of the turns brings, in full or brief; an empty one says nothing."""
    act = example.act
    if isinstance(act, InitiativeAct):
        asked = (voice.render(Turn(example.state, (), act)),)
        return Prompt(act, _distinct(asked), tuple(Spoken(each.reprompt) for each in asked if each.reprompt))
    states = (replace(example.state, turn=turn, brief=brief) for brief in (False, True) for turn in turns)
    told = (voice.render(Turn(state, (act,), None)) for state in states)
    return Prompt(act, _distinct(told))


def _distinct(utterances: Iterator[Utterance] | tuple[Utterance, ...]) -> tuple[Spoken, ...]:
    spoken = (Spoken(ssml) for ssml in dict.fromkeys(each.speech for each in utterances))
    return tuple(each for each in spoken if each.text)


def _shown(value: object) -> str:
    """The value in a few characters; nothing for what is empty."""
    if isinstance(value, tuple):
        return " ".join(filter(None, map(_shown, value)))
    if isinstance(value, Enum):
        return str(value.name).lower()
    if value is None or value is False or value == 0:
        return ""
    return "yes" if value is True else str(value)
