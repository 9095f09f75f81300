"""What an utterance asks about: a question about living with it, or a condition, term or exercise that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.understanding.lexicon import CONDITION, EXERCISE, TERM, TOPICS, Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.patterns import Patterns

# What a request may be about, of equally long names the first; all others are about conditions.
_KINDS: Mapping[str | None, tuple[str, ...]] = {"about": (TERM, CONDITION, EXERCISE), "coach": (EXERCISE,)}
_CONDITIONS = (CONDITION,)


@dataclass(frozen=True, slots=True)
class Topic:
    """The id of what is asked about, in words `start` to `end` of a scan."""

    id: str
    start: int
    end: int


class TopicsReader:
    """Reads topics with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._questions = {topic: Patterns(patterns) for topic, patterns in lexicon.lists.get(TOPICS, {}).items()}

    def question(self, scan: Scan) -> Topic | None:
        """The question about living with it that is put, known by its form; the first that fits."""
        found = (Topic(id_, *place) for id_, patterns in self._questions.items() for place in patterns.found(scan))
        return next(found, None)

    def named(self, scan: Scan, request: str | None) -> Topic | None:
        """What a request names: the longest name of those it may be about."""
        best, length = None, 0
        for kind in _KINDS.get(request, _CONDITIONS):
            for at, here in enumerate(scan.places):
                for name, ends in here.items():
                    if name.startswith(kind) and max(ends) - at > length:
                        best, length = Topic(name.removeprefix(kind), at, max(ends)), max(ends) - at
        return best
