from __future__ import annotations

import re
from pathlib import Path

import pytest

from skill.authoring.package import libraries
from skill.authoring.package.libraries import PackageError, files_of_libraries

ROOT = Path(__file__).parents[3]
LOCK = ROOT / "requirements.lock"


def test_a_library_of_another_version_than_the_locked_one_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(LOCK.read_text().replace("six==", "six==0."))
    with pytest.raises(PackageError, match=r"six is [\d.]+ here, and 0\.[\d.]+ in requirements\.lock\."):
        list(files_of_libraries(lock))


def test_a_library_that_is_not_installed_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "SHIPPED", ("no-such-library",))
    with pytest.raises(PackageError, match=r"no-such-library is not installed here: run 'make setup'\."):
        list(files_of_libraries(LOCK))


def test_a_library_for_one_kind_of_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "SHIPPED", ("cryptography",))
    with pytest.raises(PackageError, match="one kind of machine only"):
        list(files_of_libraries(LOCK))


def test_lambda_is_told_the_library_that_needs_the_others() -> None:
    listed = (ROOT / "lambda" / "requirements.txt").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^[\w-]+", listed) == ["ask-sdk-core"]
    assert "ask-sdk-core" in libraries.SHIPPED
