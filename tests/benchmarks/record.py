"""A run of the benchmark, kept as a file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean, median
from typing import Any

from tests.benchmarks.figures import Figure

RECORD = Path(__file__).with_name("record.json")


@dataclass(frozen=True)
class Answers:
    """What `answering.py` tells, by request and then by skill: `times` in milliseconds, by round, and `bytes`.

    `log` is how many characters of log lines a request comes to.
    """

    times: list[list[list[float]]]
    bytes: list[list[int]]
    log: float

    def summary(self) -> Turns:
        """Ours alone: the median of each turn, and what a turn comes to in the mean."""
        medians = tuple(round(median(taken[0]), 3) for taken in self.times)
        return Turns(medians, round(fmean(each[0] for each in self.bytes)), round(self.log))


@dataclass(frozen=True)
class Turns:
    """The turns of two conversations: each one's milliseconds, and the mean of their responses and log lines."""

    milliseconds: tuple[float, ...]
    response_bytes: int
    log_characters: int


@dataclass(frozen=True)
class Record:
    """What was measured, on what machine and when; `grown` is beside the same skill with the knowledge as it is."""

    machine: str
    date: str
    beside: tuple[Figure, ...]
    grown: tuple[Figure, ...]
    turns: Turns

    def figure(self, what: str) -> Figure:
        return next(each for each in self.beside if each.what == what)

    def write(self, path: Path) -> None:
        fields = asdict(self, dict_factory=_rounded)
        path.write_text(json.dumps(fields, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Record:
        fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        beside, grown = (tuple(Figure(**each) for each in fields[name]) for name in ("beside", "grown"))
        turns = Turns(**fields["turns"] | {"milliseconds": tuple(fields["turns"]["milliseconds"])})
        return cls(fields["machine"], fields["date"], beside, grown, turns)


def _rounded(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Five places are more than any figure is worth."""
    return {name: round(value, 5) if isinstance(value, float) else value for name, value in pairs}
