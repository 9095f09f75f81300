"""The small notation that lexicon patterns are written in; heard/words.yaml explains it to its writers.

words        these words in this order          (a|b c)   one of these
[word]       may be there                       {group}   any phrase of a word group
lock*        the verb with its endings          ...       up to four words in between
A AND B      both in one clause, in any order   UNLESS C  but not with C in that clause
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

GAP_WORDS = 4

_PIECES = re.compile(r"\.\.\.|[()\[\]|]|\{[a-z_]+\}|[^\s()\[\]|{}]+")


class NotationError(ValueError):
    """A pattern that cannot be read; the message says what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or any of its forms."""

    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """Any phrase of a named word group."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to GAP_WORDS words of any kind."""


@dataclass(slots=True)
class OneOf:
    """One of several ways to go on; an empty sequence among them makes it optional.

    `by_word` and `others` sort the ways by how they begin; they are worked out when they are first looked for.
    """

    ways: tuple[Sequence, ...]
    by_word: dict[str, list[Sequence]] | None = field(default=None, compare=False)
    others: list[Sequence] = field(default_factory=list, compare=False)

    def beginning_with(self, word: str) -> list[Sequence]:
        """The ways that may begin with a word, or with a group that it may begin."""
        if self.by_word is None:
            self.by_word = {}
            for way in self.ways:
                first = beginnings(way)
                if first.anything or first.groups:
                    self.others.append(way)
                else:
                    for known in first.words:
                        self.by_word.setdefault(known, []).append(way)
        return self.by_word.get(word, []) + self.others


@dataclass(slots=True)
class Sequence:
    """Nodes one after the other. `beginnings` is worked out when it is first looked for."""

    nodes: tuple[Node, ...]
    beginnings: Beginnings | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What a sequence can begin with: these words, these groups, or `anything`."""

    words: frozenset[str]
    groups: frozenset[str]
    anything: bool = False


Node = Word | Group | Gap | OneOf | Sequence


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts that must all be in one clause (the first is the head, which decides polarity), and parts that must not."""

    parts: tuple[Sequence, ...]
    unless: tuple[Sequence, ...] = ()


@lru_cache(maxsize=8192)
def parse(text: str) -> Pattern:
    """The pattern written in `text`; raises NotationError."""
    wanted, *unwanted = text.split(" UNLESS ")
    parts = tuple(parse_sequence(part) for part in wanted.split(" AND "))
    return Pattern(parts, tuple(parse_sequence(part) for part in unwanted))


def parse_sequence(text: str) -> Sequence:
    """One part of a pattern; raises NotationError."""
    pieces = _PIECES.findall(text)
    sequence, rest = _sequence(pieces, 0)
    if rest != len(pieces):
        raise NotationError(f"'{pieces[rest]}' closes nothing in '{text}'")
    if not sequence.nodes:
        raise NotationError("a part of the pattern is empty")
    return sequence


def _sequence(pieces: list[str], at: int) -> tuple[Sequence, int]:
    nodes: list[Node] = []
    while at < len(pieces) and pieces[at] not in (")", "]", "|"):
        piece = pieces[at]
        if piece in ("(", "["):
            node, at = _one_of(pieces, at)
            nodes.append(node)
            continue
        nodes.append(_leaf(piece))
        at += 1
    return Sequence(tuple(nodes)), at


def _one_of(pieces: list[str], at: int) -> tuple[OneOf, int]:
    opening = pieces[at]
    ways: list[Sequence] = [Sequence(())] if opening == "[" else []
    closing = "]" if opening == "[" else ")"
    while True:
        way, at = _sequence(pieces, at + 1)
        ways.append(way)
        if at == len(pieces) or pieces[at] not in ("|", closing):
            raise NotationError(f"'{opening}' is not closed")
        if pieces[at] == closing:
            return OneOf(_merged(ways)), at + 1


def _merged(ways: list[Sequence]) -> tuple[Sequence, ...]:
    """The ways, all single words among them as one: most alternatives are words, and a set is quick to look into."""
    single: set[str] = set()
    others: list[Sequence] = []
    for way in ways:
        if len(way.nodes) == 1 and isinstance(way.nodes[0], Word):
            single |= way.nodes[0].forms
        else:
            others.append(way)
    return (*others, Sequence((Word(frozenset(single)),))) if single else tuple(others)


def _leaf(piece: str) -> Node:
    if piece == "...":
        return Gap()
    if piece.startswith("{"):
        return Group(piece[1:-1])
    if piece.endswith("*"):
        return Word(frozenset(verb_forms(piece[:-1])))
    if not piece.replace("'", "").replace("-", "").isalnum():
        raise NotationError(f"'{piece}' is no word")
    return Word(frozenset((piece,)))


def verb_forms(verb: str) -> dict[str, None]:
    """A verb's regular forms, in order; forms that English does not use do no harm, since nobody says them."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u"):
        return dict.fromkeys((verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"))
    forms = [verb, verb + "s", verb + "es", stem + "ed", stem + "ing"]
    if len(verb) <= 5 and verb[-1] not in "aeiouwxy":
        forms += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return dict.fromkeys(forms)


def beginnings(sequence: Sequence) -> Beginnings:
    """What a sequence can begin with."""
    if sequence.beginnings is None:
        sequence.beginnings = _beginnings(sequence)
    return sequence.beginnings


def _beginnings(sequence: Sequence) -> Beginnings:
    words: set[str] = set()
    groups: set[str] = set()
    for node in sequence.nodes:
        if isinstance(node, Word):
            return Beginnings(frozenset(words.union(node.forms)), frozenset(groups))
        if isinstance(node, Group):
            return Beginnings(frozenset(words), frozenset(groups | {node.name}))
        if isinstance(node, Gap):
            break
        ways = node.ways if isinstance(node, OneOf) else (node,)
        inner = [beginnings(way) for way in ways if way.nodes]
        if any(way.anything for way in inner):
            break
        words.update(*(way.words for way in inner))
        groups.update(*(way.groups for way in inner))
        if len(inner) == len(ways):
            return Beginnings(frozenset(words), frozenset(groups))
    return Beginnings(frozenset(), frozenset(), anything=True)


def phrases(node: Node) -> Iterator[tuple[str, ...]]:
    """Every word sequence that a node without groups stands for; raises NotationError where it has a gap."""
    if isinstance(node, Word):
        yield from ((form,) for form in node.forms)
    elif isinstance(node, OneOf):
        for way in node.ways:
            yield from phrases(way)
    elif isinstance(node, Sequence):
        for combination in product(*(tuple(phrases(inner)) for inner in node.nodes)):
            yield tuple(word for words in combination for word in words)
    else:
        raise NotationError("'...' cannot stand within a word group")
