from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("knee_pain_guide-*.whl")
    return built


@pytest.fixture(scope="session")
def knee_guide(wheel: Path) -> Path:
    """Install the wheel with what it declares, and nothing else, and return the command it brings."""
    environment = wheel.parent / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python")]
    subprocess.run([*pip, "install", "-qq", "--no-compile", str(wheel)], check=True)
    return environment / "bin" / "knee-guide"


def run(command: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run where the checkout cannot be imported by accident."""
    return subprocess.run(
        [str(command), *arguments],
        input=said,
        cwd=command.parent,
        env={"PATH": os.defpath},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_wheel_holds_every_file_of_the_package_and_of_the_model_and_no_other(wheel: Path) -> None:
    ours = {path for path in (ROOT / "skill").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    models = {path for path in (ROOT / "interaction_model").rglob("*") if path.is_file()}
    wanted = {path.relative_to(ROOT).as_posix() for path in ours}
    wanted |= {f"skill/{path.relative_to(ROOT).as_posix()}" for path in models}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == wanted


def test_the_installed_command_explains_itself(knee_guide: Path) -> None:
    result = run(knee_guide, "--help")
    assert (result.returncode, result.stderr, "talk" in result.stdout) == (0, "", True)


def test_the_installed_command_holds_a_conversation_read_from_a_pipe(knee_guide: Path) -> None:
    result = run(knee_guide, "talk", said="the back of my knee hurts when I run\nno\nstop\n")
    assert (result.returncode, result.stderr) == (0, "")
    assert "knee" in result.stdout.lower()
