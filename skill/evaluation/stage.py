"""The skill, set up so that what it decides to say can be heard as acts: figures are made of what was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from skill.alexa.guide import Guide
from skill.alexa.skill_factory import invoke, skill_of
from skill.conditions.inference import Inference
from skill.dialog.engine import Turn
from skill.simulator.skill_call import Skill
from skill.speech.voice import Utterance, Voice
from skill.speech.words import Words


class AttentiveVoice(Voice):
    """Speaks as the voice does, and remembers the `turns` it spoke."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.turns: list[Turn] = []

    def render(self, turn: Turn) -> Utterance:
        """The turn in words."""
        self.turns.append(turn)
        return super().render(turn)


@dataclass(frozen=True, slots=True)
class Stage:
    """A skill to put on a device, its inference, and the voice that remembers what it said."""

    skill: Skill
    inference: Inference
    voice: AttentiveVoice


def stage_of(guide: Guide, locale: str) -> Stage:
    """The guide in one locale."""
    tongue = guide.tongue(locale)
    voice = AttentiveVoice(tongue.voice.words)
    attentive = Guide(guide.inference, {locale: replace(tongue, voice=voice)})
    return Stage(partial(invoke, skill_of(attentive)), guide.inference, voice)
