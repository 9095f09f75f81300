"""From the start of a process to its first answer, and the size of the package, beside the SDK's hello world.

Run it by hand, `python tests/benchmarks/cold_start.py`: times are no test, since they depend on the machine. Processor
time is measured, and the two take turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from statistics import median, quantiles
from zipfile import ZipFile

sys.path.insert(0, str(Path(__file__).parents[2]))

from skill.commands import devices
from tests.benchmarks import packages

TARGET, TARGET_SIZE = 2.0, 1.5
ANSWER = "import json, sys; sys.path.insert(0, '.'); import {0}; {0}.lambda_handler(json.load(sys.stdin), None)"
UNDERSTANDING = """
import gc, sys, time; gc.disable(); sys.path.insert(0, '.')
import skill.alexa.slots, skill.conditions.loader
from pathlib import Path
began = time.process_time()
import skill.understanding.understander as understanding
imported = time.process_time()
understanding.load_understander(Path('skill/locales/en-US'))
print(1000 * (imported - began), 1000 * (time.process_time() - imported))
"""


def python(folder: Path, code: str, said: str = "") -> tuple[float, str]:
    """Milliseconds of processor time that a new process takes, and what it prints; nothing else is in its reach."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [str(Path(sys.base_prefix) / "bin" / "python3"), "-I", "-S", "-c", code]
    printed = subprocess.run(command, cwd=folder, input=said, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), printed


def spread(values: list[float]) -> str:
    low, *_, high = quantiles(values, n=10)
    return f"{median(values):7.1f}   ({low:.1f} to {high:.1f})"


def main() -> None:
    """Print a line for each figure: the median, and between which values eight of ten lie."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=20, help="how many starts of each (default: %(default)s)")
    number = parser.parse_args().repeat
    launch = json.dumps(devices.device("en-US").open().request)
    with tempfile.TemporaryDirectory() as folder:
        content = {"lambda_function": packages.ours(), "hello_world": packages.hello_world()}
        for name, each in content.items():
            ZipFile(BytesIO(each)).extractall(Path(folder) / name)
        times: dict[str, list[float]] = {name: [] for name in content}
        for _ in range(number):
            for name, taken in times.items():
                taken.append(python(Path(folder) / name, ANSWER.format(name), launch)[0])
        parts = [python(Path(folder) / "lambda_function", UNDERSTANDING)[1].split() for _ in range(number)]
    ratios = [one / other for one, other in zip(times["lambda_function"], times["hello_world"], strict=True)]
    imported, loaded = ([float(each[index]) for each in parts] for index in (0, 1))
    print(f"{number} cold starts of each, by turns, in milliseconds of processor time")
    print(f"this skill           {spread(times['lambda_function'])}")
    print(f"hello world          {spread(times['hello_world'])}")
    print(f"ratio                {spread(ratios)}   at most {TARGET} is the aim")
    print(f"of which understanding: importing {spread(imported)}, loading its words {spread(loaded)}")
    ours, other = (len(content[name]) / 1e6 for name in times)
    print(
        f"package: {ours:.2f} MB beside {other:.2f} MB, a ratio of {ours / other:.2f}; at most {TARGET_SIZE} is the aim"
    )


if __name__ == "__main__":
    main()
