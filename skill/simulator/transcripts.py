"""Conversations written down in Markdown: every fenced block marked `transcript` is one.

    ```transcript screen
    A: Welcome. What would you like?
    U: a large pizza
    > heard OrderIntent
    A: With what?
    R: Which toppings would you like?
    ```

`U:` is what the user says; `U: (silence)` is silence, `U: (launch)` opens the skill, and `U: (touch ["go", 1])` touches
what sends these arguments. `A:` is the recorded
answer and `R:` the recorded reprompt. A `>` line is a contract, which no recording may change. A block that
does not begin with an invocation or `U: (launch)` implies a launch, recorded by the `A:` before the first
`U:`. An indented line continues the one above it; a line that begins with `#` is a comment, and `# device:
screen` says the same as the word behind the fence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LAUNCH = "(launch)"
SILENCE = "(silence)"
_TOUCH = re.compile(r"\(touch (\[.*\])\)")

_FENCE = re.compile(r"\s*(```+|~~~+)\s*(\S*)\s*(.*)")
_HEADING = re.compile(r"#+\s+(.*?)\s*#*")
_DEVICE = "# device:"


class TranscriptError(ValueError):
    """A transcript that cannot be read or run; the message begins with the file and line."""


@dataclass(frozen=True)
class Place:
    """Lines of a file, counted from 1, both ends included."""

    path: Path
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.path}:{self.first}"


@dataclass(frozen=True)
class Entry:
    """One entry of a block: its mark (`U`, `A`, `R` or `>`), its text, and where it stands."""

    mark: str
    text: str
    place: Place


@dataclass(frozen=True)
class Step:
    """What the user does, with what is recorded and required of the answer."""

    said: str
    place: Place
    answer: Entry | None = None
    reprompt: Entry | None = None
    contracts: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Conversation:
    """One transcript block under the heading that names it; its first step is always a launch.

    Where the launch is not written out, its place is that of the fence; whether it takes place then depends on what the
    user says next, as an invocation needs none.
    """

    title: str
    place: Place
    options: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return f"{self.place} {self.title}".rstrip()

    @property
    def launch_is_bare(self) -> bool:
        """Whether nothing is written of the launch: no line for it, no answer, no contract."""
        launch = self.steps[0]
        return launch.place == self.place and not (launch.answer or launch.reprompt or launch.contracts)


@dataclass
class _Block:
    title: str
    start: int
    options: set[str]
    entries: list[Entry] = field(default_factory=list)


def load_conversations(path: Path) -> tuple[Conversation, ...]:
    """Read the transcript blocks of a Markdown file, raising TranscriptError where one cannot be understood."""
    return read_conversations(path.read_text(encoding="utf-8"), path)


def read_conversations(markdown: str, path: Path) -> tuple[Conversation, ...]:
    """Read the transcript blocks of a text, which `path` names in messages."""
    return tuple(_conversation(block, path) for block in _blocks(markdown, path))


def touched(said: str) -> list[Any] | None:
    """What a `U:` line touches: the arguments, or None where it touches nothing."""
    match = _TOUCH.fullmatch(said)
    try:
        return list(json.loads(match[1])) if match else None
    except ValueError:
        return None


def touch(arguments: Sequence[Any]) -> str:
    """The `U:` line of a touch."""
    return f"(touch {json.dumps(list(arguments))})"


def _blocks(markdown: str, path: Path) -> Iterator[_Block]:
    title, block, fence = "", None, ""
    for number, line in enumerate(markdown.splitlines(), start=1):
        found = _FENCE.fullmatch(line)
        if fence and found and found[1] == fence and not found[2]:
            if block:
                yield block
            block, fence = None, ""
        elif fence:
            if block:
                _add_line(block, line, number, path)
        elif found:
            fence = found[1]
            block = _Block(title, number, set(found[3].split())) if found[2] == "transcript" else None
        elif heading := _HEADING.fullmatch(line):
            title = heading[1]
    if block:
        raise TranscriptError(f"{path}:{block.start}: the transcript is never closed.")


def _add_line(block: _Block, line: str, number: int, path: Path) -> None:
    if not line.strip():
        return
    if line.startswith("#"):
        if line.startswith(_DEVICE):
            block.options.update(line.removeprefix(_DEVICE).split())
        return
    if line[0].isspace() and block.entries:
        last = block.entries.pop()
        block.entries.append(Entry(last.mark, f"{last.text} {line.strip()}", Place(path, last.place.first, number)))
        return
    mark, text = (">", line[1:]) if line.startswith(">") else (line[:1], line[2:])
    if mark not in "UAR>" or (mark != ">" and line[1:2] != ":"):
        raise TranscriptError(f'{path}:{number}: a line begins with "U:", "A:", "R:" or ">", and this does not.')
    block.entries.append(Entry(mark, text.strip(), Place(path, number, number)))


def _conversation(block: _Block, path: Path) -> Conversation:
    place = Place(path, block.start, block.start)
    entries = block.entries
    if not entries or entries[0].mark != "U" or entries[0].text != LAUNCH:
        entries = [Entry("U", LAUNCH, place), *entries]
    starts = [at for at, entry in enumerate(entries) if entry.mark == "U"]
    ends = [*starts[1:], len(entries)]
    steps = tuple(_step(entries[start:end]) for start, end in zip(starts, ends, strict=True))
    return Conversation(block.title, place, frozenset(block.options), steps)


def _step(entries: list[Entry]) -> Step:
    user, *rest = entries
    return Step(
        said=user.text,
        place=user.place,
        answer=_only("A", rest),
        reprompt=_only("R", rest),
        contracts=tuple(entry for entry in rest if entry.mark == ">"),
    )


def _only(mark: str, entries: Iterable[Entry]) -> Entry | None:
    found = [entry for entry in entries if entry.mark == mark]
    if len(found) > 1:
        raise TranscriptError(f'{found[1].place}: there are two "{mark}:" lines for one "U:" line.')
    return found[0] if found else None
