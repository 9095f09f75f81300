"""Lexicon patterns in an utterance, turned into what they tell of findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from skill.conditions.evidence import Presence
from skill.understanding.circumstances import Circumstances, complains
from skill.understanding.clauses import Clauses, Owner
from skill.understanding.hit import Hit
from skill.understanding.lexicon import DENIED, DENIED_IN_CONTEXT, EVER, ITEM, WHILE_ASKED, Entry, Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.matching import Places, places_of
from skill.understanding.settling import in_context, not_mine, settled, told_again, told_over, without_rivals


class FindingsReader:
    """Reads findings with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, clauses: Clauses, asked: Iterable[str], light: Collection[int]) -> list[Hit]:
        """All findings told in an utterance, one hit each. `asked` are the pending question's.

        `light` are the places before which an amount ("a bit") was left out. Where another person turns out to be
        the patient, the clauses become theirs.
        """
        asked = frozenset(asked)
        hits = not_mine(list(self._hits(clauses, asked, light)), clauses)
        hits = self._of_patient(hits, clauses)
        hits = [
            hit for hit in told_over(hits, clauses, self._lexicon.events, self._lexicon.emergencies) if not hit.past
        ]
        hits = settled(in_context(told_again(hits, clauses), asked), clauses)
        hits = self._with_implied(hits)
        return without_rivals(hits, clauses, self._lexicon.exclusive)

    def _hits(self, clauses: Clauses, asked: Collection[str], light: Collection[int]) -> Iterator[Hit]:
        around = Circumstances(clauses)
        for entry in self._possible(clauses.scan, asked):
            for at in clauses.scan.starts(entry.pattern.parts[entry.trigger].first or ()):
                places = places_of(entry, clauses, at)
                hit = _judged(entry, places, clauses, around, light) if places else None
                if hit:
                    yield hit

    def _possible(self, scan: Scan, asked: Collection[str]) -> list[Entry]:
        """The patterns of which every needed word was said, in the lexicon's order."""
        entries = self._lexicon.entries
        said = {entry.number: entry for key in scan.found for entry in entries.get(key, ())}
        return [
            entry
            for _, entry in sorted(said.items())
            if scan.can_hold(entry.pattern.further_needs) and (entry.way not in WHILE_ASKED or entry.finding in asked)
        ]

    def _of_patient(self, hits: list[Hit], clauses: Clauses) -> list[Hit]:
        """What is told of the patient: the speaker, or the person described when the speaker tells nothing of themself.

        What others have, and not what they had, makes them patients: "my mother had a clot" is history.
        """
        complaining = {clause.owner for clause in clauses.all if complains(clauses.scan, clause)}
        complaining |= {hit.owner for hit in hits if hit.owner is Owner.SPEAKER or self._troubles_now(hit)}
        if Owner.SPEAKER in complaining or Owner.OTHER not in complaining:
            return [hit for hit in hits if hit.owner is not Owner.OTHER]
        clauses.adopt()
        return hits

    def _troubles_now(self, hit: Hit) -> bool:
        now = hit.id in self._lexicon.events or not hit.was
        return now and hit.id not in self._lexicon.background and not hit.past

    def _with_implied(self, hits: list[Hit]) -> list[Hit]:
        """What findings imply, where nothing was said of it: a twist has a moment, and what swells slowly swells."""
        told = {hit.id for hit in hits}
        implied = {
            finding: Hit(finding, Presence.PRESENT, hit.start, hit.end)
            for hit in hits
            for finding in self._implied(hit)
            if finding not in told
        }
        return [*hits, *implied.values()]

    def _implied(self, hit: Hit) -> tuple[str, ...]:
        if hit.present:
            return self._lexicon.implies.get(hit.id, ())
        return self._lexicon.denied_implies.get(hit.id, ()) if hit.way == DENIED and hit.names_denied else ()


def _judged(
    entry: Entry, places: Places, clauses: Clauses, around: Circumstances, light: Collection[int]
) -> Hit | None:
    """The hit that a pattern's places make, with the presence that its surroundings give it; None if no evidence."""
    head = places[0][0]
    latest = max(start for start, _ in places)
    apart = clauses.at(latest).fragment and clauses.of_word[latest] != clauses.of_word[head]
    judged_at = latest if apart else head
    if around.supposed(judged_at, places):
        return None
    own = {at for place, closed in zip(places, entry.closed, strict=True) if closed for at in range(*place)}
    start, end = min(start for start, _ in places), max(end for _, end in places)
    denied = (
        around.denied(judged_at, own, denying=entry.way in (DENIED, DENIED_IN_CONTEXT))
        or around.denied_within(judged_at, places, own)
        or (around.denied_after(start, end) and not any(clauses.scan.has("negators", at) for at in own))
    )
    presence = Presence.ABSENT if denied else Presence.PRESENT
    if entry.way in (DENIED, DENIED_IN_CONTEXT) or (entry.way == ITEM and around.all_well(judged_at)):
        presence = ~presence
    if around.doubted(judged_at) and not {head, head - 1} & set(light):
        presence = Presence.UNKNOWN
    return Hit(
        entry.finding,
        presence,
        start,
        end,
        len(places),
        way=entry.way,
        past=entry.way != EVER and around.past(judged_at),
        was=around.was(judged_at),
        owner=clauses.at(judged_at).owner,
    )
