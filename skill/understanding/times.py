"""Since when it hurts, from the times told in an utterance."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from skill.understanding.clauses import Clauses, Owner
from skill.understanding.matcher import Scan
from skill.understanding.numbers import Numbers, Span

_BEGAN_REACH = 3  # words before a time within which "since", "for", "started" may stand


class Times:
    """Reads durations. `moments` are times without a number ("since yesterday"), in days."""

    def __init__(self, numbers: Numbers, moments: Mapping[str, float]) -> None:
        self._numbers = numbers
        self._moments: dict[str, list[tuple[tuple[str, ...], float]]] = {}
        for phrase, days in moments.items():
            words = tuple(phrase.split())
            self._moments.setdefault(words[0], []).append((words, days))

    def duration(self, clauses: Clauses, asked: bool, history: Collection[int], began: Collection[int]) -> Span | None:
        """The days since it began; a bare time counts while it is `asked`.

        `history` are the clauses that tell of something else than this pain: their times are not since when it hurts.
        `began` are those that tell how it began ("I twisted it yesterday").
        """
        best: Span | None = None
        for at in range(len(clauses.scan.words)):
            span = self._time(clauses.scan, at)
            if span is None or clauses.at(at).owner is Owner.OTHER or clauses.of_word[at] in history:
                continue
            told = (
                asked
                or (clauses.of_word[at] in began and self._moment(clauses.scan, at))
                or self._is_since(clauses.scan, span, clauses.at(at).start)
            )
            if told and (best is None or clauses.mended(best.start, span.start)):
                best = span
        return best

    def _time(self, scan: Scan, at: int) -> Span | None:
        days = self._numbers.days(scan, at)
        if days is not None:
            return days
        return self._moment(scan, at)

    def _moment(self, scan: Scan, at: int) -> Span | None:
        for words, value in self._moments.get(scan.words[at], ()):
            if scan.words[at : at + len(words)] == words:
                return Span(value, at, at + len(words))
        return None

    def _is_since(self, scan: Scan, span: Span, clause_start: int) -> bool:
        """Whether a time tells since when: "two days ago", "for three weeks", "since yesterday"."""
        if scan.has("year_old", span.end - 1) or scan.has("no_span", span.end):
            return False
        if scan.has("ago", span.end):
            return True
        if 0 < span.value < 1:
            return False
        if scan.has("has_lasted", span.end) and _opens(scan, span.start, clause_start):
            return True
        if any(scan.has("began", place) for place in range(max(0, span.start - _BEGAN_REACH), span.start)):
            return True
        return span.value >= 1 and any(scan.has("lasting", place) for place in range(clause_start, span.start))


def _opens(scan: Scan, at: int, clause_start: int) -> bool:
    """Whether nothing that matters stands before a place in its clause."""
    while clause_start < at:
        behind = scan.behind("before_lasting", clause_start)
        if behind is None:
            return False
        clause_start = behind
    return True
