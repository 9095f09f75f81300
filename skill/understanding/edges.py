"""Where an utterance really begins and ends, courtesies aside."""

from __future__ import annotations

from skill.understanding.matcher import Scan
from skill.understanding.patterns import Patterns

_LONGEST_TAG = 6  # words: "but it's hard to tell"


def starts(scan: Scan, openers: Patterns) -> list[int]:
    """Where an answer or request may begin: at the first word, and behind opening words, in order."""
    found, reached = [0], 0
    while reached < len(found):
        found += [end for end in sorted(openers.ends(scan, found[reached])) if end not in found]
        reached += 1
    return [start for start in found if start < len(scan.words)]


def is_rest(scan: Scan, at: int, closers: Patterns) -> bool:
    """Whether nothing but closing words stands from a place on."""
    return at >= len(scan.words) or any(is_rest(scan, end, closers) for end in closers.ends(scan, at))


def ends_with(scan: Scan, tag: Patterns) -> bool:
    """Whether the last words are one of these, and not the first."""
    last = len(scan.words)
    return any(last in tag.ends(scan, at) for at in range(max(1, last - _LONGEST_TAG), last))
