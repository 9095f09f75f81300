"""Of everything heard in an utterance, what counts: what is over, said again, or cannot hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from skill.conditions.evidence import Presence
from skill.understanding.circumstances import returned
from skill.understanding.clauses import Clauses, Owner, opening_end
from skill.understanding.hit import Hit
from skill.understanding.lexicon import DENIED, DENIED_IN_CONTEXT, ITEM, SUGGESTED

_STRENGTH = {Presence.PRESENT: 2, Presence.ABSENT: 1, Presence.UNKNOWN: 0}
_SUGGESTED = 0.75  # "bang, in my calf" is a pop, unless no pop was felt
_TWICE_DENIED = 0.5  # "it has not come on slowly" makes it sudden, unless that is denied in the same breath


def told_over(hits: list[Hit], clauses: Clauses, events: Collection[str], emergencies: Collection[str]) -> list[Hit]:
    """What is said to have gone since ("it was swollen, but it's gone down") is absent now.

    Of emergencies nothing is taken from it, so that they are asked for: chest pain that has gone is no all-clear.
    """
    scan = clauses.scan
    for at in range(len(scan.words)):
        end = scan.behind("over", at)
        if end is None or _of_another(clauses, at) or _eased(clauses, at, end) or _denies_one(hits, at):
            continue
        if any(returned(scan, later) for later in range(at, len(scan.words))):
            break
        if not (end >= clauses.at(at).end or scan.has("over_tail", end)):
            continue  # "it's gone" is over, "it's gone numb" is not
        low = _told_before(hits, clauses, at)
        over = [hit for hit in hits if low <= hit.start < at and hit.end <= max(at, end - 1) and hit.present]
        hits = [
            replace(hit, presence=Presence.ABSENT, past=False) if hit in over and hit.id not in events else hit
            for hit in hits
            if hit not in over or hit.id not in emergencies
        ]
    return hits


def not_mine(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    """What the speaker says that another has and they have not ("his knee locks, mine doesn't") is absent."""
    scan = clauses.scan
    for number, clause in enumerate(clauses.all[1:], 1):
        others = clauses.all[number - 1]
        end = scan.behind("not_mine", opening_end(scan, clause))
        if others.owner is Owner.OTHER and end is not None and end >= clause.end:
            hits = [
                replace(hit, presence=Presence.ABSENT, owner=Owner.SPEAKER, past=False)
                if others.start <= hit.start < others.end and hit.presence is not Presence.UNKNOWN
                else hit
                for hit in hits
            ]
    return hits


def _of_another(clauses: Clauses, at: int) -> bool:
    """Whether it is over for somebody else, or in somebody else's opinion ("my husband says it's nothing")."""
    clause = clauses.at(at)
    quoted = any(clauses.scan.has("others", before) for before in range(clause.start, at))
    return quoted or clause.owner is not Owner.SPEAKER


def _eased(clauses: Clauses, at: int, end: int) -> bool:
    """Whether it goes whenever something is done, and so is not over: "if I stand still for a minute it is gone"."""
    scan = clauses.scan
    habit = scan.has("habits", opening_end(scan, clauses.at(at))) or scan.has("passing", end)
    return habit and not any(scan.has("were_over", place) for place in range(at, end))


def told_again(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    """What is denied and then said to happen all the same ("it hasn't locked, but it did this morning") is there."""
    scan = clauses.scan
    for at in scan.starts(("after_all",)):
        low = _told_before(hits, clauses, at)
        hits = [
            replace(hit, presence=Presence.PRESENT)
            if low <= hit.start < at and hit.names_denied and hit.way not in (DENIED, DENIED_IN_CONTEXT)
            else hit
            for hit in hits
        ]
    return hits


def _denies_one(hits: list[Hit], at: int) -> bool:
    """Whether a denial belongs to what stands right before it: "it's swollen, hot it isn't"."""
    return any(hit.end == at and hit.names_denied for hit in hits)


def _told_before(hits: list[Hit], clauses: Clauses, at: int) -> int:
    """Where the clause before a place begins, or where that tells nothing the one before it."""
    number = max(0, clauses.of_word[at] - 1)
    if not any(clauses.all[number].start <= hit.start < at for hit in hits):
        number = max(0, number - 1)
    return clauses.all[number].start


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

    Otherwise the fullest reading of the same words counts ("my back is fine" before "my back"). Of other words, what
    is told as there counts before what is told as not there, and that before what is not known.
    """
    best: dict[str, Hit] = {}
    for hit in sorted(_fullest(list(hits)), key=lambda hit: hit.start):
        rival = best.get(hit.id)
        mends = rival is not None and clauses.mended(rival.start, hit.start)
        if rival is None or mends or _strength(hit) > _strength(rival):
            best[hit.id] = hit
    return list(best.values())


def _fullest(hits: list[Hit]) -> list[Hit]:
    """The hits that are no part of a longer one of the same finding."""
    return [
        hit
        for hit in hits
        if not any(
            other.id == hit.id
            and _strength(other) >= _STRENGTH[Presence.ABSENT]
            and other.start <= hit.start
            and hit.end <= other.end
            and other.length > hit.length
            for other in hits
        )
    ]


def _strength(hit: Hit) -> float:
    if hit.present and hit.way == SUGGESTED:
        return _SUGGESTED
    return _TWICE_DENIED if hit.way == DENIED and hit.present else _STRENGTH[hit.presence]


def without_rivals(hits: list[Hit], clauses: Clauses, exclusive: Iterable[tuple[str, ...]]) -> list[Hit]:
    """Of findings that cannot hold together, what was said to mend the others, or else the strongest."""
    present = {hit.id: hit for hit in hits if hit.present}
    beaten: set[str] = set()
    for rivals in exclusive:
        said = [present[name] for name in rivals if name in present]
        winner = next((hit for hit in said if any(clauses.mended(other.start, hit.start) for other in said)), None)
        beaten.update(hit.id for hit in said if hit is not (winner or said[0]))
    return [hit for hit in hits if hit.id not in beaten]
