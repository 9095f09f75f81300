"""Every phrase of plain words as one automaton, in which all that begin at a word are found in one walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from skill.understanding.notation import Gap, Node, NotationError, OneOf, Run, Term

# What may still follow in a phrase: a node and what follows that; None at its end.
_Rest = tuple[Node, "_Rest"] | None
# Where a walk may be: in which groups' phrases (by their numbers), and what may still follow there.
_State = frozenset[tuple[int, _Rest]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The automaton. `steps`: for each state, the state behind each word's key; a walk begins in the first state.

    `names`: for each state the groups that have a phrase ending there, in their own order.
    """

    steps: Sequence[Mapping[str, int]]
    names: Sequence[Sequence[str]]


def phrases_of(groups: Mapping[str, Iterable[Run]]) -> Phrases:
    """The automaton of the runs, which are of plain words; raises NotationError at a gap.

    Phrases written out one by one would be a hundred times as many as its states: alternatives multiply.
    """
    order = tuple(groups)
    start: _State = frozenset((number, (run, None)) for number, name in enumerate(order) for run in groups[name])
    numbers, states = {start: 0}, [start]
    steps: list[dict[str, int]] = []
    names: list[list[str]] = []
    for state in states:  # which grows as states are come upon
        behind: dict[str, set[tuple[int, _Rest]]] = {}
        ended: set[int] = set()
        for number, term, rest in _next_terms(state):
            if term is None:
                ended.add(number)
            for key in term.first if term else ():
                behind.setdefault(key, set()).add((number, rest))
        following = {key: frozenset(places) for key, places in sorted(behind.items())}
        for each in following.values():
            if each not in numbers:
                numbers[each] = len(states)
                states.append(each)
        steps.append({key: numbers[each] for key, each in following.items()})
        names.append([order[number] for number in sorted(ended)])
    return Phrases(steps, names)


def _next_terms(state: _State) -> Iterator[tuple[int, Term | None, _Rest]]:
    """The words that a state can go on with, and what follows each; no word where a phrase is over."""
    places = list(state)
    seen = set(places)
    while places:
        number, rest = places.pop()
        if rest is None or isinstance(rest[0], Term):
            yield (number, *(rest or (None, None)))
            continue
        node, after = rest
        new = {(number, further) for further in _opened(node, after)} - seen
        seen |= new
        places += new


def _opened(node: Node, after: _Rest) -> Iterator[_Rest]:
    """What may follow where a node that is no word stands before the rest."""
    if isinstance(node, Gap):
        raise NotationError("'...' cannot stand within a word group")
    if isinstance(node, OneOf):
        yield from ((way, after) for way in node.ways)
    elif isinstance(node, Run):
        for inner in reversed(node.nodes):
            after = (inner, after)
        yield after
