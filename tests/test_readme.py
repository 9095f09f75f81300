"""What the README shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

from skill.cli import COMMANDS
from skill.commands.transcripts import compare
from skill.dialog.machine import diagram

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")


def test_the_conversation_goes_as_shown() -> None:
    failures = compare(README, "en-US")
    assert not failures, "\n".join(str(failure) for failure in failures)


def test_the_diagram_is_the_one_that_the_transition_table_prints() -> None:
    shown = re.search(r"```mermaid\n(.*?)\n```", TEXT, re.DOTALL)
    assert shown
    assert shown[1] == diagram()


def test_every_command_is_named() -> None:
    assert {name for name in COMMANDS if f"`knee-guide {name}" not in TEXT} == set()
