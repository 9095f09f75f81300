"""What a screen adds to a turn: time to make it and to write it down, and bytes of the response.

At last the largest response of all that exploring the conversation comes to, which takes half a minute.

Run it by hand, `python tests/benchmarks/screen.py`: times are no test, since they depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from ask_sdk_core.serialize import DefaultSerializer

from skill import app
from skill.alexa.screens.showing import shown
from skill.simulator.content_rules import LARGEST_WISE_RESPONSE
from tests.apl.gallery import LOCALE, turns
from tests.apl.weight import Scales
from tests.exploring import Explorer


def main() -> None:
    """Print a line for each kind of screen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=200, help="how often (default: %(default)s)")
    number = parser.parse_args().repeat
    guide, serializer = app.build(), DefaultSerializer()
    words = guide.tongue(LOCALE).voice.words
    print(f"median of {number}\n{'':24}{'ms to make':>12}{'ms to write':>12}{'bytes':>8}")
    for name, turn in turns():
        made, written, size = [], [], 0
        for _ in range(number):
            start = time.perf_counter()
            directive = shown(turn, words, guide.inference)
            between = time.perf_counter()
            size = len(json.dumps(serializer.serialize(directive)).encode())
            made.append(1000 * (between - start))
            written.append(1000 * (time.perf_counter() - between))
        print(f"{name:24}{median(made):12.2f}{median(written):12.2f}{size:8}")
    scales, explored = Scales(guide, LOCALE), list(Explorer().everything())
    largest = max(scales.bytes_of(said.turn) for said in explored)
    print(f"largest whole response of {len(explored)} explored: {largest} bytes of {LARGEST_WISE_RESPONSE}")


if __name__ == "__main__":
    main()
