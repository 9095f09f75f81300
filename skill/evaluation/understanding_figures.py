"""How well people are understood: figures over labelled utterances and over labelled descriptions of pain.

Both files are JSON Lines. Utterances have `text`, `kind`, `label`; descriptions `text`, `findings`, `facts`, `part`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from skill.conditions.evidence import Presence
from skill.understanding.heard import Heard, Reply
from skill.understanding.pending import Pending
from skill.understanding.understander import Understander

UNREAD_ENDINGS = frozenset("01234")  # the data's README: lines with such a SHA-256 are left unread while developing

_EXPECTED_REPLY = {"answer_yes": Reply.YES, "answer_no": Reply.NO, "answer_unsure": Reply.UNSURE}
_EXPECTED_REQUEST = {
    "asks_repeat_or_clarify": ("repeat", "explain", "why"),
    "cancel_stop": ("stop",),
    "help": ("help",),
}
_OPPOSITES = {(Reply.YES, Reply.NO), (Reply.NO, Reply.YES)}


@dataclass(frozen=True, slots=True)
class Miss:
    """One line read otherwise than labelled."""

    measure: str
    expected: str
    got: str
    text: str
    question: str


@dataclass(slots=True)
class Tally:
    """Right ones of all, for each measure, and every miss."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def add(self, measure: str, right: bool, miss: Miss) -> None:
        self.total[measure] += 1
        if right:
            self.right[measure] += 1
        else:
            self.misses.append(miss)

    def share(self, measure: str) -> float:
        """The right ones as a share; 1 where there are none to be right about."""
        return self.right[measure] / self.total[measure] if self.total[measure] else 1.0


@dataclass(frozen=True, slots=True)
class UnderstandingReport:
    """Tallies of the lines that were read while developing, and of those that were not."""

    read: Tally
    unread: Tally

    def table(self) -> str:
        """The figures as lines of text."""
        lines = [f"{'':28}{'read':>16}{'unread':>16}"]
        measures = sorted(self.read.total.keys() | self.unread.total.keys())
        lines += [f"{name:28}{_figure(self.read, name):>16}{_figure(self.unread, name):>16}" for name in measures]
        return "\n".join(lines)


def run(path: Path, understander: Understander, disputed: Iterable[str] = ()) -> UnderstandingReport:
    """The figures over a file of utterances; `disputed` are the texts whose label is wrong, left out."""
    left_out = set(disputed)
    report = UnderstandingReport(Tally(), Tally())
    for line in _lines(path):
        if line["text"] not in left_out:
            _count(line, understander, report.unread if is_unread(line["text"]) else report.read)
    return report


def disputed_texts(path: Path) -> list[str]:
    """The texts of a YAML list of disputed labels (`text`, `label`, `reason`)."""
    return [entry["text"] for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def is_unread(text: str) -> bool:
    """Whether a line belongs to the part that nobody reads while developing."""
    return hashlib.sha256(text.encode()).hexdigest()[-1] in UNREAD_ENDINGS


def _count(line: Mapping[str, Any], understander: Understander, tally: Tally) -> None:
    kind, label = str(line["kind"]), str(line.get("label") or "")
    text, question = str(line["text"]), str(line.get("question") or "")
    if kind != "correction":
        imagined = understander.understand(text, Pending("yes_no")).correction
        tally.add("no correction imagined", not imagined, Miss("correction imagined", "none", "", text, question))
    if kind in _EXPECTED_REPLY:
        expected = _EXPECTED_REPLY[kind]
        reply = understander.understand(text, Pending("yes_no")).reply
        got = reply.value if reply else "none"
        tally.add("answers right", reply is expected, Miss("answers right", expected.value, got, text, question))
        flipped = (expected, reply) in _OPPOSITES
        tally.add("answers not flipped", not flipped, Miss("not flipped", expected.value, got, text, question))
    elif kind == "correction":
        heard = understander.understand(text, Pending("yes_no"))
        tally.add("corrections noticed", heard.correction, Miss("corrections", label, "none", text, question))
    elif kind == "other":
        _count_request(label, text, question, understander.understand(text, Pending("yes_no")), tally)


def _count_request(label: str, text: str, question: str, heard: Heard, tally: Tally) -> None:
    for name, expected in _EXPECTED_REQUEST.items():
        if label.startswith(name):
            measure = f"requests: {name}"
            right = heard.request in expected
            tally.add(measure, right, Miss(measure, name, heard.request or "none", text, question))


@dataclass(slots=True)
class FindingCounts:
    """Findings of descriptions: heard and labelled, heard only, labelled only, and denied ones heard as present."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    denied_as_present: int = 0
    facts_right: int = 0
    facts_total: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def run_descriptions(path: Path, understander: Understander) -> dict[str, FindingCounts]:
    """Counts for each part ("developed", "unseen") of a file of labelled descriptions."""
    counts: dict[str, FindingCounts] = {}
    for line in _lines(path):
        part = counts.setdefault(line["part"], FindingCounts())
        heard = understander.understand(line["text"])
        labelled = {finding: Presence(value) for finding, value in line["findings"].items()}
        _compare(labelled, heard, line["text"], part)
        known = heard.evidence.facts.known()
        part.facts_total += len(line["facts"])
        for name, value in line["facts"].items():
            part.facts_right += known.get(name) == value
            if known.get(name) != value:
                part.misses.append(f"fact {name}={value}, heard {known.get(name)}: {line['text']}")
    return counts


def _compare(labelled: Mapping[str, Presence], heard: Heard, text: str, part: FindingCounts) -> None:
    found = heard.evidence.findings
    for finding in labelled.keys() | found.keys():
        label, got = labelled.get(finding), found.get(finding)
        if label is got:
            part.right += 1
            continue
        part.missed += label is not None
        part.extra += got is not None
        part.denied_as_present += label is Presence.ABSENT and got is Presence.PRESENT
        part.misses.append(f"{finding}: {_name(label)} labelled, {_name(got)} heard: {text}")


def describe(counts: Mapping[str, FindingCounts]) -> str:
    """The counts as lines of text."""
    return "\n".join(
        f"{name:10} precision {part.precision:.3f}  recall {part.recall:.3f}  denied heard as present "
        f"{part.denied_as_present}  facts {part.facts_right}/{part.facts_total}"
        for name, part in counts.items()
    )


def _name(presence: Presence | None) -> str:
    return presence.value if presence else "not"


def _figure(tally: Tally, measure: str) -> str:
    return f"{tally.right[measure]}/{tally.total[measure]} {tally.share(measure):.1%}"


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
