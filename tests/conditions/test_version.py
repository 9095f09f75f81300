from __future__ import annotations

from pathlib import Path

import pytest

from skill.conditions.version import VERSION, knowledge_version


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "conditions").mkdir()
    (tmp_path / "findings.yaml").write_text("findings: []\n")
    (tmp_path / "conditions" / "one.yaml").write_text("id: one\n")
    return tmp_path


def test_the_version_stays_while_the_knowledge_does(folder: Path) -> None:
    before = knowledge_version(folder)
    (folder / "notes.txt").write_text("not knowledge")
    (folder / "findings.yaml").write_bytes(b"findings: []\r\n")
    assert knowledge_version(folder) == before


@pytest.mark.parametrize("change", ["other content", "other name", "one file less"])
def test_the_version_changes_with_the_knowledge(folder: Path, change: str) -> None:
    before, file = knowledge_version(folder), folder / "conditions" / "one.yaml"
    if change == "other content":
        file.write_text("id: two\n")
    elif change == "other name":
        file.rename(file.with_name("two.yaml"))
    else:
        file.unlink()
    assert knowledge_version(folder) != before


def test_a_package_tells_the_version_that_was_compiled_into_it(folder: Path) -> None:
    (folder / VERSION).write_text("0123456789ab")
    assert knowledge_version(folder) == "0123456789ab"
