"""Lexicon patterns in an utterance, turned into mentions of findings with their presence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from skill.conditions.evidence import Presence
from skill.understanding.clauses import Circumstances, Clauses
from skill.understanding.lexicon import DENIED, EVER, IN_CONTEXT, Entry, Lexicon
from skill.understanding.matcher import Scan, keys_at

_STRENGTH = {Presence.PRESENT: 2, Presence.ABSENT: 1, Presence.UNKNOWN: 0}


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding heard in words `start` to `end` of a scan; `parts` counts the pattern's parts."""

    finding: str
    presence: Presence
    start: int
    end: int
    parts: int
    in_context: bool = False
    past: bool = False

    def overlaps(self, other: Hit) -> bool:
        return self.start < other.end and other.start < self.end


class FindingsReader:
    """Reads findings with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, clauses: Clauses, asked: Iterable[str], light: frozenset[int]) -> list[Hit]:
        """All findings told in an utterance, one hit each. `asked` are the pending question's.

        `light` are the places before which an amount ("a bit") was left out.
        """
        hits = list(self._hits(clauses, frozenset(asked), light))
        hits = [hit for hit in _told_over(hits, clauses, self._lexicon.events) if not hit.past]
        hits = _settled(_in_context(hits, frozenset(asked)))
        hits = self._with_implied(hits)
        return self._without_rivals(hits)

    def _hits(self, clauses: Clauses, asked: frozenset[str], light: frozenset[int]) -> Iterator[Hit]:
        around = Circumstances(clauses)
        for at in range(len(clauses.scan.words)):
            for key in keys_at(clauses.scan, at):
                for entry in self._lexicon.entries.get(key, ()):
                    if entry.way == IN_CONTEXT and entry.finding not in asked:
                        continue
                    places = _places(entry, clauses, at)
                    if places:
                        hit = _judged(entry, places, clauses, around, light)
                        if hit:
                            yield hit

    def _with_implied(self, hits: list[Hit]) -> list[Hit]:
        """A twist has a moment: what a present finding implies, where nothing was said of it."""
        told = {hit.finding for hit in hits}
        implied = [
            Hit(finding, Presence.PRESENT, hit.start, hit.end, hit.parts)
            for hit in hits
            if hit.presence is Presence.PRESENT
            for finding in self._lexicon.implies.get(hit.finding, ())
            if finding not in told
        ]
        return hits + list({hit.finding: hit for hit in implied}.values())

    def _without_rivals(self, hits: list[Hit]) -> list[Hit]:
        present = {hit.finding for hit in hits if hit.presence is Presence.PRESENT}
        beaten: set[str] = set()
        for rivals in self._lexicon.exclusive:
            beaten.update([finding for finding in rivals if finding in present][1:])
        return [hit for hit in hits if hit.finding not in beaten]


def _places(entry: Entry, clauses: Clauses, at: int) -> list[tuple[int, int]] | None:
    """Where the parts of an entry's pattern stand, the trigger at `at`; None when they do not."""
    scan = clauses.scan
    own = clauses.all[clauses.of_word[at]]
    low, high = clauses.region(clauses.of_word[at])
    end = scan.longest(entry.pattern.parts[entry.trigger], at, high)
    if end is None:
        return None
    places: list[tuple[int, int]] = []
    place: tuple[int, int] | None
    for number, part in enumerate(entry.pattern.parts):
        place = (at, end)
        if number != entry.trigger:
            place = scan.within(part, own.start, own.end) or scan.within(part, low, high)
        if place is None:
            return None
        places.append(place)
    if (
        _overlap(places)
        or _only_its_pronoun(clauses, places)
        or (entry.pattern.unless and _spoiled(entry, clauses, places))
    ):
        return None
    return places


def _overlap(places: list[tuple[int, int]]) -> bool:
    """Whether two parts of a pattern were found in the same words."""
    ordered = sorted(places)
    return any(later[0] < earlier[1] for earlier, later in pairwise(ordered))


def _only_its_pronoun(clauses: Clauses, places: list[tuple[int, int]]) -> bool:
    """Whether a later clause is reached through its "it" alone: that takes up a part of the body, no complaint."""
    head = clauses.of_word[places[0][0]]
    latest = max(clauses.of_word[start] for start, _ in places)
    later = clauses.all[latest]
    return latest > head and later.pronoun and not later.fragment and not clauses.all[head].subordinate


def _spoiled(entry: Entry, clauses: Clauses, places: list[tuple[int, int]]) -> bool:
    first = clauses.all[clauses.of_word[min(start for start, _ in places)]]
    last = clauses.all[clauses.of_word[max(end for _, end in places) - 1]]
    low = clauses.region(clauses.of_word[first.start])[0] if first.continues else first.start
    return any(clauses.scan.within(part, low, last.end) for part in entry.pattern.unless)


def _judged(
    entry: Entry, places: list[tuple[int, int]], clauses: Clauses, around: Circumstances, light: frozenset[int]
) -> Hit | None:
    """The hit that a pattern's places make, with the presence that its surroundings give it; None if no evidence."""
    head = places[0][0]
    latest = max(start for start, _ in places)
    fragment = clauses.all[clauses.of_word[latest]]
    judged_at = latest if fragment.fragment and clauses.of_word[latest] != clauses.of_word[head] else head
    if around.of_another(judged_at) or around.supposed(judged_at, places):
        return None
    own = _own_words(places, judged_at)
    start, end = min(start for start, _ in places), max(end for _, end in places)
    denied = around.denied(judged_at, own) or around.denied_between(judged_at, places) or around.denied_after(end)
    presence = Presence.ABSENT if denied else Presence.PRESENT
    if entry.way == DENIED:
        presence = ~presence
    if around.doubted(judged_at) and not light & {head, head - 1}:
        presence = Presence.UNKNOWN
    past = entry.way != EVER and around.past(judged_at)
    return Hit(entry.finding, presence, start, end, len(places), entry.way == IN_CONTEXT, past)


def _own_words(places: list[tuple[int, int]], judged_at: int) -> range:
    """The words of the part that is judged: a "not" in them is the pattern's own."""
    for start, end in places:
        if start == judged_at:
            return range(start, end)
    return range(0)


def _told_over(hits: list[Hit], clauses: Clauses, events: frozenset[str]) -> list[Hit]:
    """What is said to have gone since ("it was swollen, but it's gone down") is absent now."""
    scan: Scan = clauses.scan
    result = hits
    for at in range(len(scan.words)):
        ends = scan.groups[at].get("over")
        number = clauses.of_word[at]
        if not ends or not _is_final(scan, max(ends), clauses.all[number].end):
            continue
        low = clauses.all[max(0, number - 1)].start
        result = [
            Hit(hit.finding, Presence.ABSENT, hit.start, hit.end, hit.parts)
            if low <= hit.start < at and hit.presence is Presence.PRESENT and hit.finding not in events
            else hit
            for hit in result
        ]
    return result


def _is_final(scan: Scan, at: int, end: int) -> bool:
    """Whether nothing that matters follows in the clause: "it's gone" is over, "it's gone numb" is not."""
    return at >= end or scan.has("over_tail", at)


def _in_context(hits: list[Hit], asked: frozenset[str]) -> list[Hit]:
    """Readings that only the pending question suggests, unless the same words say something fuller by themselves."""
    plain = [hit for hit in hits if not hit.in_context]
    told = {hit.finding for hit in plain}
    kept = [
        hit
        for hit in hits
        if hit.in_context
        and hit.finding not in told
        and not any(other.overlaps(hit) and other.end - other.start > hit.end - hit.start for other in plain)
    ]
    plain = [
        hit for hit in plain if hit.finding in asked or hit.parts > 1 or not any(other.overlaps(hit) for other in kept)
    ]
    return plain + kept


def _settled(hits: list[Hit]) -> list[Hit]:
    """One hit for each finding: what is told as there counts before what is told as not there or not known."""
    best: dict[str, Hit] = {}
    for hit in hits:
        rival = best.get(hit.finding)
        if rival is None or _STRENGTH[hit.presence] > _STRENGTH[rival.presence]:
            best[hit.finding] = hit
    return list(best.values())
