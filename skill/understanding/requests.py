"""What an utterance asks of the guide, by the ids of requests.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from skill.understanding.edges import is_rest, starts
from skill.understanding.lexicon import Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.patterns import Patterns

_REQUESTS = "requests/"
_POLITE = f"{_REQUESTS}polite"
# "No, that has stopped" answers, and "forget that, it's the left" corrects: there only a bare "stop" asks to stop.
_NOT_BESIDE_ANSWERS = ("stop", "help")
_NEAR = 2  # words between a question and what it names: "what is this so called cyst"
_ASKING = 22  # words; who says more tells something, and whatever sounds like a request in it is part of that


class RequestsReader:
    """Reads requests with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def at(place: str) -> dict[str, Patterns]:
            """The patterns of one place, by request, in the order of the file."""
            return {
                name.removeprefix(_REQUESTS): Patterns(lists.get(place, ()))
                for name, lists in lexicon.lists.items()
                if name.startswith(_REQUESTS) and name != _POLITE
            }

        self._whole, self._unless_asked = at("whole"), at("unless_asked")
        self._opens, self._anywhere, self._naming = at("opens"), at("anywhere"), at("naming")
        polite = lexicon.lists.get(_POLITE, {})
        self._polite, self._polite_ends = Patterns(polite.get("start", ())), Patterns(polite.get("end", ()))

    def naming(self, scan: Scan) -> Iterator[tuple[str, int, int]]:
        """What is asked if something that it can be about is named there, in the words from start to end."""
        for name, patterns in self._naming.items() if len(scan.words) <= _ASKING else ():
            yield from ((name, start, end + _NEAR) for start, end in patterns.found(scan))

    def only(self, scan: Scan, *, yes_or_no: bool) -> str | None:
        """What is asked in an utterance that does nothing else; "that's wrong" answers where `yes_or_no` is asked."""
        begins = starts(scan, self._polite)
        for place in (self._whole,) if yes_or_no else (self._whole, self._unless_asked):
            for name, whole in place.items():
                ends = (end for start in begins for end in whole.ends(scan, start))
                if any(is_rest(scan, end, self._polite_ends) for end in ends):
                    return name
        return None

    def beside(self, scan: Scan, *, alone: bool, corrects: bool) -> str | None:
        """What is asked beside what else is said.

        `alone`: nothing else was understood, so that a loose request counts too; `corrects`: something is taken back.
        """
        if len(scan.words) > _ASKING:
            return None
        if not alone:
            begins = starts(scan, self._polite)
            opened = (name for name, opens in self._opens.items() if any(opens.ends(scan, start) for start in begins))
            return next(opened, None)
        barred = _NOT_BESIDE_ANSWERS if corrects or scan.has("bare_replies", 0) else ()
        return next((n for n, loose in self._anywhere.items() if n not in barred and loose.any_in(scan)), None)
