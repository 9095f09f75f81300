"""`knee-guide locale new`: begin a locale, or make a pseudo-locale in which untranslated words stand out."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from skill.authoring.model_files import LOCALES
from skill.authoring.new_locale import begun, pseudo
from skill.locales.locale import locale_directories

_CODE = re.compile(r"[a-z]{2}-[A-Z]{2}")


def configure(parser: argparse.ArgumentParser) -> None:
    """What to make, of what, and where."""
    parser.add_argument("action", choices=("new",), help="make the folder of a locale")
    parser.add_argument(
        "code", metavar="CODE", help="the locale's code, such as en-NZ; en-XA is usual for a pseudo-locale"
    )
    locales = [directory.name for directory in locale_directories(LOCALES)]
    parser.add_argument(
        "--from", dest="source", default="en-US", choices=locales, help="what it falls back to (default: %(default)s)"
    )
    parser.add_argument("--pseudo", action="store_true", help="with an accent on every word that is said")
    parser.add_argument("--into", type=Path, default=LOCALES, metavar="FOLDER", help="default: the skill's own locales")


def run(arguments: argparse.Namespace) -> int:
    """0 when the folder is made, 2 when it cannot be. What is there already is left alone."""
    folder = arguments.into / arguments.code
    if not _CODE.fullmatch(arguments.code):
        print(f"{arguments.code} is no locale code: write it as in en-NZ.", file=sys.stderr)
        return 2
    if folder.exists():
        print(f"{folder} exists already.", file=sys.stderr)
        return 2
    source = LOCALES / arguments.source
    for name, text in pseudo(source) if arguments.pseudo else begun(arguments.code, source):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{folder} is there; 'knee-guide check' says what is left to write.")
    return 0
