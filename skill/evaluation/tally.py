"""Right ones of all, measure by measure, and a table of several tallies beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Right ones of all, for each measure, and a line on every miss."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, right: bool, miss: str) -> None:
        """Count one; `miss` says what went wrong, if it did."""
        self.total[measure] += 1
        self.right[measure] += right
        if not right:
            self.misses.append(f"{measure}: {miss}")

    def share(self, measure: str) -> float:
        """The right ones as a share; 1 where there are none to be right about."""
        return self.right[measure] / self.total[measure] if self.total[measure] else 1.0

    def figure(self, measure: str) -> str:
        """The share in words, or a dash where nothing was counted."""
        if not self.total[measure]:
            return "-"
        return f"{self.right[measure]}/{self.total[measure]} {self.share(measure):.1%}"


def table(tallies: Mapping[str, Tally]) -> str:
    """The tallies as columns of text under their names."""
    measures = sorted({measure for tally in tallies.values() for measure in tally.total})
    width = max(16, *(len(name) + 2 for name in tallies))
    rows = [f"{'':32}" + "".join(f"{name:>{width}}" for name in tallies)]
    for measure in measures:
        rows.append(f"{measure:32}" + "".join(f"{tally.figure(measure):>{width}}" for tally in tallies.values()))
    return "\n".join(rows)
