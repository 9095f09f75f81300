"""`knee-guide check`: every mistake in the knowledge and in the words, one line each."""

from __future__ import annotations

import argparse

from skill.authoring.check import check
from skill.authoring.model_files import LOCALES
from skill.conditions.loader import KNOWLEDGE


def configure(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments: it always checks everything."""


def run(arguments: argparse.Namespace) -> int:
    """0 when there is nothing to mend, 1 otherwise."""
    report = check(KNOWLEDGE, LOCALES)
    for problem in report.problems:
        print(problem)
    if report.problems:
        return 1
    print(f"{report.entries} entries checked, nothing to mend.")
    return 0
