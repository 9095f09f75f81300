from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"

BY_CALL = "import pytest\ndef test_it():\n    pytest.skip('no reason')\n"
BY_MARK = "import pytest\n@pytest.mark.skip(reason='no reason')\ndef test_it():\n    pass\n"
BY_MODULE = "import pytest\npytest.skip('no reason', allow_module_level=True)\n"
BY_XFAIL = "import pytest\n@pytest.mark.xfail(reason='no reason')\ndef test_it():\n    assert False\n"


def status(folder: Path, ci: str, *tests: str) -> int:
    """What pytest returns for the tests beside one that passes, where the variable CI has a value."""
    shutil.copy(CONFTEST, folder)
    for number, test in enumerate(("def test_it():\n    pass\n", *tests)):
        (folder / f"test_{number}.py").write_text(test)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-q"]
    options = ["--rootdir=.", "-c", os.devnull]
    return subprocess.run(
        [*command, *options], cwd=folder, env={**os.environ, "CI": ci}, capture_output=True
    ).returncode


@pytest.mark.parametrize("test", [BY_CALL, BY_MARK, BY_MODULE, BY_XFAIL], ids=["call", "mark", "module", "xfail"])
def test_a_skipped_test_is_a_failure_under_ci(tmp_path: Path, test: str) -> None:
    assert status(tmp_path, "true", test) != 0


def test_skipped_tests_are_no_failure_elsewhere(tmp_path: Path) -> None:
    assert status(tmp_path, "", BY_CALL, BY_MARK, BY_MODULE, BY_XFAIL) == 0
