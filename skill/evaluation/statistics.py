"""The few statistics that the figures need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import median

_Z = 1.96  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Proportion:
    """So many `right` `of` all, with Wilson's 95 % interval; share and interval are None where there were none."""

    right: int
    of: int

    @classmethod
    def over(cls, truths: Iterable[bool]) -> Proportion:
        """How many of them are true."""
        values = tuple(truths)
        return cls(sum(values), len(values))

    @property
    def share(self) -> float | None:
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval, which stays within 0 and 1 and holds for few cases too."""
        if not self.of:
            return None
        p, n = self.right / self.of, self.of
        center = p + _Z**2 / (2 * n)
        spread = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        scale = 1 + _Z**2 / n
        return max(0.0, (center - spread) / scale), min(1.0, (center + spread) / scale)


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 90th percentile (nearest rank) of `of` values; None where there were none."""

    of: int
    median: float | None
    p90: float | None

    @classmethod
    def over(cls, values: Sequence[float]) -> Spread:
        """The spread of the values."""
        if not values:
            return cls(0, None, None)
        return cls(len(values), median(values), sorted(values)[ceil(0.9 * len(values)) - 1])
