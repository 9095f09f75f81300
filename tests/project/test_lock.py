from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_lock_names_no_host_and_no_path() -> None:
    assert re.findall(r"\w+://\S*|--\w*(?:index|find)\S*|(?<!\w)/\S+", LOCK) == []


def test_every_pin_has_a_hash() -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^ *#.*\n", "", LOCK).strip())
    assert [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)] == []


def test_everything_the_project_declares_is_locked() -> None:
    declared = PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["dev"]
    names = {re.split(r"[^\w-]", requirement)[0].lower() for requirement in declared}
    assert names <= set(re.findall(r"(?m)^([\w-]+)==", LOCK))


def test_lambda_gets_nothing_the_project_does_not_declare() -> None:
    listed = (ROOT / "lambda" / "requirements.txt").read_text(encoding="utf-8").lower().split()
    assert set(listed) <= set(PYPROJECT["project"]["dependencies"])
