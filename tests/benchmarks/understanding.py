"""How long understanding takes: a script and no test, since machines differ.

Run it as `python tests/benchmarks/understanding.py`. It measures processor time, and takes the best of several readings
of each text, so that whatever else the machine does counts little.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median, quantiles

import skill
from skill.understanding.understander import Understander, load_understander

LOCALE = Path(skill.__file__).parent / "locales" / "en-US"
DATA = Path(__file__).parents[1] / "understanding" / "data"
SPOKEN = 140  # characters: what is longer never arrives in one slot
ROUNDS = 10
TARGET_MS = 1


def best(understander: Understander, text: str) -> float:
    """Milliseconds that a text takes."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        understander.understand(text)
        times.append(1000 * (time.process_time() - began))
    return min(times)


def report(name: str, times: list[float]) -> None:
    percentiles = quantiles(times, n=100)
    over = sum(each > TARGET_MS for each in times)
    cells = f"{median(times):8.2f}{percentiles[94]:8.2f}{percentiles[98]:8.2f}{max(times):8.2f}"
    print(f"{name:34}{len(times):6}{cells}{over:8}")


def main() -> None:
    """Print the distribution for all labelled texts and for those that fit into a slot, and the longest texts."""
    understander = load_understander(LOCALE)
    files = sorted(DATA.glob("*.jsonl"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    times = {text: best(understander, text) for text in texts}
    print(f"milliseconds of processor time, best of {ROUNDS}; the target is {TARGET_MS}")
    print(f"{'':34}{'texts':>6}{'median':>8}{'p95':>8}{'p99':>8}{'most':>8}{'over':>8}")
    report(f"up to {SPOKEN} characters, as delivered", [times[text] for text in times if len(text) <= SPOKEN])
    report("all", list(times.values()))
    longest = sorted(times, key=lambda text: -len(text.split()))[:10]
    print("the longest: " + ", ".join(f"{len(text.split())} words {times[text]:.2f}" for text in longest))


if __name__ == "__main__":
    main()
