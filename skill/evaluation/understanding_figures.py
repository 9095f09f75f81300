"""How well people are understood: figures over labelled utterances, answers and descriptions.

All are JSON Lines. Utterances have `text`, `kind`, `label`; answers `text`, `question`, `reply`, `findings`, `part`;
descriptions `text`, `findings`, `facts`, `part`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.evaluation.asked import asked
from skill.evaluation.listening import Ear
from skill.evaluation.tally import Tally
from skill.understanding.heard import Reply
from skill.understanding.pending import Pending

# The data's README: utterances with such a SHA-256 are left unread while developing.
_UNREAD_ENDINGS = frozenset("01234")
READ, UNREAD = "read", "unread"

_YES_NO, _OPEN = Pending("yes_no"), Pending("open")
_EXPECTED_REPLY = {"answer_yes": Reply.YES, "answer_no": Reply.NO, "answer_unsure": Reply.UNSURE}
_EXPECTED_REQUEST = {
    "asks_repeat_or_clarify": ("repeat", "slower", "explain", "why", "about"),
    "cancel_stop": ("stop",),
    "help": ("help",),
}
_OPPOSITES = {(Reply.YES, Reply.NO), (Reply.NO, Reply.YES)}


def figures(
    path: Path, ears: Mapping[str, Ear], knowledge: KnowledgeBase, disputed: Collection[str] = ()
) -> dict[str, Tally]:
    """A tally for each part of a file and each ear, as "part, ear"; lines whose label is `disputed` are left out.

    Raises:
        ValueError: for a line that is none of the three kinds.
    """
    tallies: dict[str, Tally] = {}
    for line in _lines(path):
        if line["text"] in disputed:
            continue
        for name, ear in ears.items():
            _count(line, ear, knowledge, tallies.setdefault(f"{_part(line)}, {name}", Tally()))
    return tallies


def is_unread(text: str) -> bool:
    """Whether an utterance belongs to the part that nobody reads while developing."""
    return hashlib.sha256(text.encode()).hexdigest()[-1] in _UNREAD_ENDINGS


def _part(line: Mapping[str, Any]) -> str:
    return str(line["part"]) if "part" in line else (UNREAD if is_unread(line["text"]) else READ)


def _count(line: Mapping[str, Any], ear: Ear, knowledge: KnowledgeBase, tally: Tally) -> None:
    if "kind" in line:
        _utterance(line, ear, tally)
    elif "reply" in line:
        pending = asked(line["question"], knowledge) or _OPEN
        taken = ear(line["text"], pending)
        _reply(
            Reply(line["reply"]) if line["reply"] else None, taken.reply, f"{line['text']} | {line['question']}", tally
        )
        _findings(line["findings"], taken.evidence.without(*pending.findings), line["text"], tally)
    else:
        taken = ear(line["text"], _OPEN)
        _findings(line["findings"], taken.evidence, line["text"], tally)
        for name, value in line["facts"].items():
            heard = taken.evidence.facts.known().get(name)
            tally.add("facts heard", heard == value, f"{name}={value}, heard {heard}: {line['text']}")


def _utterance(line: Mapping[str, Any], ear: Ear, tally: Tally) -> None:
    kind, text, label = str(line["kind"]), str(line["text"]), str(line.get("label") or "")
    taken = ear(text, _YES_NO)
    if kind == "correction":
        tally.add("corrections noticed", taken.correction, text)
    else:
        tally.add("no correction imagined", not taken.correction, text)
    if kind in _EXPECTED_REPLY:
        _reply(_EXPECTED_REPLY[kind], taken.reply, f"{text} | {line.get('question')}", tally)
    for name, expected in _EXPECTED_REQUEST.items():
        if kind == "other" and label.startswith(name):
            tally.add(f"requests: {name}", taken.request in expected, f"{taken.request}: {text}")


def _reply(expected: Reply | None, got: Reply | None, shown: str, tally: Tally) -> None:
    said, heard = (reply.value if reply else "none" for reply in (expected, got))
    miss = f"{said}, heard {heard}: {shown}"
    tally.add("answers right", got is expected, miss)
    tally.add("answers not flipped", (expected, got) not in _OPPOSITES, miss)


def _findings(labels: Mapping[str, str], evidence: Evidence, text: str, tally: Tally) -> None:
    """What is heard should be labelled (precision), and what is labelled heard (recall), each with its presence."""
    found = {name: presence.value for name, presence in evidence.findings.items()}
    for name, presence in found.items():
        tally.add("findings: precision", labels.get(name) == presence, f"{name} {presence}: {text}")
    for name, presence in labels.items():
        tally.add("findings: recall", found.get(name) == presence, f"{name} {presence}: {text}")
        if presence == Presence.ABSENT.value:
            tally.add("denied not heard as present", found.get(name) != Presence.PRESENT.value, f"{name}: {text}")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not text.strip():
            continue
        try:
            line = json.loads(text)
        except json.JSONDecodeError as error:
            raise ValueError(f"{path}:{number}: not JSON: {error.msg}") from error
        if not isinstance(line, dict) or "text" not in line or not line.keys() & {"kind", "reply", "findings"}:
            raise ValueError(f"{path}:{number}: needs 'text', and 'kind', 'reply' or 'findings'")
        yield line
