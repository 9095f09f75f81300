"""The small notation that lexicon patterns are written in; heard/words.yaml explains it to its writers.

words        these words in this order          (a|b c)   one of these
[word]       may be there                       {group}   any phrase of a word group
lock*        the verb with its endings          ...       up to four words in between
A AND B      both in one clause, in any order   UNLESS C  but not with C in that clause
{end}        where a clause ends
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

GAP_WORDS = 4
END = "end"  # as if it were a word group: no word, but the place behind the last word of a clause

_AND, _UNLESS = " AND ", " UNLESS "
_SIGNS = ("...", "(", "[", "|", ")", "]")
_PIECES = re.compile(r"\.\.\.|[()\[\]|]|\{[a-z_]+\}|[^\s()\[\]|{}]+")


class NotationError(ValueError):
    """A pattern that cannot be read; the message says what is wrong in it."""


# What is found at each place of an utterance: keys with the places behind them, and nothing behind the last word.
# The key of a word group is its name; the key of a word is `word_key` of it.
Places = Sequence[Mapping[str, Collection[int]]]


def word_key(word: str) -> str:
    """The key of a plain word, so that the word "knee" and the group {knee} are two."""
    return f"={word}"


@dataclass(frozen=True, slots=True)
class Term:
    """One of several words or phrases of word groups, by their keys: those it can begin with."""

    first: frozenset[str]
    only: str | None  # its key, where it has just one

    @classmethod
    def of(cls, keys: Iterable[str]) -> Term:
        """The term of some keys."""
        first = frozenset(keys)
        return cls(first, next(iter(first)) if len(first) == 1 else None)

    def ends(self, places: Places, at: int) -> Collection[int]:
        here = places[at]
        if self.only:
            return here.get(self.only, ())
        found = self.first.intersection(here)
        if len(found) == 1:
            (key,) = found
            return here[key]
        return {end for key in found for end in here[key]}


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to GAP_WORDS words of any kind."""

    first: frozenset[str] | None = None

    def ends(self, places: Places, at: int) -> Collection[int]:
        return range(at, min(at + GAP_WORDS + 1, len(places)))


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Nodes one after the other. `first`: the keys that it can begin with; None where that may be anything."""

    nodes: tuple[Node, ...]
    first: frozenset[str] | None

    def ends(self, places: Places, at: int) -> Collection[int]:
        """The places behind it when it begins at `at`; none when it does not stand there."""
        ends: Collection[int] = (at,)
        for node in self.nodes:
            if len(ends) > 1:
                ends = {further for end in ends for further in node.ends(places, end)}
            else:  # nearly always, and then most runs end here: the next word is another
                (end,) = ends
                if node.first is not None and node.first.isdisjoint(places[end]):
                    return ()
                ends = node.ends(places, end)
            if not ends:
                break
        return ends

    def may_begin(self, places: Places, at: int) -> bool:
        """Whether it can begin at a place by its first word: most can not, and need no closer look."""
        return self.first is None or not self.first.isdisjoint(places[at])


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """One of several ways to go on, sorted by the keys that they begin with; an empty way makes it optional.

    All ways of a `single` term are one, as most ways are words and a set is quick to look into; it ends the `ways`.
    `keys` are all that a way may begin with; `loose` ways may begin with anything.
    """

    ways: tuple[Term | Run, ...]
    first: frozenset[str] | None
    single: frozenset[str]
    by_key: Mapping[str, list[Run]]
    keys: frozenset[str]
    loose: tuple[Run, ...]
    optional: bool

    def ends(self, places: Places, at: int) -> Collection[int]:
        here = places[at]
        keys = self.keys.intersection(here)
        if not keys and not self.loose:
            return (at,) if self.optional else ()
        found = {at} if self.optional else set()
        for key in keys:
            if key in self.single:
                found.update(here[key])
            for way in self.by_key.get(key, ()):
                found.update(way.ends(places, at))
        for way in self.loose:
            found.update(way.ends(places, at))
        return found


Node = Term | Gap | OneOf | Run


class Pattern:
    """Parts that must all be in one clause (the first is the head, which decides polarity), and parts that must not.

    It is read from its `text` when it is first looked for: of nearly two thousand an utterance needs a few dozen.
    `keys`: one of them must be found somewhere, or it can not stand. `list`: the name of the list that it is in, if it
    is in one. Properties raise NotationError.
    """

    def __init__(self, text: str, keys: Iterable[str] = (), list_: str = "") -> None:
        self.text = text
        self.keys = frozenset(keys)
        self.list = list_

    @cached_property
    def parts(self) -> tuple[Run, ...]:
        """What must be there, in the pattern's order."""
        return tuple(parse_run(part) for part in self.text.split(_UNLESS)[0].split(_AND))

    @cached_property
    def unless(self) -> tuple[Run, ...]:
        """What must not be there."""
        return tuple(parse_run(part) for part in self.text.split(_UNLESS)[1:])

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Sets of keys of which one each must be found somewhere."""
        nodes = (node for part in self.parts for node in all_of(part))
        return tuple(dict.fromkeys(node.first for node in nodes if node.first and END not in node.first))

    @cached_property
    def further_needs(self) -> tuple[frozenset[str], ...]:
        """Those beside its `keys`."""
        return tuple(need for need in self.needs if need != self.keys)


_GAP = Gap()


def parse(text: str) -> Pattern:
    """The pattern written in `text`; raises NotationError where it can not be read."""
    pattern = Pattern(text)
    _ = pattern.needs, pattern.unless
    return pattern


def parse_run(text: str) -> Run:
    """One part of a pattern; raises NotationError."""
    pieces = _PIECES.findall(text)
    run, rest = _run(pieces, 0)
    if rest != len(pieces):
        raise NotationError(f"'{pieces[rest]}' closes nothing in '{text}'")
    if not run.nodes:
        raise NotationError("a part of the pattern is empty")
    return run


def _run(pieces: list[str], at: int) -> tuple[Run, int]:
    nodes: list[Node] = []
    while at < len(pieces) and pieces[at] not in (")", "]", "|"):
        piece = pieces[at]
        if piece in ("(", "["):
            node, at = _one_of(pieces, at)
            nodes.append(node)
            continue
        nodes.append(_GAP if piece == "..." else _term(piece))
        at += 1
    return Run(tuple(nodes), _first(nodes)), at


def _one_of(pieces: list[str], at: int) -> tuple[Node, int]:
    opening = pieces[at]
    closing = "]" if opening == "[" else ")"
    single: set[str] = set()
    ways: list[Run] = [Run((), None)] if opening == "[" else []
    while True:
        if pieces[at + 2 : at + 3] in (["|"], [closing]) and pieces[at + 1] not in _SIGNS:
            single |= _term(pieces[at + 1]).first
            at += 2
        else:
            way, at = _run(pieces, at + 1)
            ways.append(way)
        if at == len(pieces) or pieces[at] not in ("|", closing):
            raise NotationError(f"'{opening}' is not closed")
        if pieces[at] == closing:
            return _choice(ways, Term.of(single)), at + 1


def _choice(ways: list[Run], single: Term) -> Node:
    if not ways:
        return single
    by_key: dict[str, list[Run]] = {}
    for way in ways:
        for key in way.first or ():
            by_key.setdefault(key, []).append(way)
    loose = tuple(way for way in ways if way.first is None and way.nodes)
    optional = any(not way.nodes for way in ways)
    keys = single.first.union(by_key)
    terms = (single,) if single.first else ()
    return OneOf((*ways, *terms), None if loose or optional else keys, single.first, by_key, keys, loose, optional)


def _first(nodes: list[Node]) -> frozenset[str] | None:
    """The keys that nodes can begin with: those of every node up to the first that can not be passed over."""
    keys: frozenset[str] = frozenset()
    for node in nodes:
        if node.first is not None:
            return keys | node.first if keys else node.first
        if not isinstance(node, OneOf):
            return None
        for way in node.ways:
            if way.first is not None:
                keys |= way.first
            elif not isinstance(way, Run) or way.nodes:
                return None
    return None


@lru_cache(maxsize=8192)
def _term(piece: str) -> Term:
    if piece.startswith("{"):
        return Term.of((piece[1:-1],))
    if piece.endswith("*"):
        return Term.of(map(word_key, verb_forms(piece[:-1])))
    if not piece.replace("'", "").replace("-", "").isalnum():
        raise NotationError(f"'{piece}' is no word")
    return Term.of((word_key(piece),))


def verb_forms(verb: str) -> dict[str, None]:
    """A verb's regular forms, in order; forms that English does not use do no harm, since nobody says them."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u"):
        return dict.fromkeys((verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"))
    forms = [verb, verb + "s", verb + "es", stem + "ed", stem + "ing"]
    if len(verb) <= 5 and verb[-1] not in "aeiouwxy":
        forms += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return dict.fromkeys(forms)


def terms_in(node: Node) -> Iterator[Term | Gap]:
    """The words, groups and gaps that a node is made of."""
    if isinstance(node, Term | Gap):
        yield node
    else:
        for inner in node.nodes if isinstance(node, Run) else node.ways:
            yield from terms_in(inner)


def all_of(run: Run) -> Iterator[Node]:
    """The nodes that a run can not stand without."""
    for node in run.nodes:
        if isinstance(node, Run):
            yield from all_of(node)
        elif not (isinstance(node, OneOf) and node.optional):
            yield node


def groups_in(node: Node) -> Iterator[str]:
    """The names of all groups that a node mentions."""
    return (key for term in terms_in(node) for key in term.first or () if not key.startswith("="))
