"""Which knowledge an answer rests on, so that a log tells it long after the files have changed."""

from __future__ import annotations

from pathlib import Path

from skill.conditions.loader import KNOWLEDGE

VERSION = "version.txt"  # holds the version where a package has compiled the files


def knowledge_version(directory: Path = KNOWLEDGE) -> str:
    """Twelve hexadecimal digits that change with every change to the files, and are alike wherever these are alike."""
    compiled = directory / VERSION
    if compiled.exists():
        return compiled.read_text(encoding="utf-8")
    import hashlib  # here, since a package has no use for it

    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*.yaml")):
        # Read as text, since some checkouts end lines differently.
        digest.update(f"{path.relative_to(directory).as_posix()}\0{path.read_text(encoding='utf-8')}\0".encode())
    return digest.hexdigest()[:12]
