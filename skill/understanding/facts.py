"""Age, side, duration, sport and whether a parent speaks for a child, from the words of an utterance."""

from __future__ import annotations

from collections.abc import Collection

from skill.conditions.evidence import Facts, Presence
from skill.understanding.ages import Ages
from skill.understanding.circumstances import Circumstances
from skill.understanding.clauses import Clauses, Owner
from skill.understanding.hit import Hit
from skill.understanding.lexicon import SPORT, Lexicon
from skill.understanding.numbers import Numbers
from skill.understanding.pending import Pending
from skill.understanding.sides import other_side, side_of
from skill.understanding.times import Times


class FactsReader:
    """Reads facts with one lexicon's tables and groups."""

    def __init__(self, lexicon: Lexicon) -> None:
        tables = lexicon.tables
        numbers = Numbers(tables["numbers"], tables["amounts"], tables["units"])
        self._times = Times(numbers, tables["moments"])
        self._ages = Ages(numbers, tables["decades"], tables["decade_parts"])
        self._sports = sorted(name for name in lexicon.groups.names if name.startswith(SPORT))

    def read(
        self, clauses: Clauses, pending: Pending, history: Collection[int], began: Collection[int]
    ) -> tuple[Facts, list[Hit]]:
        """The facts told, and the words they rest on.

        A bare number answers what is asked for. `history` are the clauses that tell of something else than this pain
        ("I had a clot two years ago"), `began` those that tell how it began.
        """
        age = self._ages.age(clauses, pending.fact == "age")
        side = side_of(clauses) or other_side(clauses, pending.side)
        duration = self._times.duration(clauses, pending.fact == "duration_days", history, began)
        sport = self._sport(clauses)
        child = self._ages.of_child(clauses)
        moving = self._moving(clauses)
        facts = Facts(
            age=int(age.value) if age else None,
            side=side[0] if side else None,
            duration_days=round(duration.value) if duration else None,
            sport=sport[0] if sport else None,
            for_child=True if child else None,
            moving=True if moving else None,
        )
        found = {
            "age": age and (age.start, age.end),
            "side": side and side[1:],
            "duration_days": duration and (duration.start, duration.end),
            "sport": sport and sport[1:],
            "for_child": child and (child.start, child.end),
            "moving": moving,
        }
        return facts, [Hit(name, Presence.PRESENT, *place) for name, place in found.items() if place]

    def _moving(self, clauses: Clauses) -> tuple[int, int] | None:
        """Where somebody tells that they are in the middle of it: "I'm on mile three"."""
        scan, around = clauses.scan, Circumstances(clauses)
        places = ((at, end) for at in range(len(scan.words)) if (end := scan.behind("moving", at)))
        return next((place for place in places if not around.denied(place[0])), None)

    def _sport(self, clauses: Clauses) -> tuple[str, int, int] | None:
        scan, around = clauses.scan, Circumstances(clauses)
        for at in range(len(scan.words)):
            for name in self._sports:
                end = scan.behind(name, at)
                if end and clauses.at(at).owner is not Owner.OTHER and not around.denied(at):
                    return name.removeprefix(SPORT), at, end
        return None
