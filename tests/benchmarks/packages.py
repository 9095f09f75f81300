"""The package beside that of the SDK's hello world as pip would fill it: both with bytecode for this Python.

Each can be unpacked in a folder of its own, and Python run there with nothing else in its reach.
"""

from __future__ import annotations

import py_compile
import re
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from py_compile import PycInvalidationMode
from zipfile import ZipFile

from skill.authoring.package.archive import packed, zipped

ROOT = Path(__file__).parents[2]
HELLO_WORLD = "hello_world.py"


@dataclass(frozen=True)
class Package:
    """A function's zip, the module that has its handler, and the folder that it is unpacked in."""

    content: bytes
    module: str
    folder: Path

    @property
    def unpacked_bytes(self) -> int:
        return sum(entry.file_size for entry in ZipFile(BytesIO(self.content)).infolist())

    def python(self, *arguments: str, said: str = "") -> str:
        """What a new process prints, which has `said` as its input."""
        command = [str(Path(sys.base_prefix) / "bin" / "python3"), "-I", "-S", *arguments]
        run = subprocess.run(command, cwd=self.folder, input=said, capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(run.stderr)
        return run.stdout


@contextmanager
def unpacked() -> Iterator[tuple[Package, Package]]:
    """Both packages; hello world's module lies in our folder too, so that one process can run the two by turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        guide = Package(ours(), "lambda_function", folder / "guide")
        other = Package(hello_world(), "hello_world", folder / "hello")
        for each in (guide, other):
            ZipFile(BytesIO(each.content)).extractall(each.folder)
        (guide.folder / HELLO_WORLD).write_bytes(Path(__file__).with_name(HELLO_WORLD).read_bytes())
        yield guide, other


def ours() -> bytes:
    return packed(ROOT)


def hello_world() -> bytes:
    """With everything that `pip install --target` puts beside it, as the SDK's instructions have it."""
    files = {HELLO_WORLD: Path(__file__).with_name(HELLO_WORLD).read_bytes()}
    for name in _needed("ask-sdk-core"):
        for path in distribution(name).files or ():
            if ".." not in path.parts and path.suffix != ".pyc":
                files[path.as_posix()] = Path(path.locate()).read_bytes()
    return zipped(files | dict(_compiled(files)))


def _compiled(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What Python itself makes of the sources; ours is made by our packer, which leaves some out."""
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # for the libraries' own authors
        for path, content in files.items():
            if path.endswith(".py"):
                source = Path(name) / path
                source.parent.mkdir(parents=True, exist_ok=True)
                source.write_bytes(content)
                compiled = py_compile.compile(
                    str(source), dfile=path, doraise=True, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH, quiet=1
                )
                yield str(Path(compiled).relative_to(name)), Path(compiled).read_bytes()


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
