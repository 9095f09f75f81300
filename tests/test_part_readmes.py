"""What the pages beside the parts show is what their commands print. A block marked `outside` is held by nobody."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from skill.cli import COMMANDS, main
from skill.evaluation.published import published_figures

ROOT = Path(__file__).parents[1]
EVALUATION, CONDITIONS = ROOT / "skill" / "evaluation" / "README.md", ROOT / "skill" / "conditions" / "README.md"
PAGES = (EVALUATION, CONDITIONS)


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


CONSOLE = [block for page in PAGES for block in blocks(page, "console")]


@pytest.mark.parametrize("block", CONSOLE, ids=lambda block: block.partition("\n")[0])
def test_a_command_prints_what_is_shown_below_it(
    block: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    command, _, shown = block.partition("\n")
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "knee-guide")
    main(arguments)
    assert capsys.readouterr().out == shown


def test_the_chart_beside_the_page_is_the_one_that_its_command_draws(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = re.search(r"`knee-guide (evaluate --population \d+ --svg) (\S+)`", EVALUATION.read_text(encoding="utf-8"))
    assert command
    main([*command[1].split(), str(tmp_path / "drawn.svg")])
    capsys.readouterr()
    assert (tmp_path / "drawn.svg").read_text(encoding="utf-8") == (ROOT / command[2]).read_text(encoding="utf-8")


def test_the_code_on_the_page_prints_what_is_shown_below_it() -> None:
    (code,), (shown,) = blocks(CONDITIONS, "python"), blocks(CONDITIONS, "printed")
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout == shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_every_command_and_option_on_the_page_exists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in re.findall(r"`knee-guide ([^`]+)`", page.read_text(encoding="utf-8")):
        name, *arguments = command.split()
        assert name in COMMANDS
        with pytest.raises(SystemExit):
            main([name, "--help"])
        assert {each for each in arguments if each.startswith("--")} <= set(capsys.readouterr().out.split()) | {
            "--help"
        }


def test_the_page_explains_every_key_of_the_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (case,) = blocks(EVALUATION, "yaml")
    path = tmp_path / "case.yaml"
    path.write_text(case, encoding="utf-8")
    main(["evaluate", "--json", str(path)])
    played = json.loads(capsys.readouterr().out)
    explained = set(re.findall(r"`(\w+)`", EVALUATION.read_text(encoding="utf-8")))
    assert {*played, *played["outcomes"][0]} <= explained


def test_every_published_figure_is_on_the_page() -> None:
    text = EVALUATION.read_text(encoding="utf-8")
    assert all(
        f"| {each.figure} | {each.what} | {each.cases} | {each.source} |" in text for each in published_figures()
    )
