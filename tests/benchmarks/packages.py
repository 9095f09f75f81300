"""The package beside that of the SDK's hello world as pip would fill it: both with bytecode for this Python."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

from skill.authoring.package.archive import packed, zipped
from skill.authoring.package.bytecode import bytecode

ROOT = Path(__file__).parents[2]
HELLO_WORLD = "hello_world.py"


def ours() -> bytes:
    return packed(ROOT)


def hello_world() -> bytes:
    """With everything that `pip install --target` puts beside it, as the SDK's instructions have it."""
    files = {HELLO_WORLD: Path(__file__).with_name(HELLO_WORLD).read_bytes()}
    for name in _needed("ask-sdk-core"):
        for path in distribution(name).files or ():
            if ".." not in path.parts and path.suffix != ".pyc":
                files[path.as_posix()] = Path(path.locate()).read_bytes()
    return zipped(files | dict(bytecode(files)))


def _needed(name: str) -> set[str]:
    """A library and all that it needs; markers tell of Pythons that are no more, and of extras."""
    needed, left = set(), [name]
    while left:
        each = left.pop()
        if each not in needed:
            needed.add(each)
            stated = distribution(each).requires or ()
            left += [re.split(r"[^\w-]", other)[0].lower() for other in stated if ";" not in other]
    return needed
