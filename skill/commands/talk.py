"""`knee-guide talk`: hold a conversation in the terminal, or through a pipe."""

from __future__ import annotations

import argparse
import sys
from itertools import chain

from skill import app, simulator
from skill.commands import devices
from skill.simulator import Exchange


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--locale", default="en-US", help="the locale to talk in (default: %(default)s)")
    parser.add_argument("--trace", action="store_true", help="show intent, slots, what was understood and the causes")
    parser.add_argument("--strict", action="store_true", help="understand the model's exact sample utterances only")


def run(arguments: argparse.Namespace) -> int:
    """Talk until the session or the input ends."""
    app.build()  # first, so that mistakes in knowledge or words are told as what they are
    try:
        device = devices.device(arguments.locale, strict=arguments.strict)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    return simulator.talk(device, trace=_trace if arguments.trace else None)


def _trace(exchange: Exchange) -> chain[str]:
    return chain(simulator.trace(exchange), devices.trace(exchange))
