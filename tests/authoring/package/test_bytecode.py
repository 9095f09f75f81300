from __future__ import annotations

import importlib.util
import marshal
import sys
from pathlib import Path
from types import CodeType

from skill.authoring.package.bytecode import bytecode


def test_python_runs_the_bytecode_in_place_of_the_source(tmp_path: Path) -> None:
    ((name, content),) = bytecode({"answer.py": b"value = 1\n"})
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_bytes(content)
    (tmp_path / "answer.py").write_text("value = 2\n")
    spec = importlib.util.spec_from_file_location("answer", tmp_path / "answer.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.value == 1


def test_bytecode_lies_where_this_python_looks_for_it() -> None:
    ((name, _),) = bytecode({"skill/app.py": b"", "data.json": b"{}"})
    assert name == f"skill/__pycache__/app.{sys.implementation.cache_tag}.pyc"


SOURCE = b""""A module."
from __future__ import annotations
class A:
    "A class."
def f():
    "A function."
"""


def constants(code: CodeType) -> set[object]:
    inner = [each for each in code.co_consts if isinstance(each, CodeType)]
    return set(code.co_consts).union(*map(constants, inner))


def test_the_docstrings_of_libraries_stay_in_their_sources_and_ours_are_kept() -> None:
    shared, ours = (marshal.loads(content[16:]) for _, content in bytecode({"six.py": SOURCE, "skill/a.py": SOURCE}))
    told = {"A module.", "A class.", "A function."}
    assert constants(shared) & told == set()
    assert constants(ours) & told == told
