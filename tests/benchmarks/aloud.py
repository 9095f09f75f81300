"""How near the estimated length of speech comes to what a voice of this system takes.

Run it by hand, `python tests/benchmarks/aloud.py`: it needs espeak-ng, which takes a rate in words a minute, or flite,
whose own pace is quicker. What is measured are answers of the transcripts, which are held again for it, so that pauses
and slow speech count.
"""

from __future__ import annotations

import argparse
import random
import sys
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from skill import app
from skill.commands import devices
from skill.evaluation.contracts import contracts
from skill.simulator import SystemVoice, SystemVoiceError
from skill.simulator.speech import output_text, seconds
from skill.simulator.system_voice import VOICES
from skill.simulator.transcript_runner import run_file

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts" / "en-US"
TARGET = 0.15
# Answers are looked at apart by their length, in seconds by the estimate: short ones, usual ones, counted sets.
BANDS = ((0, 5), (5, 15), (15, 30), (30, 240))


def answers(pattern: str) -> list[str]:
    """The SSML of every answer in the transcripts whose files fit the pattern, without repetition."""
    said: dict[str, None] = {}

    def skill(request: dict[str, Any]) -> dict[str, Any]:
        response = app.handle(request)
        said[output_text(response["response"].get("outputSpeech"))] = None
        return response

    for path in sorted(TRANSCRIPTS.glob(pattern)):
        run_file(path, partial(devices.for_transcript, "en-US", skill=skill), contracts(app.build().inference))
    return [ssml for ssml in said if ssml]


def report(voice: SystemVoice, spoken: list[str]) -> None:
    """Print, by band, how the rendered length compares to the estimate."""
    ratios = [(seconds(ssml), voice.measure(ssml) / seconds(ssml)) for ssml in spoken]
    print(f"rendered by {voice.name} over estimated, {len(ratios)} answers; target: within {TARGET:.0%}")
    print(f"{'estimated':>12}{'answers':>9}{'median':>8}{'tenth':>8}{'ninth':>8}{'within':>8}")
    for low, high in BANDS:
        band = [ratio for estimate, ratio in ratios if low <= estimate < high]
        if len(band) > 1:
            deciles = quantiles(band, n=10)
            within = sum(abs(ratio - 1) <= TARGET for ratio in band) / len(band)
            cells = f"{median(band):8.2f}{deciles[0]:8.2f}{deciles[-1]:8.2f}{within:8.0%}"
            print(f"{f'{low} to {high} s':>12}{len(band):>9}{cells}")


def main() -> int:
    """Measure with one voice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--voice", choices=tuple(VOICES), help="which voice (default: the first that is installed)")
    parser.add_argument("--files", default="*.md", help="which transcripts (default: %(default)s)")
    parser.add_argument("--answers", type=int, default=200, help="how many answers at most (default: %(default)s)")
    arguments = parser.parse_args()
    try:
        voice = SystemVoice.installed(among=[arguments.voice] if arguments.voice else VOICES)
    except SystemVoiceError as error:
        print(error, file=sys.stderr)
        return 2
    spoken = answers(arguments.files)
    report(voice, random.Random(1).sample(spoken, min(arguments.answers, len(spoken))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
