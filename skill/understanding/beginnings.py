"""What stands at a place where a clause may begin, or must not: a subject with its verb, an activity, half a phrase."""

from __future__ import annotations

from skill.understanding.matcher import Scan

_WHOLE = ("negators", "not_negators", "imagined")  # groups whose phrases no clause begins within
_LONGEST_DENIAL = 6  # words: "not a day goes by without"
_LONGEST_HOLDER = 4  # words: "most of the time"
_ACTIVITY_REACH = 6  # words from an activity to its verb: "going up on my toes hurts"


def subject_and_verb(scan: Scan, at: int) -> bool:
    """Whether a subject stands here with its verb right behind it; a pronoun needs none, since it is no object here."""
    end = scan.behind("subjects", at)
    if end is None:
        return _noun_and_copula(scan, at)
    return scan.has("pronouns", at) or scan.has("finite", end) or scan.has("finite", end + 1)


def _noun_and_copula(scan: Scan, at: int) -> bool:
    """Whether any noun at all stands here with its verb: "my weight is steady", "the rough skin has gone"."""
    behind = scan.behind("definite", at)
    if behind is None or scan.has("not_nouns", behind):
        return False
    return scan.has("copulas", behind + 1) or (
        scan.has("copulas", behind + 2) and not scan.has("not_nouns", behind + 1)
    )


def activity_and_verb(scan: Scan, at: int) -> bool:
    """Whether an activity stands here with a verb of its own: "straightening it is fine"."""
    following = range(at + 1, at + _ACTIVITY_REACH)
    return scan.has("gerunds", at) and any(scan.has("copulas", place) for place in following)


def elliptic(scan: Scan, at: int) -> bool:
    """Whether an activity is denied in so few words that what is denied was said before: "straightening doesn't"."""
    ends = (scan.behind("elliptic", place) for place in range(at, at + _ACTIVITY_REACH))
    return any(
        end == len(scan.words) or scan.places[end].keys() & {"joiners", "breakers", "persons"} for end in ends if end
    )


def fragment_at(scan: Scan, at: int) -> bool:
    """Whether words stand here that live on the clause before: "only when I run"."""
    return scan.has("narrowed_when", at) or (scan.has("bare_when", at) and not activity_and_verb(scan, at))


def clause_can_begin(scan: Scan, at: int) -> bool:
    """Whether a clause can begin here, where a comma was heard."""
    here = scan.places[at]
    if any(name in here for name in ("joiners", "negators", "third_person", "subordinators", "doubts", "pronouns")):
        return True
    return subject_and_verb(scan, at) or fragment_at(scan, at)


def held(scan: Scan, at: int) -> bool:
    """Whether words stand before a place that a clause goes on behind: "he thinks it", "bending my knee"."""
    places = scan.places[max(0, at - _LONGEST_HOLDER) : at]
    return any(at in here.get("holders", ()) for here in places) and not any(
        at in here.get("complete", ()) for here in places
    )


def within_phrase(scan: Scan, at: int) -> bool:
    """Whether a place is inside one denial, or inside what only sounds like one: "anything but swollen"."""
    groups = scan.found.intersection(_WHOLE)
    starts = range(max(0, at - _LONGEST_DENIAL), at) if groups else ()
    return any((scan.behind(group, start) or 0) > at for start in starts for group in groups)


def only_seemed(scan: Scan, at: int) -> bool:
    """Whether what begins here says that something only seemed so: "someone kicked me, or that's what I thought"."""
    if "imagined" not in scan.found:  # mostly
        return False
    begins = scan.behind("breakers", at) or scan.behind("joiners", at) or at
    return scan.has("imagined", at) or scan.has("imagined", begins)
