"""The guide's tongues, each made when it is first asked for: a function mostly serves the people of one country."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from skill.alexa.request_adapter import RequestAdapter
from skill.speech.voice import Voice


@dataclass(frozen=True, slots=True)
class Tongue:
    """What differs from one locale to the next: how we listen and how we speak."""

    adapter: RequestAdapter
    voice: Voice


class Tongues(Mapping[str, Tongue]):
    """Tongues by locale code, in the order of the codes. What `make` raises comes from asking for a tongue."""

    def __init__(self, codes: Sequence[str], make: Callable[[str], Tongue]) -> None:
        self._codes, self._make = codes, make
        self._made: dict[str, Tongue] = {}

    def __getitem__(self, code: str) -> Tongue:
        if code not in self._codes:
            raise KeyError(code)
        if code not in self._made:
            self._made[code] = self._make(code)
        return self._made[code]

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)
