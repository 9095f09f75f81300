"""What stands around a place in a clause and bears on it: denial, doubt, supposing, the past."""

from __future__ import annotations

from collections.abc import Collection

from skill.understanding.beginnings import activity_and_verb
from skill.understanding.clauses import Clause, Clauses, needed_all_the_same, opening_end
from skill.understanding.matcher import Scan

_SINCE_REACH = 5  # words: "since my stroke last year"


class Circumstances:
    """Judges places of one utterance."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._scan = clauses.scan

    def denied(self, at: int, own: Collection[int] = (), denying: bool = False) -> bool:
        """Whether an odd number of denials reaches a place; words of the pattern itself (`own`) do not count.

        `denying`: the pattern denies by itself, and a "no" in front agrees with it: "no, stairs are fine".
        """
        clause = self._clauses.at(at)
        denied, place, turned = False, clause.start, False
        denied_to = place
        while place <= at:
            here = self._scan.places[place]
            passed = self._scan.behind("not_negators", place)
            if passed is None and (self._scan.behind("negators", place) or 0) <= place + 1:
                passed = self._scan.behind("repairs", place)
            if passed is not None:
                place = passed
                continue
            if "turned_round" in here and place not in own:
                turned, place = not turned, max(here["turned_round"])
                continue
            if needed_all_the_same(self._scan, place, clause):
                denied, place = False, place + 1
                continue
            if "reach_ends" in here and clause.start < place < at and not ("bare_when" in here and place == denied_to):
                denied, turned = False, False
            if place == at and "lasts_since" in here:
                denied, turned = False, False
            if "negators" in here and place not in own and not self._is_reply(place, clause, denying):
                denied, place = True, self._scan.behind("negators", place) or place
                denied_to = place
                continue
            place += 1
        return denied != turned

    def denied_within(self, judged_at: int, places: list[tuple[int, int]], own: Collection[int]) -> bool:
        """Whether a denial stands behind where the judged part begins: "my calf is not hard", "there was no pop"."""
        clause = self._clauses.at(judged_at)
        last = max((end for start, end in places if start < clause.end), default=judged_at)
        passed = {at for start in range(clause.start, last) for at in range(start, self._passed(start))}
        return any(
            self._scan.has("negators", at) and at not in own and at not in passed for at in range(judged_at + 1, last)
        )

    def _passed(self, at: int) -> int:
        """The place behind what only sounds like a denial, or the place itself."""
        return self._scan.behind("not_negators", at) or at

    def denied_after(self, start: int, end: int) -> bool:
        """Whether a denial follows that denies nothing else: "swelling, no, not really", "cycling does not".

        "The swelling is not a problem" has a swelling.
        """
        if self._scan.has("auxiliaries", end - 1) and self._ends_clause("negators", end):
            return True
        at = end
        while (further := self._scan.behind("rest_of_noun", at)) is not None:
            at = further
        if self._ends_clause("denied_behind", at):
            return True
        if self._ends_clause("gone_behind", at):
            return not any(returned(self._scan, place) for place in range(at, len(self._scan.words)))
        if self._ends_clause("belittled_behind", at):
            return not any(self._scan.has("definite", place) for place in (start - 1, start))
        if not self._scan.has("denying_replies", at) or self._scan.has("repairs", at):
            return False
        return self._ends_clause("denying_replies", at) or self._scan.has("after_denial", at + 1)

    def _ends_clause(self, group: str, at: int) -> bool:
        """Whether a phrase of a group stands at a place, and its clause ends with it."""
        end = self._scan.behind(group, at)
        return end is not None and end >= self._clauses.at(at).end

    def _is_reply(self, at: int, clause: Clause, denying: bool) -> bool:
        """A "no" that answers and does not deny what follows: "no my calf is swollen"."""
        following = at + 1
        opens = opening_end(self._scan, clause) >= at
        if not opens or following >= clause.end or not self._scan.has("denying_replies", at):
            return False
        if self._scan.behind("negators", at) != following:
            return False  # "no one has found a lump" is one denial
        if denying:
            return True
        # A plain noun would be what is denied; a subject with its own article, or "just", is not.
        here = self._scan.places[following]
        if activity_and_verb(self._scan, following):
            return True
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
        result, passed, opens = False, 0, opening_end(self._scan, clause)
        for place in range(clause.start, at + 1):
            here = self._scan.places[place]
            passed = max(passed, *here.get("doubts", (0,)), *here.get("turned_round", (0,)))
            if place < passed:
                continue
            if "presupposes" in here and place > clause.start:
                result = False
            if "asks" in here and place <= opens:
                result = True
            if "supposed" in here and place < at and not any(place <= start < at for start, _ in parts):
                result = True
        return result

    def past(self, at: int) -> bool:
        """Whether its clause is about long ago, and not about what has been so since: "since my stroke last year"."""
        clause = self._clauses.at(at)
        told = (place for place in range(clause.start, clause.end) if self._scan.has("past", place))
        return any(not self._lasts(clause, place) for place in told)

    def _lasts(self, clause: Clause, at: int) -> bool:
        return any(self._scan.has("lasts_since", place) for place in range(max(clause.start, at - _SINCE_REACH), at))

    def was(self, at: int) -> bool:
        """Whether its clause tells what was or was had: of another person, that is history."""
        return self._says(at, "was")

    def all_well(self, at: int) -> bool:
        """Whether its clause calls something fine."""
        return self._says(at, "fine")

    def _says(self, at: int, group: str) -> bool:
        clause = self._clauses.at(at)
        return any(self._scan.has(group, place) for place in range(clause.start, clause.end))


def returned(scan: Scan, at: int) -> bool:
    """Whether something comes back here, and not to normal."""
    normal = any(scan.has("back_to_normal", before) for before in range(at - 2, at + 1))
    return scan.has("returned", at) and not normal


def complains(scan: Scan, clause: Clause) -> bool:
    """Whether a clause tells of a place that hurts now."""
    words = range(clause.start, clause.end)
    hurts, placed, over = (any(scan.has(group, at) for at in words) for group in ("hurts", "place", "was"))
    return hurts and placed and not over
