"""`knee-guide transcripts`: hold written-down conversations again, to compare them or to record them anew."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from skill import app
from skill.commands import devices
from skill.evaluation.contracts import contracts
from skill.simulator.transcript_runner import Failure, record_file, run_file
from skill.simulator.transcripts import TranscriptError


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("files", nargs="+", type=Path, help="Markdown files with transcript blocks")
    parser.add_argument("--record", action="store_true", help="write what is said now into the A: and R: lines")
    wordless = "compare what is the same in every locale: the lines with >, but for those about words"
    parser.add_argument("--wordless", action="store_true", help=wordless)
    parser.add_argument("--locale", default="en-US", help="the locale of the conversations (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Run or record each file; 1 when a line did not come true."""
    failed = False
    for path in arguments.files:
        try:
            if arguments.record and record_file(path, partial(devices.for_transcript, arguments.locale)):
                print(f"{path}: recorded")
            failures = compare(path, arguments.locale, worded=not arguments.wordless)
        except (OSError, TranscriptError) as error:
            print(error, file=sys.stderr)
            return 2
        for failure in failures:
            print(failure)
        failed = failed or bool(failures)
    return int(failed)


def compare(path: Path, locale: str, *, worded: bool = True) -> tuple[Failure, ...]:
    """Every line of the file that did not come true."""
    return run_file(path, partial(devices.for_transcript, locale), contracts(app.build().inference), worded=worded)
