"""Numbered references: each source gets a number where it is first cited, and the list comes last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skill.conditions.model import Citation, Source


class References:
    """The sources cited so far, in order."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def cite(self, citation: Citation) -> str:
        """The numbers of the citation's sources, as `[1, 4]`."""
        numbers = (self._numbers.setdefault(name, len(self._numbers) + 1) for name in citation.sources)
        return f"[{', '.join(map(str, numbers))}]"

    def graded(self, citation: Citation) -> str:
        """The grade with the numbers, as `grade B [1, 4]`."""
        return f"grade {citation.grade} {self.cite(citation)}"

    def lines(self) -> Iterator[str]:
        """Every source cited, with its year and whether its text was read."""
        for name, number in self._numbers.items():
            source = self._sources[name]
            year = f" ({source.year})" if source.year else ""
            address = f" {source.url}" if source.url else ""
            verified = "verified" if source.verified else "NOT VERIFIED"
            yield f"[{number}] {source.title}{year}.{address} {verified}."
