"""How long understanding takes: a script and no test, since machines differ.

Run it as `python tests/benchmarks/understanding.py`.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import skill
from skill.understanding.understander import load_understander

LOCALE = Path(skill.__file__).parent / "locales" / "en-US"
DESCRIPTIONS = Path(__file__).parents[1] / "understanding" / "data" / "descriptions.jsonl"
WORDS = range(16, 25)  # about twenty
ROUNDS, LOADS = 20, 5


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    understander = load_understander(LOCALE)
    lines = (json.loads(line)["text"] for line in DESCRIPTIONS.read_text(encoding="utf-8").splitlines())
    texts = [text for text in lines if len(text.split()) in WORDS]
    times = [milliseconds(lambda text=text: understander.understand(text)) for _ in range(ROUNDS) for text in texts]
    loads = [milliseconds(lambda: load_understander(LOCALE)) for _ in range(LOADS)]
    print(f"{len(texts)} texts of {WORDS[0]} to {WORDS[-1]} words, {ROUNDS} rounds")
    print(f"median {statistics.median(times):.2f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.2f} ms")
    print(f"loading {min(loads):.0f} ms")


if __name__ == "__main__":
    main()
