"""A list of patterns that are looked for over a whole utterance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from skill.understanding.matcher import Scan
from skill.understanding.notation import Pattern

_NONE: frozenset[int] = frozenset()


class Patterns:
    """Patterns of one or several of the lexicon's lists, which a scan finds all at once."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._lists = frozenset(pattern.list for pattern in patterns)

    def ends(self, scan: Scan, at: int) -> Set[int]:
        """All places behind patterns whose first part begins at `at` and whose other parts are somewhere."""
        if self._lists.isdisjoint(scan.listed):  # mostly
            return _NONE
        found: set[int] = set()
        for pattern in self._possible(scan):
            head = pattern.parts[0]
            if head.may_begin(scan.places, at) and (ends := head.ends(scan.places, at)) and _rest_fits(pattern, scan):
                found.update(ends)
        return found

    def found(self, scan: Scan) -> Iterable[tuple[int, int]]:
        """Every place of a pattern's first part, as start and end, in order."""
        return () if self._lists.isdisjoint(scan.listed) else sorted(set(self._places(scan)))

    def any_in(self, scan: Scan) -> bool:
        """Whether one of them stands anywhere."""
        return any(True for _ in self._places(scan))

    def _places(self, scan: Scan) -> Iterator[tuple[int, int]]:
        for pattern in self._possible(scan):
            for at, ends in scan.all_of(pattern.parts[0]):
                if _rest_fits(pattern, scan):
                    yield from ((at, end) for end in ends)

    def _possible(self, scan: Scan) -> Iterator[Pattern]:
        return (pattern for name in self._lists for pattern in scan.listed.get(name, ()))


def _rest_fits(pattern: Pattern, scan: Scan) -> bool:
    high = len(scan.words)
    return all(scan.within(part, 0, high) for part in pattern.parts[1:]) and not any(
        scan.within(part, 0, high) for part in pattern.unless
    )
