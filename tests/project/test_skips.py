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


@pytest.mark.parametrize("ci", ["true", ""])
@pytest.mark.parametrize("test", [BY_CALL, BY_MARK, BY_MODULE, BY_XFAIL], ids=["call", "mark", "module", "xfail"])
def test_a_skipped_test_is_a_failure_under_ci_and_only_there(tmp_path: Path, test: str, ci: str) -> None:
    shutil.copy(CONFTEST, tmp_path)
    (tmp_path / "test_skipping.py").write_text(test)
    (tmp_path / "test_passing.py").write_text("def test_it():\n    pass\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-q"]
    result = subprocess.run(
        [*command, "--rootdir=.", "-c", os.devnull],
        cwd=tmp_path,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
    )
    assert (result.returncode != 0) is bool(ci)
