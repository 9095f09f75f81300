"""The part of the leg that somebody goes on speaking of: after "my calf is tight", "it's swollen" means the calf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from skill.understanding.clauses import Clauses, Owner
from skill.understanding.hit import Hit

CALF, KNEE = "calf", "knee"  # word groups of body.yaml
_ANY = "place"


def part_of(clauses: Clauses) -> str | None:
    """The part named last, of the patient's own leg; None where neither is named."""
    named = [
        part
        for at in range(len(clauses.scan.words))
        for part in (CALF, KNEE)
        if clauses.scan.has(part, at) and clauses.at(at).owner is not Owner.OTHER
    ]
    return named[-1] if named else None


def carried(hits: list[Hit], clauses: Clauses, part: str | None, at_calf: Mapping[str, str]) -> list[Hit]:
    """The hits, with those that would be the knee's by default meaning the calf where that was named last.

    `part` was named before the utterance; `at_calf` is what each finding of the knee is called at the calf.
    """
    told = {hit.id for hit in hits}
    meant = []
    for hit in hits:
        there = at_calf.get(hit.id) if _last_named(clauses, hit, part) == CALF else None
        if there not in told:
            meant.append(replace(hit, id=there or hit.id))
    return meant


def _last_named(clauses: Clauses, hit: Hit, part: str | None) -> str | None:
    """The part of the body that was named last when a hit was told, whose own clause names none."""
    scan, start = clauses.scan, clauses.at(hit.start).start
    if any(scan.has(_ANY, at) for at in range(start, clauses.at(hit.end - 1).end)):
        return None
    for at in range(start - 1, -1, -1):
        if scan.has(_ANY, at):
            return next((each for each in (CALF, KNEE) if scan.has(each, at)), None)
    return part
