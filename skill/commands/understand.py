"""`knee-guide understand`: what is understood from each line, as JSON lines, or how well labelled lines are."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from skill import app
from skill.alexa.carriers import load_carriers
from skill.alexa.request_adapter import RequestAdapter
from skill.commands import devices
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.evaluation.asked import asked
from skill.evaluation.disputed import disputed_texts
from skill.evaluation.listening import Ear, as_delivered, as_said
from skill.evaluation.tally import table
from skill.evaluation.understanding_figures import figures
from skill.simulator.language import load_language
from skill.understanding.pending import Pending
from skill.understanding.record import as_record
from skill.understanding.understander import Understander, load_understander


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    text = "one utterance a line, or JSON lines with `text` and an optional `question` (default: standard input)"
    parser.add_argument("file", nargs="?", type=Path, help=text)
    parser.add_argument("--locale", default="en-US", choices=app.LOCALE_CODES, help="default: %(default)s")
    labelled = "instead, how well labelled utterances, answers or descriptions (JSON lines) are understood"
    parser.add_argument("--figures", type=Path, metavar="LABELLED", help=labelled)
    parser.add_argument("--disputed", type=Path, metavar="LIST", help="YAML list of texts whose label is wrong")
    parser.add_argument("--misses", metavar="PART", help="with --figures: the misses of one part too")


def run(arguments: argparse.Namespace) -> int:
    """Print one JSON object a line; 2 when a line cannot be read, after all that can."""
    knowledge, understander = load_knowledge(), load_understander(app.LOCALES / arguments.locale)
    try:
        if arguments.figures:
            return _figures(arguments, knowledge, understander)
        return _records(arguments.file, knowledge, understander)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2


def _records(file: Path | None, knowledge: KnowledgeBase, understander: Understander) -> int:
    unread = 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines() if file else sys.stdin, 1):
        try:
            text, pending = _utterance(line.strip(), knowledge)
        except ValueError as error:
            print(f"line {number}: {error}", file=sys.stderr)
            unread += 1
            continue
        print(json.dumps(as_record(text, understander.understand(text, pending)), ensure_ascii=False))
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
    return value["text"], asked(question, knowledge) if question else None


def _figures(arguments: argparse.Namespace, knowledge: KnowledgeBase, understander: Understander) -> int:
    disputed = disputed_texts(arguments.disputed) if arguments.disputed else ()
    ears = _ears(arguments.locale, knowledge, understander)
    tallies = figures(arguments.figures, ears, knowledge, disputed)
    print(table(tallies))
    for name, tally in tallies.items():
        if arguments.misses and name.startswith(f"{arguments.misses}, "):
            print(f"\n{name}:", *tally.misses, sep="\n  ")
    return 0


def _ears(locale: str, knowledge: KnowledgeBase, understander: Understander) -> dict[str, Ear]:
    adapter = RequestAdapter(knowledge, understander, load_carriers(app.LOCALES / locale))
    model = devices.interaction_model(locale)
    return {"as said": as_said(understander), "delivered": as_delivered(model, load_language(locale), adapter)}
