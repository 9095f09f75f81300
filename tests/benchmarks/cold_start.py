"""Where the time of a cold start goes: importing and loading what understands words, beside the whole of it.

Run it by hand, `python tests/benchmarks/cold_start.py`: times are no test, since they depend on the machine. Processor
time is measured, in the unpacked package. `beside.py` has the whole beside hello world's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.packages import unpacked

PARTS = """
import gc, sys, time; gc.disable(); sys.path.insert(0, '.')
from pathlib import Path
began = time.process_time()
import ask_sdk_core.skill_builder, ask_sdk_model
sdk = time.process_time()
import skill.app
imported = time.process_time()
skill.app.load_knowledge()
known = time.process_time()
skill.app.load_understander(Path('skill/locales/en-US'))
listening = time.process_time()
skill.app.load_words(Path('skill/locales/en-US/said'))
speaking = time.process_time()
moments = (0, began, sdk, imported, known, listening, speaking)
print(*(1000 * (after - before) for before, after in zip(moments, moments[1:])))
"""
NAMES = ("Python itself", "importing the SDK", "importing ours", "knowledge", "what is heard", "what is said")


def spread(values: list[float]) -> str:
    low, *_, high = quantiles(values, n=10)
    return f"{median(values):7.1f}   ({low:.1f} to {high:.1f})"


def main() -> None:
    """Print a line for each part: the median, and between which values eight of ten lie."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=20, help="how many starts (default: %(default)s)")
    number = parser.parse_args().repeat
    with unpacked() as (guide, _):
        parts = [list(map(float, guide.python("-c", PARTS).split())) for _ in range(number)]
    print(f"{number} cold starts, in milliseconds of processor time")
    for name, values in zip(NAMES, zip(*parts, strict=True), strict=True):
        print(f"{name:20}{spread(list(values))}")


if __name__ == "__main__":
    main()
