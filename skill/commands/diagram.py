"""`knee-guide diagram`: the session state machine as a Mermaid diagram, from its transition table."""

from __future__ import annotations

import argparse

from skill.dialog.machine import diagram


def configure(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Print the diagram."""
    print(diagram())
    return 0
