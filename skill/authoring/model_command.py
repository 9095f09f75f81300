"""`knee-guide model`: write the interaction models from the locales' words, compare them, lint them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from skill.authoring.elicited import elicited_slots
from skill.authoring.lint.rules import Subject, lint
from skill.authoring.model_files import LOCALES, MANIFEST, PACKAGE, differences, model_path, read_json, write
from skill.authoring.prompts import said_texts
from skill.conditions.documents import DocumentError
from skill.locales.locale import locale_directories
from skill.simulator.language import LanguageError


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do; one of three."""
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--write", action="store_true", help="generate the files from skill/locales")
    action.add_argument("--check", action="store_true", help="fail when the files are not what would be generated")
    action.add_argument("--lint", action="store_true", help="report what Amazon would refuse or mishear")


def run(arguments: argparse.Namespace) -> int:
    """0 when all is well, 1 when there is something to mend, 2 when the words cannot be read."""
    if not PACKAGE.is_dir():
        print(f"There is no {PACKAGE.name} folder here: this command works in a checkout.", file=sys.stderr)
        return 2
    try:
        if arguments.write:
            return _write()
        return _report(_differences() if arguments.check else _faults())
    except (DocumentError, LanguageError) as error:
        print(error, file=sys.stderr)
        return 2


def _write() -> int:
    for path in write(LOCALES, PACKAGE):
        print(f"{path.relative_to(PACKAGE.parent).as_posix()} written")
    return 0


def _report(lines: Iterator[str]) -> int:
    found = list(lines)
    print("\n".join(found) or "Nothing to mend.")
    return int(bool(found))


def _differences() -> Iterator[str]:
    return (f"{line}; run 'knee-guide model --write'" for line in differences(LOCALES, PACKAGE))


def _faults() -> Iterator[str]:
    return (f"{fault} [{rule}]" for rule, fault in lint(list(subjects())))


def subjects() -> Iterator[Subject]:
    """Each locale's generated model, with the manifest, the locale's prompts and the slots that the skill elicits."""
    manifest = read_json(PACKAGE / MANIFEST)
    for directory in locale_directories(LOCALES):
        document = read_json(model_path(PACKAGE, directory.name)) or {}
        yield Subject(document, directory.name, manifest, tuple(said_texts(directory)), elicited_slots())
