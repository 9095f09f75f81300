"""`knee-guide aloud`: how long SSML takes in a voice of this system, beside the estimate; or the sound itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from skill.simulator import SystemVoice, SystemVoiceError
from skill.simulator.speech import seconds
from skill.simulator.system_voice import VOICES


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", nargs="?", type=argparse.FileType(), default="-", help="SSML or text (default: input)")
    parser.add_argument("--voice", choices=tuple(VOICES), help="which voice (default: the first that is installed)")
    parser.add_argument("--output", type=Path, metavar="WAV", help="write the sound to a file as well")


def run(arguments: argparse.Namespace) -> int:
    """Print both lengths; 2 when there is no voice."""
    ssml = arguments.file.read().strip()
    try:
        voice = SystemVoice.installed(among=[arguments.voice]) if arguments.voice else SystemVoice.installed()
        rendered = voice.render(ssml, arguments.output) if arguments.output else voice.measure(ssml)
    except (SystemVoiceError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{rendered:.1f} s in the voice of {voice.name}; {seconds(ssml):.1f} s by the estimate")
    return 0
