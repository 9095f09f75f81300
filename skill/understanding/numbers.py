"""Numbers and spans of time in words: "thirty four", "three and a half weeks", "a couple of months"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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

    def number(self, words: Sequence[str], at: int) -> Span | None:
        """The whole number that begins at `at`, in figures or in words."""
        if at >= len(words):
            return None
        word = words[at]
        if word.isdigit():
            return Span(int(word), at, at + 1)
        value = self.figures.get(word)
        if value is None:
            return None
        if value in _TENS and at + 1 < len(words):
            ones = self.figures.get(words[at + 1], 0)
            if 0 < ones < 10:
                return Span(value + ones, at, at + 2)
        if at + 1 < len(words) and words[at + 1] == "hundred" and value < 10:
            return Span(value * 100, at, at + 2)
        return Span(value, at, at + 1)

    def days(self, words: Sequence[str], at: int) -> Span | None:
        """The span of time that begins at `at`, in days: an amount, its unit, and a half if there is one."""
        amount = self._amount(words, at)
        if amount is None or amount.end >= len(words):
            return None
        end = amount.end
        unit = self.units.get(words[end])
        if unit is None:
            return None
        value = amount.value * unit
        if tuple(words[end + 1 : end + 4]) == ("and", "a", "half"):
            return Span(value + unit / 2, at, end + 4)
        return Span(value, at, end + 1)

    def _amount(self, words: Sequence[str], at: int) -> Span | None:
        number = self.number(words, at)
        if number is None:
            return self._vague(words, at)
        end, value = number.end, number.value
        if tuple(words[end : end + 3]) == ("and", "a", "half"):
            return Span(value + 0.5, at, end + 3)
        if end + 1 < len(words) and words[end] in ("or", "to"):
            upper = self.number(words, end + 1)
            if upper is not None:
                return Span((value + upper.value) / 2, at, upper.end)
        return Span(value, at, end)

    def _vague(self, words: Sequence[str], at: int) -> Span | None:
        """ "A few", "a couple of", "half a": the last amount before the unit counts."""
        end, value = at, 0.0
        while end < len(words) and (words[end] in self.amounts or words[end] in ("of", "good", "about")):
            amount = self.amounts.get(words[end])
            if amount is not None and not (words[end] in ("a", "an") and value):
                value = amount
            end += 1
        return Span(value, at, end) if value else None
