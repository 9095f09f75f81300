"""Of everything heard in an utterance, what counts: what is over, said again, or cannot hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from skill.conditions.evidence import Presence
from skill.understanding.clauses import Clauses
from skill.understanding.hit import Hit
from skill.understanding.lexicon import ITEM

_STRENGTH = {Presence.PRESENT: 2, Presence.ABSENT: 1, Presence.UNKNOWN: 0}


def told_over(hits: list[Hit], clauses: Clauses, events: Collection[str]) -> list[Hit]:
    """What is said to have gone since ("it was swollen, but it's gone down") is absent now."""
    scan = clauses.scan
    for at in range(len(scan.words)):
        end = scan.behind("over", at)
        if any(scan.has("returned", later) for later in range(at, len(scan.words))):
            break
        if end is None or not (end >= clauses.at(at).end or scan.has("over_tail", end)):
            continue  # "it's gone" is over, "it's gone numb" is not
        low = clauses.all[max(0, clauses.of_word[at] - 1)].start
        hits = [
            replace(hit, presence=Presence.ABSENT, past=False)
            if low <= hit.start < at and hit.present and hit.id not in events
            else hit
            for hit in hits
        ]
    return hits


def in_context(hits: list[Hit], asked: Collection[str]) -> list[Hit]:
    """Readings that only the pending question suggests, unless the same words say something fuller by themselves."""
    plain = [hit for hit in hits if not hit.in_context]
    told = {hit.id for hit in plain}
    kept = [
        hit
        for hit in hits
        if hit.in_context
        and hit.id not in told
        and (hit.way == ITEM or not any(other.overlaps(hit) and other.length > hit.length for other in hits))
    ]
    plain = [hit for hit in plain if hit.id in asked or hit.parts > 1 or not any(map(hit.overlaps, kept))]
    return plain + kept


def settled(hits: Iterable[Hit], clauses: Clauses) -> list[Hit]:
    """One hit for each finding: the later one where the earlier is taken back.

    Otherwise what is told as there counts before what is told as not there, and that before what is not known.
    """
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: hit.start):
        rival = best.get(hit.id)
        mends = rival is not None and clauses.mended(rival.start, hit.start)
        if rival is None or mends or _STRENGTH[hit.presence] > _STRENGTH[rival.presence]:
            best[hit.id] = hit
    return list(best.values())


def without_rivals(hits: list[Hit], clauses: Clauses, exclusive: Iterable[tuple[str, ...]]) -> list[Hit]:
    """Of findings that cannot hold together, what was said to mend the others, or else the strongest."""
    present = {hit.id: hit for hit in hits if hit.present}
    beaten: set[str] = set()
    for rivals in exclusive:
        said = [present[name] for name in rivals if name in present]
        winner = next((hit for hit in said if any(clauses.mended(other.start, hit.start) for other in said)), None)
        beaten.update(hit.id for hit in said if hit is not (winner or said[0]))
    return [hit for hit in hits if hit.id not in beaten]
