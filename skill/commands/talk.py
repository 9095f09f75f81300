"""`knee-guide talk`: hold a conversation in the terminal, or through a pipe."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from itertools import chain
from time import sleep

from skill import app, simulator
from skill.commands import devices
from skill.simulator import Exchange, SystemVoice, SystemVoiceError, paced


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--locale", default="en-US", help="the locale to talk in (default: %(default)s)")
    parser.add_argument("--trace", action="store_true", help="show intent, slots, what was understood and the causes")
    parser.add_argument("--strict", action="store_true", help="understand the model's exact sample utterances only")
    parser.add_argument(
        "--timers", choices=devices.TIMERS, default=devices.ASK, help="how timers behave (default: %(default)s)"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--pace", action="store_true", help="print as a device speaks, in time, with the seconds")
    how.add_argument("--aloud", action="store_true", help="speak with a voice of this system: espeak-ng or flite")


def run(arguments: argparse.Namespace) -> int:
    """Talk until the session or the input ends."""
    app.build().tongue(arguments.locale)  # first, so that mistakes in knowledge or words are told as what they are
    try:
        voice = SystemVoice.installed().say if arguments.aloud else None
        timers = devices.timer_service(arguments.timers)
        device = devices.device(arguments.locale, strict=arguments.strict, timers=timers)
        pace = partial(paced, sleep=sleep) if arguments.pace else None
        return simulator.talk(device, trace=_trace if arguments.trace else None, pace=pace, voice=voice)
    except (FileNotFoundError, SystemVoiceError) as error:
        print(error, file=sys.stderr)
        return 2


def _trace(exchange: Exchange) -> chain[str]:
    return chain(simulator.trace(exchange), devices.trace(exchange))
