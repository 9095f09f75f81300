"""Words in time: each with the seconds until the next, which silence fills up.

The estimate is that of ordinary speech, 150 words a minute. What runs over is taken from the silence that follows, so
that a count keeps its tempo as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD_SECONDS = 60 / 150
# Shorter silences are not worth a tag: speech itself is less exact.
SHORTEST_SILENCE = 0.05


@dataclass(frozen=True, slots=True)
class Beat:
    """Words, and how long it is from their beginning to the next beat."""

    words: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Timed:
    """Beats that are spoken in time, however fast somebody likes to be spoken to."""

    beats: tuple[Beat, ...]

    @property
    def seconds(self) -> float:
        """How long it is meant to take."""
        return sum(beat.seconds for beat in self.beats)


def with_silences(beats: Iterable[Beat]) -> Iterator[tuple[str, float]]:
    """The words of each beat with the seconds of silence after them."""
    behind = 0.0
    for beat in beats:
        silence = beat.seconds - spoken_seconds(beat.words) - behind
        behind = max(0.0, -silence) if silence < SHORTEST_SILENCE else 0.0
        yield beat.words, max(0.0, silence) if silence >= SHORTEST_SILENCE else 0.0


def spoken_seconds(words: str) -> float:
    """How long the words take to say. Of numbers over twenty, most are two words."""
    return sum(2 if _is_two(word) else 1 for word in words.split()) * WORD_SECONDS


def _is_two(word: str) -> bool:
    digits = word.strip(",.")
    return digits.isdigit() and int(digits) > 20 and int(digits) % 10 != 0
