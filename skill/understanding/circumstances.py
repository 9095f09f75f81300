"""What stands around a place in a clause and bears on it: denial, doubt, supposing, the past."""

from __future__ import annotations

from collections.abc import Collection

from skill.understanding.clauses import Clause, Clauses, opening_end
from skill.understanding.matcher import Scan


class Circumstances:
    """Judges places of one utterance."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._scan = clauses.scan

    def denied(self, at: int, own: Collection[int] = ()) -> bool:
        """Whether an odd number of denials reaches a place; words of the pattern itself (`own`) do not count."""
        clause = self._clauses.at(at)
        denied, place, turned = False, clause.start, False
        while place <= at:
            here = self._scan.places[place]
            passed = self._scan.behind("not_negators", place) or self._scan.behind("repairs", place)
            if passed is not None:
                place = passed
                continue
            if "turned_round" in here and place not in own:
                turned, place = not turned, max(here["turned_round"])
                continue
            if "reach_ends" in here and clause.start < place < at:
                denied, turned = False, False
            if "negators" in here and place not in own and not self._is_reply(place, clause):
                denied = True
            place += 1
        return denied != turned

    def denied_within(self, judged_at: int, places: list[tuple[int, int]], own: Collection[int]) -> bool:
        """Whether a denial stands behind where the judged part begins: "my calf is not hard", "there was no pop"."""
        clause = self._clauses.at(judged_at)
        last = max((end for start, end in places if start < clause.end), default=judged_at)
        return any(
            self._scan.has("negators", at) and at not in own and not self._scan.has("not_negators", at)
            for at in range(judged_at + 1, last)
        )

    def denied_after(self, end: int) -> bool:
        """Whether a "no" follows that denies nothing else: "swelling, no, not really", "cycling does not"."""
        if self._scan.has("auxiliaries", end - 1) and self._scan.has("negators", end):
            return True
        if not self._scan.has("denying_replies", end) or self._scan.has("repairs", end):
            return False
        return end + 1 == len(self._scan.words) or self._scan.has("after_denial", end + 1)

    def _is_reply(self, at: int, clause: Clause) -> bool:
        """A "no" that answers and does not deny what follows: "no my calf is swollen"."""
        following = at + 1
        if at != clause.start or following >= clause.end or not self._scan.has("denying_replies", at):
            return False
        # A plain noun would be what is denied; a subject with its own article, or "just", is not.
        here = self._scan.places[following]
        return "limits" in here or ("subjects" in here and ("det" in here or "pronouns" in here))

    def doubted(self, at: int) -> bool:
        """Whether the speaker does not know it: a doubt before it in its clause."""
        doubted, doubted_to = False, 0
        for place in range(self._clauses.at(at).start, at):
            here = self._scan.places[place]
            if "doubts" in here and "granted" not in here:
                doubted, doubted_to = True, max(here["doubts"])
            elif place >= doubted_to and "doubt_ends" in here:
                doubted = False
        return doubted

    def supposed(self, at: int, parts: list[tuple[int, int]]) -> bool:
        """Whether it is asked, feared or supposed rather than told."""
        clause = self._clauses.at(at)
        result, doubted_to, opens = False, 0, opening_end(self._scan, clause)
        for place in range(clause.start, at + 1):
            here = self._scan.places[place]
            doubted_to = max(doubted_to, *here.get("doubts", (0,)))
            if place < doubted_to:
                continue
            if "presupposes" in here and place > clause.start:
                result = False
            if "asks" in here and place <= opens:
                result = True
            if "supposed" in here and place < at and not any(place <= start < at for start, _ in parts):
                result = True
        return result

    def past(self, at: int) -> bool:
        """Whether its clause is about long ago."""
        return self._says(at, "past")

    def was(self, at: int) -> bool:
        """Whether its clause tells what was or was had: of another person, that is history."""
        return self._says(at, "was")

    def all_well(self, at: int) -> bool:
        """Whether its clause calls something fine."""
        return self._says(at, "fine")

    def _says(self, at: int, group: str) -> bool:
        clause = self._clauses.at(at)
        return any(self._scan.has(group, place) for place in range(clause.start, clause.end))


def complains(scan: Scan, clause: Clause) -> bool:
    """Whether a clause tells of a place that hurts now."""
    words = range(clause.start, clause.end)
    hurts, placed, over = (any(scan.has(group, at) for at in words) for group in ("hurts", "place", "was"))
    return hurts and placed and not over
