"""The knowledge as it was at another git revision, read by today's code: to see what an edit would change."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from skill.conditions.documents import DocumentError
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import KNOWLEDGE, load_knowledge


class RevisionError(Exception):
    """The knowledge of a revision cannot be had, or today's code cannot read it."""


def knowledge_at(revision: str, directory: Path = KNOWLEDGE) -> KnowledgeBase:
    """The knowledge base in `directory` as committed at `revision`.

    Raises:
        RevisionError: when there is no such revision, no git, or knowledge of another make.
    """
    archive = _git_archive(revision, directory)
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        try:
            return load_knowledge(Path(folder))
        except DocumentError as error:
            raise RevisionError(f"The knowledge at '{revision}' cannot be read by this code:\n{error}") from error


def _git_archive(revision: str, directory: Path) -> bytes:
    # A revision that begins with a dash would be taken for an option.
    if revision.startswith("-"):
        raise RevisionError(f"'{revision}' is not a revision.")
    # In a folder of the work tree, git archives that folder alone.
    command = ["git", "-C", str(directory), "archive", "--format=tar", revision]
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout
    except FileNotFoundError as error:
        raise RevisionError("git is not installed, and it keeps the other revisions.") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise RevisionError(f"git has no knowledge at '{revision}': {said}") from error
