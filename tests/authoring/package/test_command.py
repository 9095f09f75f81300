from __future__ import annotations

from pathlib import Path

import pytest

from skill.authoring.check import Report
from skill.authoring.package import __main__ as command
from skill.authoring.package.libraries import PackageError
from skill.conditions.yaml_reader import Problem


def test_what_check_finds_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = Problem("en-US/said/care.yaml", 3, "'ice' is missing", "write it")
    monkeypatch.setattr(command, "check", lambda *_: Report((problem,), 1))
    assert command.main(tmp_path / "package.zip") == 1
    assert capsys.readouterr().err == "en-US/said/care.yaml:3: 'ice' is missing; write it\n"
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_cannot_be_packed_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(root: Path) -> bytes:
        raise PackageError("six is not installed here: run 'make setup'.")

    monkeypatch.setattr(command, "check", lambda *_: Report((), 1))
    monkeypatch.setattr(command, "packed", refuse)
    assert command.main(tmp_path / "package.zip") == 1
    assert capsys.readouterr().err == "six is not installed here: run 'make setup'.\n"


def test_a_package_is_written_and_told_with_the_python_it_is_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "check", lambda *_: Report((), 1))
    monkeypatch.setattr(command, "packed", lambda root: b"zip")
    path = tmp_path / "build" / "package.zip"
    assert command.main(path) == 0
    assert path.read_bytes() == b"zip"
    assert "with bytecode for python3." in capsys.readouterr().out
