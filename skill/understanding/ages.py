"""How old the patient is, and whether a parent speaks for a child."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.clauses import Clauses, Owner
from skill.understanding.matcher import Scan
from skill.understanding.numbers import Numbers, Span

_OLDEST = 115


class Ages:
    """Reads ages. `decades` are words such as "forties" with the middle of them, `parts` what "late" adds."""

    def __init__(self, numbers: Numbers, decades: Mapping[str, int], parts: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._decades = decades
        self._parts = parts

    def age(self, clauses: Clauses, asked: bool) -> Span | None:
        """The age in years; a bare number counts while it is `asked`."""
        best: Span | None = None
        for at in range(len(clauses.scan.words)):
            mends = best is not None and clauses.mended(best.start, at)
            span = self._age_at(clauses, at, asked or mends)
            if span and (best is None or (mends and at >= best.end)):
                best = span
        return best

    def of_child(self, clauses: Clauses) -> Span | None:
        """Where the speaker tells of their child; its value means nothing."""
        scan = clauses.scan
        for at in range(len(scan.words)):
            number = self._numbers.number(scan, at)
            if number and scan.has("ours", at - 1) and scan.has("year_old", number.end):
                return Span(0, at - 1, number.end)
            end = scan.behind("child", at)
            if end is None or scan.has("distracts", end):
                continue
            spoken_for = any(scan.has("speaks_for", place) for place in range(max(0, at - 2), at))
            # "Behind my son" is beside him, "behind my son's knee" is his.
            if spoken_for or scan.has("body", end) or not scan.has("beside_child", at - 1):
                return Span(0, at, end)
        return None

    def _age_at(self, clauses: Clauses, at: int, asked: bool) -> Span | None:
        scan = clauses.scan
        word = scan.words[at]
        if word in self._decades and not scan.has("past", at - 2):
            part = self._parts.get(scan.words[at - 1], 0) if at else 0
            return Span(self._decades[word] + part, at, at + 1)
        number = self._numbers.number(scan, at)
        if number is None or not 0 < number.value <= _OLDEST or clauses.at(at).owner is Owner.OTHER:
            return None
        old = scan.has("year_old", number.end)
        if old or _follows_am(scan, number) or (asked and not self._numbers.unit_at(scan, number.end)):
            return number
        return None


def _follows_am(scan: Scan, number: Span) -> bool:
    """ "I am 34", "she is ten and limping", "aged 40", but not "I am 34 weeks pregnant"."""
    if number.start == 0:
        return False
    before = number.start - 1
    while before > 0 and scan.has("about", before):
        before -= 1
    if scan.has("not_age", number.end):
        return False
    if scan.has("aged", before) or scan.behind("child", before - 1) == number.start:
        return True
    of_someone = scan.has("ages_of", before - 1) or scan.has("child", before - 2) or scan.has("child", before - 3)
    return scan.has("is_aged", before) and of_someone
