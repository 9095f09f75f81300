"""What the package has of others: the libraries of a turn as they are installed here, held against the lock file."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution
from pathlib import Path

SHIPPED = ("ask-sdk-core", "ask-sdk-model", "ask-sdk-runtime", "python-dateutil", "six")
LEFT_OUT: Mapping[str, str] = {
    "requests": "the SDK's client for Alexa's services: a turn needs timers alone, which we set within our own limit",
    "tzdata": "names of time zones: requests tell the time in UTC",
}
_LICENSES = re.compile(r"(LICEN[CS]E|NOTICE|COPYING|AUTHORS)[^/]*")
_COMPILED = {".so", ".pyd", ".dylib"}

File = tuple[str, bytes]


class PackageError(Exception):
    """The package cannot be made; the message is one sentence for the person who makes it."""


def files_of_libraries(lock: Path) -> Iterator[File]:
    """The files of the libraries, by their names in the package.

    Raises PackageError for a library that is not the locked one, was changed since it was installed, or is compiled
    for one kind of machine, since one package serves all.
    """
    locked = dict(re.findall(r"(?m)^([\w.-]+)==([^\s\\;]+)", lock.read_text(encoding="utf-8")))
    for name in SHIPPED:
        try:
            library = distribution(name)
        except PackageNotFoundError:
            raise PackageError(f"{name} is not installed here: run 'make setup'.") from None
        if library.version != locked.get(name):
            raise PackageError(f"{name} is {library.version} here, and {locked.get(name)} in {lock.name}.")
        yield from _files(name, library)


def _files(name: str, library: Distribution) -> Iterator[File]:
    licenses = 0
    for path in sorted(library.files or (), key=str):
        if path.suffix in _COMPILED:
            raise PackageError(f"{name} has {path}, which runs on one kind of machine only.")
        if _is_license(path):
            licenses += 1
            yield f"licenses/{name}/{path.name}", _verified(name, path)
        elif path.suffix == ".py" and ".." not in path.parts:
            yield path.as_posix(), _verified(name, path)
    if not licenses:  # then its own statement is all there is
        yield f"licenses/{name}/METADATA", (library.read_text("METADATA") or "").encode()


def _is_license(path: PackagePath) -> bool:
    return path.parts[0].endswith(".dist-info") and bool(_LICENSES.fullmatch(path.name))


def _verified(name: str, path: PackagePath) -> bytes:
    """A file's content, if it is what was installed."""
    content = Path(path.locate()).read_bytes()
    if path.hash:
        digest = base64.urlsafe_b64encode(hashlib.new(path.hash.mode, content).digest()).rstrip(b"=").decode()
        if digest != path.hash.value:
            raise PackageError(f"{path} of {name} was changed since it was installed: run 'make clean setup'.")
    return content
