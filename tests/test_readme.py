"""What the README shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from skill.cli import COMMANDS, main
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


FIGURES = {
    "figures": ("evaluate", "--short", "tests/vignettes"),
    "heard": ("understand", "--figures", "tests/understanding/data/descriptions-third.jsonl"),
}


@pytest.mark.parametrize("block", FIGURES)
def test_the_figures_are_those_of_the_command(
    block: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(README.parent)
    assert f"`knee-guide {' '.join(FIGURES[block])}`" in TEXT
    main([*FIGURES[block]])
    shown = re.search(rf"```{block}\n(.*?)```", TEXT, re.DOTALL)
    assert shown
    assert shown[1] == capsys.readouterr().out


def test_every_command_is_named() -> None:
    assert {name for name in COMMANDS if f"`knee-guide {name}" not in TEXT} == set()


def test_no_command_is_named_that_does_not_exist() -> None:
    assert set(re.findall(r"`knee-guide (\w+)", TEXT)) <= set(COMMANDS)
