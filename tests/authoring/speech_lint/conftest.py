from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.authoring.speech_lint.prompts import Prompt, Spoken
from skill.authoring.speech_lint.style import Style, build_style
from skill.conditions.yaml_reader import Problem
from skill.dialog import asks, contents
from skill.speech import ssml

STYLE = {
    "limits": {
        "breath": 5,
        "longest_sentence": 8,
        "hardest_grade": 8,
        "longest_prompt": 10,
        "usual_prompt": 5,
        "most_options": 3,
        "most_alike": 2,
    },
    "reading": {
        "vowels": "aeiouy",
        "silent_ends": ["e", "ed"],
        "sounded_ends": ["le", "ted"],
        "names": ["gastrocnemius tendonitis"],
        "fewest_words": 5,
    },
    "alternatives": "or",
    "questions": ["is", "are"],
    "symbols": "!%",
    "banned": [
        {
            "why": "is not for us to say",
            "phrases": {
                "diagnos*": {"mend": "say what it fits", "but_in": ["disclose"]},
                "you have": {"mend": "say what it fits", "after": ["do", "if"], "before": ["to"]},
                "patella": "say kneecap",
            },
        }
    ],
}


@pytest.fixture
def style() -> Style:
    problems: list[Problem] = []
    built = build_style(STYLE, "style.yaml", problems)
    assert problems == []
    return built


@pytest.fixture
def statement() -> Callable[[str], Prompt]:
    """A prompt that only tells."""
    return lambda text: Prompt(contents.Welcome(), (Spoken(ssml.speak(text)),))


@pytest.fixture
def question() -> Callable[..., Prompt]:
    """A prompt that asks, and what follows silence."""

    def asking(text: str, again: str = "Where is it?") -> Prompt:
        return Prompt(asks.AskComplaint(), (Spoken(ssml.speak(text)),), (Spoken(ssml.speak(again)),))

    return asking
