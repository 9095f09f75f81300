"""A list of patterns that are looked for over a whole utterance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skill.understanding.matcher import Scan
from skill.understanding.notation import Pattern


class Patterns:
    """Patterns, found quickly by the keys that their first part begins with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_key: dict[str, list[Pattern]] = {}
        self._anywhere: list[Pattern] = []
        for pattern in patterns:
            first = pattern.parts[0].first
            if first is None:
                self._anywhere.append(pattern)
            for key in first or ():
                self._by_key.setdefault(key, []).append(pattern)
        self._keys = frozenset(self._by_key)

    def ends(self, scan: Scan, at: int) -> set[int]:
        """All places behind patterns whose first part begins at `at` and whose other parts are somewhere."""
        if at >= len(scan.words):
            return set()
        here = scan.places[at]
        tried = list(self._anywhere)
        if not self._keys.isdisjoint(here):
            tried += [pattern for key in here for pattern in self._by_key.get(key, ())]
        possible = [pattern for pattern in tried if scan.can_hold(pattern.needs)]
        return {end for each in possible for end in each.parts[0].ends(scan.places, at) if _rest_fits(each, scan)}

    def found(self, scan: Scan) -> Iterator[tuple[int, int]]:
        """Every place of a pattern's first part, as start and end."""
        if self._anywhere or not self._keys.isdisjoint(scan.found):
            yield from ((at, end) for at in range(len(scan.words)) for end in self.ends(scan, at))

    def any_in(self, scan: Scan) -> bool:
        """Whether one of them stands anywhere."""
        return any(True for _ in self.found(scan))


def _rest_fits(pattern: Pattern, scan: Scan) -> bool:
    high = len(scan.words)
    return all(scan.within(part, 0, high) for part in pattern.parts[1:]) and not any(
        scan.within(part, 0, high) for part in pattern.unless
    )
