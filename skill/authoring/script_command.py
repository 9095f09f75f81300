"""`knee-guide script`: everything that the skill says, as a page to read, or held against the locale's style."""

from __future__ import annotations

import argparse

from skill.authoring.model_files import LOCALES
from skill.authoring.speech_lint.lint import lint, load_script
from skill.authoring.speech_lint.page import page
from skill.conditions.loader import load_knowledge
from skill.locales.locale import locale_directories


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--lint", action="store_true", help="report what breaks the style instead of printing the page")
    locales = [directory.name for directory in locale_directories(LOCALES)]
    parser.add_argument("--locale", default="en-US", choices=locales, help="whose words (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """0 when all is well, 1 when there is something to mend."""
    script = load_script(load_knowledge(), LOCALES / arguments.locale)
    if not arguments.lint:
        print(*page(script), sep="\n")
        return 0
    problems = lint(script)
    print("\n".join(map(str, problems)) or f"{len(script.prompts)} prompts read, nothing to mend.")
    return int(bool(problems))
