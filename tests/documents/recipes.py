"""The steps of a page, done as they are written: what a block says is put into the file that its first line names."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.documents.pages import blocks

_TARGET = re.compile(r"(?:#|<!--) (?P<how>new:|in|at the end of) (?P<file>\S+?)(?: -->)?\n")

# In one process, since each would import everything again.
_RUN = """
import shlex, sys
from skill.cli import main
for command in sys.argv[1:]:
    program, *arguments = shlex.split(command)
    if program != "knee-guide" or main(arguments):
        sys.exit(f"{command} failed")
"""


def section(text: str, heading: str) -> str:
    """What stands between a heading and the next of its rank."""
    _, found, rest = text.partition(f"\n## {heading}\n")
    assert found, heading
    return rest.partition("\n## ")[0]


def follow(text: str, root: Path) -> int:
    """Put what the blocks of a section say into the files below `root`; how many there were."""
    targets = [(target, block.text[target.end() :]) for block in blocks(text) if (target := _TARGET.match(block.text))]
    for target, content in targets:
        path = root / target["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        assert path.exists() == (target["how"] != "new:"), path
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(_patched(before, content) if target["how"] == "in" else before + content, encoding="utf-8")
    return len(targets)


def _patched(text: str, diff: str) -> str:
    """The text with each hunk put in: what it keeps and takes away has to be there exactly once."""
    for hunk in filter(None, re.split(r"^@@.*\n", diff, flags=re.MULTILINE)):
        lines = hunk.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
        new = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def perform(commands: Sequence[str], copy: Path, said: str = "") -> str:
    """What our commands print in a copy of the project, with `said` on the standard input."""
    arguments = [sys.executable, "-c", _RUN, *commands]
    run = subprocess.run(arguments, cwd=copy, env={"PYTHONPATH": str(copy)}, input=said, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout
