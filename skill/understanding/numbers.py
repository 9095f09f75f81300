"""Numbers and spans of time in words: "thirty four", "three and a half weeks", "a couple of months"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.understanding.matcher import Scan

_TENS = range(20, 100, 10)


@dataclass(frozen=True, slots=True)
class Span:
    """A value in the words from `start` to `end`."""

    value: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number words of a locale: figures, vague amounts, units in days."""

    figures: Mapping[str, int]
    amounts: Mapping[str, float]
    units: Mapping[str, float]

    def number(self, scan: Scan, at: int) -> Span | None:
        """The whole number that begins at `at`, in figures or in words."""
        if at >= len(scan.words):
            return None
        word = scan.words[at]
        if word.isdigit():
            return Span(int(word), at, at + 1)
        value = self.figures.get(word)
        if value is None:
            return None
        if scan.has("hundreds", at + 1) and value < 10:
            return Span(value * 100, at, at + 2)
        ones = self.figures.get(scan.words[at + 1], 0) if value in _TENS and at + 1 < len(scan.words) else 0
        return Span(value + ones, at, at + 2) if 0 < ones < 10 else Span(value, at, at + 1)

    def days(self, scan: Scan, at: int) -> Span | None:
        """The span of time that begins at `at`, in days: an amount, its unit, and a half if there is one."""
        amount = self._counted(scan, at) or self._vague(scan, at)
        if amount is None or amount.end >= len(scan.words):
            return None
        unit = self.units.get(scan.words[amount.end])
        if unit is None:
            return None
        end, value = amount.end + 1, amount.value * unit
        half = scan.behind("and_a_half", end)
        return Span(value + unit / 2, at, half) if half else Span(value, at, end)

    def unit_at(self, scan: Scan, at: int) -> bool:
        """Whether a unit of time stands at a place."""
        return at < len(scan.words) and scan.words[at] in self.units

    def _counted(self, scan: Scan, at: int) -> Span | None:
        number = self.number(scan, at)
        if number is None:
            return None
        half = scan.behind("and_a_half", number.end)
        if half:
            return Span(number.value + 0.5, at, half)
        upper = self.number(scan, number.end + 1) if scan.has("up_to", number.end) else None
        return Span((number.value + upper.value) / 2, at, upper.end) if upper else number

    def _vague(self, scan: Scan, at: int) -> Span | None:
        """ "A few", "a couple of", "half a": the last amount before the unit counts."""
        end, value = at, 0.0
        while end < len(scan.words) and (scan.words[end] in self.amounts or (end > at and scan.has("fillers", end))):
            amount = self.amounts.get(scan.words[end])
            if amount is not None and not (scan.has("articles", end) and value):
                value = amount
            end += 1
        return Span(value, at, end) if value else None
