"""Every command in every page runs, or there is a reason beside it and something else that holds it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir
from io import StringIO
from pathlib import Path

import pytest

from skill.cli import COMMANDS, main
from tests.documents.pages import PAGES, ROOT, Block, blocks, commands, named

# What a block may be: run here, compared with what a command prints, put into a file by a recipe, or simply read.
KINDS = {"sh"} | {"console", "transcript", "figures", "heard", "mermaid", "python", "printed"}
KINDS |= {"yaml", "diff", "markdown"} | {"json", "text", "outside"}
ACCOUNT = "account"  # needs an account at Amazon, which no test has
OF_AMAZON = {"ask", "aws", "sam", "npm", "pip"}

# What only reads, and so may be run in the checkout; but not what would write with one of these options.
READS, WRITES = {"talk", "check", "explain", "transcripts", "model", "diagram"}, {"--record", "--svg", "--write"}
# What a command begins with that is not run as it stands: why, and what holds it instead.
HELD: Mapping[str, tuple[str, str]] = {
    "knee-guide serve": ("serves until it is stopped", "tests/web/test_serve_command.py"),
    "knee-guide model --write": ("changes the checkout", "tests/documents/test_adding.py"),
    "knee-guide model --lint": ("takes seconds", "tests/test_interaction_model.py"),
    "knee-guide transcripts --record": ("changes the checkout", "tests/documents/test_adding.py"),
    "knee-guide locale new": ("changes the checkout", "tests/test_locales_added.py"),
    "knee-guide talk --locale en-": ("is about what a page adds", "tests/test_locales.py"),
    "knee-guide script --locale en-": (
        "is about what a page adds",
        "tests/authoring/speech_lint/test_script_command.py",
    ),
    "knee-guide transcripts --wordless": ("is about what a page adds", "tests/test_locales.py"),
    "knee-guide explain calf_cramp": ("is about what a page adds", "tests/documents/test_adding.py"),
    "knee-guide evaluate --against": ("takes seconds", "tests/evaluation/test_evaluate_command.py"),
    "knee-guide evaluate --direct": ("takes seconds", "tests/evaluation/test_evaluate_command.py"),
    "knee-guide evaluate --short": ("takes seconds", "tests/test_part_readmes.py"),
}


def listed(page: Path) -> Iterator[tuple[Block, str]]:
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.kind == "sh":
            yield from ((block, command) for command in commands(block))


def _split(command: str) -> tuple[list[str], str]:
    """The words of a command without its environment, and what is piped into it."""
    said = re.match(r"echo (.*) \| (.*)", command)
    words = shlex.split(said[2] if said else command)
    while "=" in words[0]:
        del words[0]
    return words, shlex.split(said[1])[0] if said else ""


ALL = list(dict.fromkeys((block.mark, command) for page in PAGES for block, command in listed(page)))
OURS = [command for mark, command in ALL if mark != ACCOUNT]
GUIDE = [command for command in OURS if _split(command)[0][0] == "knee-guide"]


def _held(command: str) -> bool:
    return " ".join(_split(command)[0]).startswith(tuple(HELD))


def _reads(command: str) -> bool:
    (_, name, *arguments), _ = _split(command)
    return name in READS and WRITES.isdisjoint(arguments)


RUN = [command for command in GUIDE if _reads(command) and not _held(command)]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_block_says_what_it_is(page: Path) -> None:
    assert [block for block in blocks(page.read_text(encoding="utf-8")) if block.kind not in KINDS] == []


def test_only_amazons_tools_are_marked_as_needing_an_account() -> None:
    assert {_split(command)[0][0] for mark, command in ALL if mark == ACCOUNT} <= OF_AMAZON
    assert {_split(command)[0][0] for command in OURS} <= {"knee-guide", "make", "pytest", "python"}


@pytest.mark.parametrize("command", RUN)
def test_a_command_of_ours_does_what_it_should(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (_, *arguments), said = _split(command)
    monkeypatch.setattr(sys, "stdin", StringIO(said))
    with chdir(ROOT):
        assert main(arguments) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", [command for command in GUIDE if command not in RUN])
def test_a_command_that_is_not_run_here_is_spelled_as_it_is(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    (_, name, *arguments), _ = _split(command)
    assert name in COMMANDS
    with pytest.raises(SystemExit):
        main([name, "--help"])
    options = {argument for argument in arguments if argument.startswith("--")}
    assert options <= set(re.findall(r"--[\w-]+", capsys.readouterr().out))


def test_a_command_that_is_not_run_here_has_a_reason() -> None:
    assert [command for command in GUIDE if command not in RUN and not _held(command)] == []


@pytest.mark.parametrize("held", HELD)
def test_what_is_not_run_is_on_a_page_and_held_by_a_test_that_is_there(held: str) -> None:
    assert any(" ".join(_split(command)[0]).startswith(held) for command in GUIDE)
    assert (ROOT / HELD[held][1]).is_file()


def test_every_target_of_make_that_a_page_names_can_be_made() -> None:
    """Which it does is a matter of minutes, or of what the network has: here make only says what it would do."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    targets = {
        target for command in OURS for program, *rest in [_split(command)[0]] if program == "make" for target in rest
    }
    targets |= set(re.findall(r"`make ([\w-]+)`", text))
    made = subprocess.run(["make", "--dry-run", *sorted(targets)], cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr


def test_every_file_that_a_page_would_run_is_there_and_takes_what_it_is_given() -> None:
    """Benchmarks take minutes, so that they are only looked at."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    inline = re.findall(r"`((?:python|pytest) [^`]+)`", text)
    for command in [*(command for command in OURS if _split(command)[0][0] in {"python", "pytest"}), *inline]:
        _, *arguments = shlex.split(command)
        for path in (argument for argument in arguments if "/" in argument):
            assert (ROOT / path).exists(), command
            source = (ROOT / path).read_text(encoding="utf-8") if path.endswith(".py") else ""
            options = [argument for argument in arguments if argument.startswith("--")] if source else []
            assert [option for option in options if f'"{option}"' not in source] == [], command


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_and_option_in_a_sentence_exists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in re.findall(r"`knee-guide ([^`]+)`", page.read_text(encoding="utf-8")):
        name, *arguments = command.split()
        if name.startswith("--"):
            continue
        assert name in COMMANDS
        with pytest.raises(SystemExit):
            main([name, "--help"])
        options = {re.sub(r"[^\w-]", "", argument) for argument in arguments if "--" in argument}
        assert options <= set(re.findall(r"--[\w-]+", capsys.readouterr().out)), command
