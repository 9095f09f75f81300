"""Which leg it is: a side with a limb behind it, and not a place such as "the right side of the knee"."""

from __future__ import annotations

from skill.understanding.clauses import Clauses, Owner
from skill.understanding.matcher import Scan

BOTH = "both"
_SIDES = ("left", "right", BOTH)  # the values of the fact, and word groups of facts.yaml
_OTHER = {"left": "right", "right": "left"}
_SHORT = 3  # words of an utterance in which a bare side can only be the leg


def side_of(clauses: Clauses) -> tuple[str, int, int] | None:
    """The side and the words it rests on; None when none or two are told."""
    found: list[tuple[str, int, int]] = []
    for at in range(len(clauses.scan.words)):
        for side in _SIDES:
            end = _end(clauses.scan, side, at) if clauses.scan.has(side, at) else None
            if end is None or clauses.at(at).owner is Owner.OTHER or _set_aside(clauses.scan, at):
                continue
            found = [each for each in found if not clauses.mended(each[1], at)]
            found.append((side, at, end))
    if not found:
        return None
    both = next((each for each in found if each[0] == BOTH), None)
    return both or (found[-1] if len({side for side, *_ in found}) == 1 else None)


def other_side(clauses: Clauses, known: str | None) -> tuple[str, int, int] | None:
    """The other leg than the one that was known ("no, the other leg"), and the words; None where it is only spoken of.

    "It's the other knee" says which one hurts, and "the other knee is fine" does not.
    """
    scan = clauses.scan
    for at in range(len(scan.words)) if known in _OTHER else ():
        end = scan.behind("other_leg", at)
        if end == clauses.at(at).end and (at == clauses.at(at).start or scan.has("before_other_leg", at - 1)):
            return _OTHER[known or ""], at, end
    return None


def _set_aside(scan: Scan, at: int) -> bool:
    """Whether it is the other leg: "bigger than the right one", "not the right knee"."""
    return any(
        scan.has("compared", place) or (scan.has("negators", place) and not scan.has("repairs", place))
        for place in range(max(0, at - 2), at)
    )


def _end(scan: Scan, side: str, at: int) -> int | None:
    """The end of a side's words: with a limb behind it ("left knee"), or alone with "my" or "the" before it."""
    following = at + 1
    if side == BOTH:
        while scan.has("both_of", following):
            following += 1
        return following + 1 if scan.has("body", following) else None
    if scan.has("body", following) and not scan.has("side_of", following):
        return following + 1
    short = at == 0 and len(scan.words) <= _SHORT
    return following if short or (scan.has("before_side", at - 1) and following == len(scan.words)) else None
