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
from skill.understanding.sides import side_of
from skill.understanding.times import Times


class FactsReader:
    """Reads facts with one lexicon's tables and groups."""

    def __init__(self, lexicon: Lexicon) -> None:
        tables = lexicon.tables
        numbers = Numbers(tables["numbers"], tables["amounts"], tables["units"])
        self._times = Times(numbers, tables["moments"])
        self._ages = Ages(numbers, tables["decades"], tables["decade_parts"])
        self._sports = sorted(name for name in lexicon.groups.names if name.startswith(SPORT))

    def read(self, clauses: Clauses, asked: str | None, history: Collection[int]) -> tuple[Facts, list[Hit]]:
        """The facts told, and the words they rest on.

        `asked` is the fact that a bare number answers. `history` are the clauses that tell of something else than
        this pain ("I had a clot two years ago").
        """
        age = self._ages.age(clauses, asked == "age")
        side = side_of(clauses)
        duration = self._times.duration(clauses, asked == "duration_days", history)
        sport = self._sport(clauses)
        child = self._ages.of_child(clauses)
        facts = Facts(
            age=int(age.value) if age else None,
            side=side[0] if side else None,
            duration_days=round(duration.value) if duration else None,
            sport=sport[0] if sport else None,
            for_child=True if child else None,
        )
        found = {
            "age": age and (age.start, age.end),
            "side": side and side[1:],
            "duration_days": duration and (duration.start, duration.end),
            "sport": sport and sport[1:],
            "for_child": child and (child.start, child.end),
        }
        return facts, [Hit(name, Presence.PRESENT, *place) for name, place in found.items() if place]

    def _sport(self, clauses: Clauses) -> tuple[str, int, int] | None:
        scan, around = clauses.scan, Circumstances(clauses)
        for at in range(len(scan.words)):
            for name in self._sports:
                end = scan.behind(name, at)
                if end and clauses.at(at).owner is not Owner.OTHER and not around.denied(at):
                    return name.removeprefix(SPORT), at, end
        return None
