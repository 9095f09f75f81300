"""Where the parts of a finding's pattern stand in an utterance, if they do."""

from __future__ import annotations

from itertools import pairwise

from skill.understanding.clauses import Clauses, opening_end, qualifies
from skill.understanding.lexicon import ITEM, Entry
from skill.understanding.notation import Run

Places = list[tuple[int, int]]  # start and end of each part, in the pattern's order


def places_of(entry: Entry, clauses: Clauses, at: int) -> Places | None:
    """Where the parts of an entry's pattern stand, the trigger at `at`; None when they do not."""
    scan = clauses.scan
    ends = entry.pattern.parts[entry.trigger].ends(scan.places, at)
    if not ends:  # mostly
        return None
    own = clauses.at(at)
    low, high = clauses.region(clauses.of_word[at])
    end = max((end for end in ends if end <= high), default=None)
    if end is None:
        return None
    places: Places = []
    place: tuple[int, int] | None
    for number, part in enumerate(entry.pattern.parts):
        place = (at, end)
        if number != entry.trigger:
            place = (
                scan.within(part, own.start, own.end) or scan.within(part, low, high) or _referred(part, clauses, at)
            )
        if place is None:
            return None
        places.append(place)
    if _overlap(places) or _only_its_pronoun(clauses, places) or _spoiled(entry, clauses, places):
        return None
    return None if entry.way == ITEM and not _stands_alone(clauses, at, end) else places


def _referred(part: Run, clauses: Clauses, at: int) -> tuple[int, int] | None:
    """Where a part stands in what the clause at `at` is about, or in clauses that are about what stands there."""
    own = clauses.at(at)
    if own.antecedent or own.thing:
        spans = [span for span in (own.antecedent, own.thing) if span]
    else:
        spans = [
            (each.start, each.end)
            for each in clauses.all
            if any(span and span[0] <= at < span[1] for span in (each.antecedent, each.thing))
        ]
    return next((found for span in spans if (found := clauses.scan.within(part, *span))), None)


def _overlap(places: Places) -> bool:
    """Whether two parts of a pattern were found in the same words."""
    return any(later[0] < earlier[1] for earlier, later in pairwise(sorted(places)))


def _only_its_pronoun(clauses: Clauses, places: Places) -> bool:
    """Whether a later clause is reached through its "it" alone: that takes up a part of the body, no complaint."""
    head = clauses.of_word[places[0][0]]
    latest = max(clauses.of_word[start] for start, _ in places)
    later = clauses.all[latest]
    if latest == head:
        return _takes_up_denied(clauses, places, head)
    told_harmless = qualifies(clauses.scan, opening_end(clauses.scan, later), clauses.all[head])
    return later.pronoun and not (later.fragment or told_harmless or clauses.all[head].subordinate)


def _takes_up_denied(clauses: Clauses, places: Places, head: int) -> bool:
    """Whether an "it" would reach back to what was just denied: "it doesn't hurt to bend, it just aches"."""
    earliest = min(clauses.of_word[start] for start, _ in places)
    before, own = clauses.all[earliest], clauses.all[head]
    if earliest == head or not own.pronoun:
        return False
    denied, denies = (any(clauses.scan.has("negators", at) for at in range(c.start, c.end)) for c in (before, own))
    return denied and not denies


def _spoiled(entry: Entry, clauses: Clauses, places: Places) -> bool:
    """Whether something stands beside the pattern that it must not stand with."""
    unless = [part for part in entry.pattern.unless if clauses.scan.may_have(part)]
    if not unless:
        return False
    first = clauses.at(min(start for start, _ in places))
    last = clauses.at(max(end for _, end in places) - 1)
    elsewhere = any(clauses.scan.has("gerunds", at) for at in range(first.start, first.end))
    low = clauses.region(clauses.of_word[first.start])[0] if first.continues and not elsewhere else first.start
    spans = [(low, last.end)] + ([last.antecedent] if last.antecedent else [])
    return any(clauses.scan.within(part, *span) for part in unless for span in spans)


def _stands_alone(clauses: Clauses, start: int, end: int) -> bool:
    """Whether a clause only names something out of a list: "yeah the foot", "not the foot", "my foot is fine"."""
    clause, at = clauses.at(start), clauses.at(start).start
    while at < clause.end:
        behind = end if at == start else clauses.scan.behind("beside_item", at)
        if behind is None:
            return False
        at = behind
    return True
