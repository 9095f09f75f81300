"""The project's pages, and what stands in their fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ROOMS = ("skill", "lambda", "interaction_model", "tests")
# Conversations are pages too, but each is a test of its own, and the changelog tells of what was.
PAGES = (
    ROOT / "README.md",
    *(path for room in _ROOMS for path in sorted((ROOT / room).rglob("*.md")) if "transcripts" not in path.parts),
)

# A fence of three backticks or more, its language, what is remarked behind that, and what stands before the same fence.
_FENCE = re.compile(
    r"^(?P<fence> *```+)(?P<kind>\w*) ?(?P<mark>[^\n]*)\n(?P<text>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the remark behind that, and its lines."""

    kind: str
    mark: str
    text: str


def blocks(text: str) -> list[Block]:
    """The fenced blocks of Markdown, in order; a fence within a longer fence belongs to that."""
    return [Block(match["kind"], match["mark"], match["text"]) for match in _FENCE.finditer(text)]


def commands(block: Block) -> Iterator[str]:
    """The commands of a block for a shell, one a line, without what is remarked beside them."""
    for line in block.text.splitlines():
        command = re.sub(r"(^|\s)#.*", "", line).strip()
        if command:
            yield command


def named(page: Path) -> str:
    """How a page is called in a report."""
    return page.relative_to(ROOT).as_posix()
