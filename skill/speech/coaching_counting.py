"""Repetitions, holds and rests as beats: what is said at which second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from skill.dialog.coaching_acts import Count
from skill.speech.beats import Beat
from skill.speech.phrases import as_sentence
from skill.speech.words import ExerciseWords

# While somebody holds or rests, something is said this often, in seconds: Amazon asks for less than five of silence.
CUE_SECONDS = 5
# The last seconds of a hold are counted one by one.
LAST_SECONDS = 5
# From so many repetitions, or seconds held, it helps to hear where one is.
LONG_SET, LONG_HOLD = 6, 20
LAST_FEW = 3


class Counter:
    """Counts in a locale's words. `halfway` and `last_three` are the cues within a long set."""

    def __init__(self, exercise: ExerciseWords, halfway: str, last_three: str) -> None:
        self._exercise = exercise
        self._halfway = halfway
        self._last_three = last_three

    def counted(self, act: Count) -> Iterator[Beat]:
        """The repetitions of the act, each a sentence."""
        for number in range(act.first, act.last + 1):
            first, *between, last = self._repetition(act, number)
            cue = self._cue(number, act.dose.reps)
            yield replace(first, words=as_sentence(first.words))
            yield from between
            yield replace(last, words=f"{last.words}, {cue}." if cue else f"{last.words}.")

    def _repetition(self, act: Count, number: int) -> Iterator[Beat]:
        """The number comes with the first phase, where there are several repetitions."""
        prefix = f"{number}, " if act.dose.reps > 1 else ""
        for phase in act.phases:
            words = self._exercise.phases[phase.id]
            if phase.seconds is None:
                yield from self._held(words, act.dose.hold_seconds)
                continue
            parts = words.split(", ")
            for part in parts:
                yield Beat(prefix + part, phase.seconds * act.tempo / 100 / len(parts))
                prefix = ""

    def _held(self, words: str, seconds: int) -> Iterator[Beat]:
        """A hold: its word, then the seconds that are left, now and then at first and one by one at the end."""
        marks = [mark for mark in range(seconds - 1, 0, -1) if mark <= LAST_SECONDS or mark % CUE_SECONDS == 0]
        middle = min(marks, key=lambda mark: abs(mark - seconds / 2)) if seconds >= LONG_HOLD else None
        ends = [*marks, 0]
        yield Beat(words, seconds - ends[0])
        for mark, end in zip(marks, ends[1:], strict=True):
            yield Beat(f"{mark}, {self._halfway}" if mark == middle else str(mark), mark - end)

    def _cue(self, number: int, reps: int) -> str | None:
        if reps < LONG_SET:
            return None
        if number == reps - LAST_FEW:
            return self._last_three
        return self._halfway if number == reps // 2 else None


def resting(seconds: int, cues: Sequence[str]) -> Iterator[Beat]:
    """A rest: the seconds left at every ten and at the last five, and a cue in between."""
    for place, left in enumerate(range(seconds, 0, -CUE_SECONDS)):
        numbered = place > 0 and (left % 10 == 0 or left <= LAST_SECONDS)
        yield Beat(f"{left}." if numbered else cues[place % len(cues)], min(CUE_SECONDS, left))
