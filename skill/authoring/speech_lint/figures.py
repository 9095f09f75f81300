"""The script in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from skill.authoring.speech_lint.chapters import is_paced
from skill.authoring.speech_lint.prompts import Prompt
from skill.authoring.speech_lint.reading import grade
from skill.authoring.speech_lint.style import Style


@dataclass(frozen=True, slots=True)
class Figures:
    """How many prompts, and of their different texts and sentences: how long they take, and how hard they are."""

    prompts: int
    texts: int
    median_seconds: float
    longest_seconds: float
    within_a_breath: float
    grade: float


def figures_of(prompts: Sequence[Prompt], style: Style) -> Figures:
    """The figures of the prompts; what is paced on purpose is not timed."""
    spoken = {each.ssml: each for prompt in prompts for each in prompt.spoken()}
    unpaced = (prompt for prompt in prompts if not is_paced(type(prompt.act)))
    timed = {each.ssml: each.seconds for prompt in unpaced for each in prompt.spoken()}
    sentences = list(dict.fromkeys(sentence for each in spoken.values() for sentence in each.sentences))
    return Figures(
        prompts=len(prompts),
        texts=len(spoken),
        median_seconds=median(timed.values()),
        longest_seconds=max(timed.values()),
        within_a_breath=sum(len(each.split()) <= style.limits.breath for each in sentences) / len(sentences),
        grade=grade(sentences, style.reading) or 0.0,
    )
