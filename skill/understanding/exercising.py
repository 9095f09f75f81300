"""What is said in the middle of an exercise and only there: how much it hurts, and wishes of one word."""

from __future__ import annotations

from math import ceil

from skill.understanding.lexicon import Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.numbers import Numbers
from skill.understanding.patterns import Patterns

WORST = 10
_DOCUMENT, _SCORES = "exercising/", "scores"


class ExercisingReader:
    """Reads pain scores and wishes with one lexicon. Of several scores the highest counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        tables = lexicon.tables
        self._numbers = Numbers(tables["numbers"], tables["amounts"], tables["units"])
        scores = lexicon.lists.get(_DOCUMENT + _SCORES, {})
        self._none = Patterns(scores.get("none", ()))
        self._scale = Patterns(scores.get("scale", ()))
        self._wishes = {
            name.removeprefix(_DOCUMENT): Patterns(places.get("anywhere", ()))
            for name, places in lexicon.lists.items()
            if name.startswith(_DOCUMENT) and name != _DOCUMENT + _SCORES
        }

    def request(self, scan: Scan) -> str | None:
        """What is wished for, by the id in heard/exercising.yaml; the first that fits."""
        return next((name for name, patterns in self._wishes.items() if patterns.any_in(scan)), None)

    def score(self, scan: Scan) -> int | None:
        """The pain from 0 to 10; None where no number of these was said. "Four out of ten" is a four."""
        scales = {at for start, end in self._scale.found(scan) for at in range(start, end)}
        found: list[int] = []
        at = 0
        while at < len(scan.words):
            number = self._numbers.number(scan, at)
            if number is None:
                at += 1
                continue
            if at not in scales and number.value <= WORST:
                half = scan.behind("and_a_half", number.end)
                found.append(ceil(number.value + (0.5 if half else 0)))
            at = number.end
        if found:
            return max(found)
        return 0 if self._none.any_in(scan) else None
