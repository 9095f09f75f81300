"""Age, side, duration, sport and whether a parent speaks for a child, from the words of an utterance."""

from __future__ import annotations

from typing import Any

from skill.conditions.evidence import Facts, Presence
from skill.understanding.clauses import Circumstances, Clauses
from skill.understanding.findings import Hit
from skill.understanding.lexicon import SPORT, Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.numbers import Numbers, Span

_OLDEST = 115
_NO_SPAN = (("later",), ("drive",), ("flight",), ("journey",), ("ride",))
_SIDES = ("left", "right", "both")


class FactsReader:
    """Reads facts with one lexicon's tables and groups."""

    def __init__(self, lexicon: Lexicon) -> None:
        tables = lexicon.tables
        self._numbers = Numbers(tables["numbers"], tables["amounts"], tables["units"])
        self._moments = {tuple(str(words).split()): days for words, days in tables["moments"].items()}
        self._decades: dict[str, int] = tables["decades"]
        self._decade_parts: dict[str, int] = tables["decade_parts"]
        self._sports = [name for name in lexicon.groups.names if name.startswith(SPORT)]

    def read(self, clauses: Clauses, asked: str | None, history: set[int]) -> tuple[Facts, list[Hit]]:
        """The facts told, and the words they rest on.

        `asked` is the fact that a bare number answers. `history` are the clauses that tell of something else than
        this pain ("I had a clot two years ago"): their times are not since when it hurts.
        """
        values: dict[str, Any] = {}
        hits: list[Hit] = []
        for name, found in (
            ("age", self._age(clauses, asked)),
            ("side", self._side(clauses)),
            ("duration_days", self._duration(clauses, asked, history)),
            ("sport", self._sport(clauses)),
            ("for_child", self._for_child(clauses)),
        ):
            if found is not None:
                value, start, end = found
                values[name] = value
                hits.append(Hit(name, Presence.PRESENT, start, end, 1))
        return Facts(**values), hits

    def _age(self, clauses: Clauses, asked: str | None) -> tuple[int, int, int] | None:
        scan = clauses.scan
        for at, word in enumerate(scan.words):
            if word in self._decades and not scan.has("past", at - 2):
                value = self._decades[word] + self._decade_parts.get(scan.words[at - 1] if at else "", 0)
                return value, at, at + 1
            number = self._numbers.number(scan.words, at)
            if number is None or not 0 < number.value <= _OLDEST:
                continue
            if clauses.all[clauses.of_word[at]].other_person:
                continue
            if scan.has("year_old", number.end) or self._follows_am(scan, number):
                return int(number.value), number.start, number.end
            if asked == "age" and not self._unit_follows(scan, number):
                return int(number.value), number.start, number.end
        return None

    def _follows_am(self, scan: Scan, number: Span) -> bool:
        """ "I am 34", "she is ten and limping", "aged 40", but not "I am 34 weeks pregnant"."""
        if number.start == 0:
            return False
        before = number.start - 1
        if before < 0:
            return False
        while before > 0 and scan.has("about", before):
            before -= 1
        if scan.words[before] in ("aged", "age"):
            return True
        if before and number.start in scan.groups[before - 1].get("child", ()):
            return True
        subject = scan.words[before - 1] if before else ""
        verb = scan.words[before]
        is_subject = (
            subject in ("i", "he", "she", "who") or scan.has("child", before - 2) or scan.has("child", before - 3)
        )
        follows = number.end < len(scan.words) and scan.has("not_age", number.end)
        return verb in ("am", "is", "turned") and is_subject and not follows

    def _unit_follows(self, scan: Scan, number: Span) -> bool:
        return (
            number.end < len(scan.words)
            and scan.words[number.end] in self._numbers.units
            and not scan.has("year_old", number.end)
        )

    def _side(self, clauses: Clauses) -> tuple[str, int, int] | None:
        scan = clauses.scan
        found: list[tuple[str, int, int]] = []
        for at, word in enumerate(scan.words):
            if word not in _SIDES:
                continue
            end = self._side_end(scan, at)
            if end is None or clauses.all[clauses.of_word[at]].other_person:
                continue
            if any(scan.has("compared", place) for place in range(max(0, at - 2), at)):
                continue
            denied = any(scan.words[place] == "not" for place in range(max(0, at - 2), at))
            if not denied:
                found.append((word, at, end))
        if not found:
            return None
        sides = {word for word, _, _ in found}
        if len(sides) > 1 and "both" in sides:
            return next(entry for entry in found if entry[0] == "both")
        return found[-1] if len(sides) == 1 else None

    def _side_end(self, scan: Scan, at: int) -> int | None:
        """The end of a side's words: with a limb behind it ("left knee"), or alone with "my" or "the" before it."""
        words = scan.words
        following = at + 1
        if words[at] == "both":
            while following < len(words) and words[following] in ("my", "the", "his", "her", "of", "them"):
                following += 1
        if following < len(words):
            if scan.has("body", following) and words[following : following + 2] != ("side", "of"):
                return following + 1
            if words[at] != "both":
                return None
        if words[at] == "both":
            return None
        named = at > 0 and words[at - 1] in ("my", "the", "on", "its")
        return following if (not at and len(words) <= 3) or (named and following == len(words)) else None

    def _duration(self, clauses: Clauses, asked: str | None, history: set[int]) -> tuple[int, int, int] | None:
        scan = clauses.scan
        spans = [span for at in range(len(scan.words)) if (span := self._time(scan, at)) is not None]
        for span in spans:
            clause = clauses.of_word[span.start]
            if clauses.all[clause].other_person or clause in history:
                continue
            if asked == "duration_days" or self._is_since(scan, span):
                return round(span.value), span.start, span.end
        return None

    def _time(self, scan: Scan, at: int) -> Span | None:
        days = self._numbers.days(scan.words, at)
        if days is not None:
            return days
        for words, value in self._moments.items():
            if scan.words[at : at + len(words)] == words:
                return Span(value, at, at + len(words))
        return None

    def _is_since(self, scan: Scan, span: Span) -> bool:
        """Whether a time tells since when: "two days ago", "for three weeks", "since yesterday"."""
        if scan.has("year_old", span.end - 1) or scan.words[span.end : span.end + 1] in _NO_SPAN:
            return False
        if span.end < len(scan.words) and scan.words[span.end] in ("ago", "now", "back"):
            return True
        if 0 < span.value < 1:
            return False
        return any(scan.has("began", place) for place in range(max(0, span.start - 3), span.start))

    def _sport(self, clauses: Clauses) -> tuple[str, int, int] | None:
        scan, around = clauses.scan, Circumstances(clauses)
        for at in range(len(scan.words)):
            if clauses.all[clauses.of_word[at]].other_person or around.denied(at, range(0)):
                continue
            for name in self._sports:
                if name in scan.groups[at]:
                    return name.removeprefix(SPORT), at, max(scan.groups[at][name])
        return None

    def _for_child(self, clauses: Clauses) -> tuple[bool, int, int] | None:
        scan = clauses.scan
        for at in range(len(scan.words)):
            number = self._numbers.number(scan.words, at)
            if number and at and scan.words[at - 1] in ("my", "our") and scan.has("year_old", number.end):
                return True, at - 1, number.end
            ends = scan.groups[at].get("child")
            if not ends:
                continue
            spoken_for = any(scan.has("speaks_for", place) for place in range(max(0, at - 2), at))
            if spoken_for or not at or not scan.has("beside_child", at - 1):
                return True, at, max(ends)
        return None
