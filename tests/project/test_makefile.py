from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Stand-ins for the Pythons that a machine may have. make asks with -c and builds with -m venv.
OLD = 'if [ "$1" = -V ]; then echo Python 3.9.2; else exit 1; fi'
WITHOUT_VENV = 'case "$2" in *ensurepip*) exit 1 ;; esac'
GOOD = 'if [ "$1" = -m ]; then echo "$0 $*" >>called; exit 1; fi'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "a folder with spaces"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def make(checkout: Path, target: str, **pythons: str) -> subprocess.CompletedProcess[str]:
    """Run make where `pythons` are the only Pythons, and the only programs, on the path."""
    programs = checkout / "programs"
    programs.mkdir(exist_ok=True)
    for name, script in pythons.items():
        program = programs / name.replace("_", ".")
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    command = [str(shutil.which("make")), target]
    return subprocess.run(command, cwd=checkout, env={"PATH": str(programs)}, capture_output=True, text=True)


def sentence(result: subprocess.CompletedProcess[str]) -> str:
    """Return what make said, less the line in which it names the target that failed."""
    said, _, its_own = result.stderr.strip().rpartition("\n")
    assert its_own.startswith("make: ***")
    assert result.returncode != 0
    return said


def test_a_python_that_is_too_old_is_named_with_what_to_do(checkout: Path) -> None:
    said = sentence(make(checkout, "setup", python3=OLD))
    assert said == (
        "Python 3.11 or later is needed, and here is Python 3.9.2: install one and run make again, "
        "or name it: make PYTHON=/path/to/python3.12"
    )


def test_no_python_at_all_is_said_plainly(checkout: Path) -> None:
    assert "here is no python3: install one" in sentence(make(checkout, "setup"))


def test_a_python_without_venv_is_named_with_the_package_to_install(checkout: Path) -> None:
    said = sentence(make(checkout, "setup", python3=WITHOUT_VENV))
    assert said == (
        "python3 cannot make a virtual environment: install its venv module "
        "(Debian, Ubuntu: sudo apt install python3-venv) and run make again."
    )


@pytest.mark.parametrize("first", [OLD, WITHOUT_VENV])
def test_a_later_python_on_the_path_is_taken_where_the_first_will_not_do(checkout: Path, first: str) -> None:
    make(checkout, "setup", python3=first, python3_12=GOOD)
    assert (checkout / "called").read_text().endswith("/python3.12 -m venv .venv\n")


@pytest.mark.parametrize(("changed", "status"), [(None, 0), ("requirements.lock", 1), ("pyproject.toml", 1)], ids=str)
def test_setting_up_is_repeated_only_after_a_change(checkout: Path, changed: str | None, status: int) -> None:
    binaries = checkout / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for stamp in (binaries / "python", checkout / ".venv" / ".installed"):
        stamp.touch()
    if changed:
        os.utime(checkout / changed, (2**32, 2**32))
    result = subprocess.run(["make", "--question", "setup"], cwd=checkout, capture_output=True)
    assert result.returncode == status


def test_a_virtual_environment_is_made_in_a_folder_with_spaces(checkout: Path) -> None:
    subprocess.run(["make", ".venv/bin/python", f"PYTHON={sys.executable}"], cwd=checkout, check=True)
    assert (checkout / ".venv" / "bin" / "pip").exists()


def test_help_lists_every_target(checkout: Path) -> None:
    # A make that was itself called by make says which folder it enters.
    command = ["make", "--no-print-directory", "help"]
    listed = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=True).stdout
    targets = {line.split()[1] for line in listed.splitlines()}
    assert targets == {
        *("help", "setup", "run", "test", "lint", "types", "format", "lock", "clean"),
        *("bench", "bench-parts", "soak", "fuzz", "package", "lambda-local"),
        *("page", "viewhost", "validator", "shots", "icons", "pictures"),
    }
