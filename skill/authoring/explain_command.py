"""`knee-guide explain`: one condition, for a clinician to check: as a table, and as a chart."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from skill.authoring.condition_report import condition_report
from skill.authoring.model_files import LOCALES
from skill.authoring.pull_chart import pull_chart
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.locales.locale import locale_directories
from skill.speech.words import ConditionWords
from skill.speech.words_reader import load_words


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("condition", nargs="+", metavar="CONDITION", help="its id or its spoken name")
    parser.add_argument("--svg", metavar="FILE", type=Path, help="write a chart of what pulls which way")
    locales = [directory.name for directory in locale_directories(LOCALES)]
    parser.add_argument("--locale", default="en-US", choices=locales, help="whose words (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Print the report; 2 for a condition that nobody knows or a chart that cannot be written."""
    inference = Inference(load_knowledge())
    words = load_words(LOCALES / arguments.locale / "said")
    named = " ".join(arguments.condition)
    name = condition_named(named, words.conditions)
    if name is None:
        known = "\n".join(f"  {each} ({said.name})" for each, said in words.conditions.items())
        print(f"There is no condition '{named}'. There are:\n{known}", file=sys.stderr)
        return 2
    condition = inference.knowledge.conditions[name]
    print(*condition_report(inference, condition, words), sep="\n")
    if arguments.svg is None:
        return 0
    try:
        arguments.svg.write_text(pull_chart(inference, condition, words), encoding="utf-8")
    except OSError as error:
        print(f"The chart cannot be written: {error}", file=sys.stderr)
        return 2
    print(f"\n{arguments.svg} written.")
    return 0


def condition_named(text: str, conditions: Mapping[str, ConditionWords]) -> str | None:
    """The id of the condition of that id or name, however its letters and apostrophes are written."""
    wanted = _letters(text)
    return next(
        (each for each, said in conditions.items() if wanted in map(_letters, (each, said.name, said.a_name))), None
    )


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
