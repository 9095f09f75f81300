"""`knee-guide`: the table of commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from skill import __version__
from skill.conditions.documents import DocumentError

# Command -> the module that has its `configure` and `run`, and what it is for. Modules are imported when needed.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "talk": ("skill.commands.talk", "talk to the skill in this terminal"),
    "serve": ("skill.commands.serve", "serve the skill's endpoint over HTTP"),
    "check": ("skill.authoring.check_command", "find every mistake in the knowledge and the words"),
    "locale": (
        "skill.authoring.locale_command",
        "begin a new locale, or a pseudo-locale that shows what is not translated",
    ),
    "model": ("skill.authoring.model_command", "write, check or lint the interaction model"),
    "understand": ("skill.commands.understand", "print what is understood from each line"),
    "explain": ("skill.authoring.explain_command", "show what pulls towards a condition, and what it rests on"),
    "evaluate": ("skill.commands.evaluate", "play cases through the whole skill and print the figures"),
    "aloud": ("skill.commands.aloud", "measure how long speech takes in a voice of this system"),
    "transcripts": ("skill.commands.transcripts", "hold written-down conversations again"),
    "script": ("skill.authoring.script_command", "print everything that the skill says, or lint it"),
    "diagram": ("skill.commands.diagram", "print the session state machine"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    parser = argparse.ArgumentParser(prog="knee-guide", description="A voice guide for pain behind the knee.")
    parser.add_argument("--version", action="version", version=f"knee-guide {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (module, purpose) in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        if arguments[:1] == [name]:
            import_module(module).configure(command)
    chosen = parser.parse_args(arguments)
    try:
        return int(import_module(COMMANDS[chosen.command][0]).run(chosen))
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does; Python would complain once more on closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
