"""Which danger signs may be asked about together: those that somebody's evidence leaves open at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from itertools import combinations, product

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import RedFlag

# People that rules about facts tell apart; the first that will do is taken.
_PEOPLE = (Facts(), Facts(age=12), Facts(age=50), Facts(sport="running"), Facts(sport="cycling"))
# A rule of more findings than this at once is not opened here.
_MOST_TOLD = 2


def bundles(knowledge: KnowledgeBase) -> Iterator[tuple[str, ...]]:
    """Every flag by itself, and every two or three of one level that can be open together, in one order of each."""
    asked = [flag for flag in knowledge.red_flags.values() if flag.asks]
    ways = {flag.id: _ways_to_open(knowledge, flag) for flag in asked}
    yield from ((name,) for name, opening in ways.items() if opening)
    bundled = [flag for flag in asked if not flag.asked_alone]
    for number in range(2, red_flags.LARGEST_BUNDLE + 1):
        for flags in combinations(bundled, number):
            names = tuple(flag.id for flag in flags)
            same_level = len({flag.level for flag in flags}) == 1
            if same_level and _open_together(knowledge, flags, (ways[name] for name in names)):
                yield names


def _ways_to_open(knowledge: KnowledgeBase, flag: RedFlag) -> tuple[Evidence, ...]:
    """The least that somebody may have told for the flag to be asked for."""
    findings = sorted(set(flag.ask_when.findings()))
    for number, facts in product(range(_MOST_TOLD + 1), _PEOPLE):
        told = (Evidence(dict.fromkeys(each, Presence.PRESENT), facts) for each in combinations(findings, number))
        if opening := tuple(each for each in told if _are_open(knowledge, (flag,), each)):
            return opening
    return ()


def _open_together(knowledge: KnowledgeBase, flags: Collection[RedFlag], ways: Iterable[tuple[Evidence, ...]]) -> bool:
    """Whether one person can have told enough for all, and nothing that answers or raises one."""
    told = (reduce(Evidence.updated, each, Evidence()) for each in product(*ways))
    return any(_are_open(knowledge, flags, each) for each in told)


def _are_open(knowledge: KnowledgeBase, flags: Collection[RedFlag], evidence: Evidence) -> bool:
    unsettled = red_flags.unsettled(knowledge, evidence, ())
    return all(flag in unsettled for flag in flags)
