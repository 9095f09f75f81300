"""What the pages show is what their commands print. A block marked `outside` is held by nobody."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from skill.cli import main
from skill.evaluation.published import published_figures
from tests.documents.pages import PAGES, ROOT
from tests.documents.pages import blocks as blocks_of

README = ROOT / "README.md"
EVALUATION, CONDITIONS = ROOT / "skill" / "evaluation" / "README.md", ROOT / "skill" / "conditions" / "README.md"


def blocks(page: Path, kind: str) -> list[str]:
    return [block.text for block in blocks_of(page.read_text(encoding="utf-8")) if block.kind == kind]


@cache
def printed(*arguments: str) -> str:
    """What the command prints in the project's folder. Two pages may show the same, which takes seconds to make."""
    out = StringIO()
    with chdir(ROOT), redirect_stdout(out):
        main([*arguments])
    return out.getvalue()


CONSOLE = [block for page in PAGES for block in blocks(page, "console")]


@pytest.mark.parametrize("block", CONSOLE, ids=lambda block: block.partition("\n")[0])
def test_a_command_prints_what_is_shown_below_it(block: str) -> None:
    command, _, shown = block.partition("\n")
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "knee-guide")
    assert printed(*arguments) == shown


FIGURES = {
    "figures": ("evaluate", "--short", "tests/vignettes"),
    "heard": ("understand", "--figures", "tests/understanding/data/descriptions-fourth.jsonl"),
}


@pytest.mark.parametrize("kind", FIGURES)
def test_the_figures_on_the_first_page_are_those_of_the_command_named_there(kind: str) -> None:
    assert f"`knee-guide {' '.join(FIGURES[kind])}`" in README.read_text(encoding="utf-8")
    assert blocks(README, kind) == [printed(*FIGURES[kind])]


def test_the_chart_beside_the_page_is_the_one_that_its_command_draws(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = re.search(r"`knee-guide (evaluate --population \d+ --svg) (\S+)`", EVALUATION.read_text(encoding="utf-8"))
    assert command
    main([*command[1].split(), str(tmp_path / "drawn.svg")])
    capsys.readouterr()
    assert (tmp_path / "drawn.svg").read_text(encoding="utf-8") == (ROOT / command[2]).read_text(encoding="utf-8")


def test_the_code_on_the_page_prints_what_is_shown_below_it_where_the_folder_was_copied(tmp_path: Path) -> None:
    (code,), (shown,) = blocks(CONDITIONS, "python"), blocks(CONDITIONS, "printed")
    shutil.copytree(CONDITIONS.parent, tmp_path / "skill" / "conditions")
    (tmp_path / "skill" / "__init__.py").touch()  # else the installed package of that name would be taken
    environment = {"PYTHONPATH": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout == shown


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
