"""A locale of a few words, in files that each test may change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

INTENTS = """\
invocation_name: pizza palace
fallback_sensitivity: HIGH
intents:
  AMAZON.HelpIntent: {}
  OrderIntent:
    answers: size
    slots: {size: Size}
    samples: ["{size}", "[i want] a {size} (pizza|calzone)"]
    elicited: ["a {size} one"]
"""
SLOTS = """\
Size:
  stands_for: words
  several: true
  values:
    small: ["small", "(tiny|really small)"]
    large: ["large"]
"""
RESTORED = TELLING = "{}\n"
QUESTIONS = """\
size: {ask: "Which size?", again: "Small or large?", reprompt: "Size?", means: "How big."}
"""

Edit = Callable[[str, str, str], None]


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    """The folder of the locale xx-XX."""
    directory = tmp_path / "locales" / "xx-XX"
    for folder, name, text in (
        ("heard", "intents.yaml", INTENTS),
        ("heard", "slots.yaml", SLOTS),
        ("heard", "restored.yaml", RESTORED),
        ("heard", "telling.yaml", TELLING),
        ("said", "questions.yaml", QUESTIONS),
    ):
        (directory / folder).mkdir(parents=True, exist_ok=True)
        (directory / folder / name).write_text(text)
    return directory


@pytest.fixture
def edit(locale: Path) -> Edit:
    """Replaces a text in one of the locale's files; the text must be there."""

    def replace(file: str, old: str, new: str) -> None:
        text = (locale / file).read_text()
        assert old in text
        (locale / file).write_text(text.replace(old, new))

    return replace
