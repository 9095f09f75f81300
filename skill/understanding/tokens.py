"""Text to words: lower case, contractions opened, mishearings mended, noise dropped; every word knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_WORDS = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[.,;:?!]")
_SPACED = re.compile(r"\b(\w+) (n't|'(?:s|m|re|ve|ll|d))\b")
_ANY_APOSTROPHE = str.maketrans("\u2019\u2018\u02bc`", "''''")

Trie = dict[str, "Trie | tuple[str, ...]"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word as understood, `text[start:end]` as said, and the punctuation before it ("" if none)."""

    word: str
    start: int
    end: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a locale's words are brought into one form; all phrases are tuples of words.

    `replacements` map phrases to phrases, `noise` is dropped, and an 's means "is" behind the words of `is_after`.
    `repeatable` words may follow themselves ("I can't bend it it hurts"). `known` are the words that replacements look
    for; any other possessive counts as its noun.
    """

    replacements: Mapping[tuple[str, ...], tuple[str, ...]]
    noise: frozenset[str]
    is_after: frozenset[str]
    known: frozenset[str]
    repeatable: frozenset[str]
    longest: int

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The words of a text. Offsets are those of `text` itself."""
        raw = list(_split(text.translate(_ANY_APOSTROPHE).lower()))
        opened = [token for word in raw for token in self._opened(word)]
        return tuple(self._without_stutter(self._replaced(opened)))

    def _opened(self, token: Token) -> Iterator[Token]:
        """Contractions as the words they stand for."""
        word, _, ending = token.word.partition("'")
        if ending == "s" and word in self.is_after:
            yield Token(word, token.start, token.end, token.after)
            yield Token("is", token.start, token.end)
        elif ending == "s" and token.word not in self.known:
            yield Token(word, token.start, token.end, token.after)
        else:
            yield token

    def _replaced(self, tokens: list[Token]) -> Iterator[Token]:
        at = 0
        while at < len(tokens):
            for length in range(min(self.longest, len(tokens) - at), 0, -1):
                said = tokens[at : at + length]
                meant = self.replacements.get(tuple(token.word for token in said))
                if meant is not None and not any(token.after for token in said[1:]):
                    for number, word in enumerate(meant):
                        yield Token(word, said[0].start, said[-1].end, said[0].after if number == 0 else "")
                    break
            else:
                length = 1
                if tokens[at].word not in self.noise:
                    yield tokens[at]
                elif at + 1 < len(tokens) and tokens[at].after and not tokens[at + 1].after:
                    following = tokens[at + 1]
                    tokens[at + 1] = Token(following.word, following.start, following.end, tokens[at].after)
            at += length

    def _without_stutter(self, tokens: Iterator[Token]) -> Iterator[Token]:
        """Words without immediate repetitions, but for those that may end a clause and begin the next."""
        previous = ""
        for token in tokens:
            if token.word != previous or token.word in self.repeatable:
                yield token
            previous = token.word


def _split(text: str) -> Iterator[Token]:
    punctuation = ""
    text = _SPACED.sub(_joined, text)
    for match in _WORDS.finditer(text):
        if match.group() in ".,;:?!":
            punctuation = match.group() if punctuation in ("", ",") else punctuation
            continue
        yield Token(match.group(), match.start(), match.end(), punctuation)
        punctuation = ""


def _joined(match: re.Match[str]) -> str:
    """A word and the ending that a transcript split off, the space moved behind so that offsets hold."""
    return f"{match[1]}{match[2]} "
