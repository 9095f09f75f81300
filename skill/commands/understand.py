"""`knee-guide understand`: what is understood from each line, as JSON lines, with the words it rests on."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from skill import app
from skill.alexa.pending import pending_of
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.dialog import acts
from skill.understanding.heard import Heard
from skill.understanding.pending import Pending
from skill.understanding.understander import load_understander


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    text = "one utterance a line, or JSON lines with `text` and an optional `question` (default: standard input)"
    parser.add_argument("file", nargs="?", type=Path, help=text)
    parser.add_argument("--locale", default="en-US", choices=app.LOCALE_CODES, help="default: %(default)s")


def run(arguments: argparse.Namespace) -> int:
    """Print one JSON object a line; 2 when a line cannot be read, after all that can."""
    knowledge, understander = load_knowledge(), load_understander(app.LOCALES / arguments.locale)
    unread = 0
    try:
        lines = arguments.file.read_text(encoding="utf-8").splitlines() if arguments.file else sys.stdin
        for number, line in enumerate(lines, 1):
            try:
                text, pending = _utterance(line.strip(), knowledge)
            except ValueError as error:
                print(f"line {number}: {error}", file=sys.stderr)
                unread += 1
                continue
            print(json.dumps(_shown(text, understander.understand(text, pending)), ensure_ascii=False))
    except (OSError, UnicodeDecodeError) as error:
        print(f"{arguments.file}: {error}", file=sys.stderr)
        return 2
    return 2 if unread else 0


def _utterance(line: str, knowledge: KnowledgeBase) -> tuple[str, Pending | None]:
    """The text of a line and the question it answers."""
    if not line.startswith("{"):
        return line, None
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg}") from error
    if not isinstance(value.get("text"), str):
        raise ValueError("'text' is missing")
    question = value.get("question")
    return value["text"], _pending(question, knowledge) if question else None


def _pending(name: str, knowledge: KnowledgeBase) -> Pending | None:
    """The question by its id, or the yes/no question for a finding or red flag."""
    if name in knowledge.questions:
        return pending_of(acts.AskQuestion(question=name), knowledge)
    if name in knowledge.red_flags:
        return pending_of(acts.AskFlags(flags=(name,)), knowledge)
    if name in knowledge.findings:
        return Pending("yes_no", (name,))
    raise ValueError(f"there is no question, red flag or finding '{name}'")


def _shown(text: str, heard: Heard) -> dict[str, Any]:
    mentions: Iterable[dict[str, Any]] = (
        {"id": each.id, "is": each.presence.value, "words": each.words, "start": each.start, "end": each.end}
        for each in heard.mentions
    )
    return {
        "text": text,
        "findings": {name: presence.value for name, presence in heard.evidence.findings.items()},
        "facts": heard.evidence.facts.known(),
        "reply": heard.reply.value if heard.reply else None,
        "request": heard.request,
        "correction": heard.correction,
        "topic": heard.topic,
        "rests_on": list(mentions),
    }
