"""Which knowledge an answer rests on, so that a log tells it long after the files have changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from skill.conditions.loader import KNOWLEDGE


def knowledge_version(directory: Path = KNOWLEDGE) -> str:
    """Twelve hexadecimal digits that change with every change to the files, and are alike wherever these are alike."""
    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*.yaml")):
        # Read as text, since some checkouts end lines differently.
        digest.update(f"{path.relative_to(directory).as_posix()}\0{path.read_text(encoding='utf-8')}\0".encode())
    return digest.hexdigest()[:12]
