"""Which words of which file a spoken sentence was made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

from skill.conditions.yaml_reader import LocatedDict
from skill.simulator.speech import sentences

# Under this key stand ids, and no words.
_NOT_SAID = "offered"
_END = re.compile(r"[.!?](?=\s|$)")
_PLACEHOLDER = re.compile(r"{\w*}")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A text in a file of words: its line and the keys that lead to it, numbers from 1 in a list of several."""

    path: str
    line: int
    keys: tuple[str | int, ...]

    @property
    def key(self) -> str:
        return ".".join(map(str, self.keys))


@dataclass(frozen=True)
class Text:
    """A text with its place. One without a full stop is a phrase, said within a sentence."""

    place: Place
    text: str = field(compare=False)

    @property
    def is_phrase(self) -> bool:
        return not _END.search(self.text)

    @cached_property
    def phrase(self) -> re.Pattern[str]:
        """What it looks like within a sentence when the placeholders are filled in."""
        return re.compile(rf"(?<!\w){_filled(self.text.strip(), '([^,]+)')}(?!\w)", re.IGNORECASE)

    def sentences(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Each of its sentences, and what it looks like when the placeholders are filled in."""
        for sentence in filter(_has_words, sentences(self.text)):
            yield sentence, re.compile(_filled(sentence), re.IGNORECASE)


class Origins:
    """The texts of a locale's said/ folder, to be found again in what is spoken."""

    def __init__(self, documents: Mapping[str, Any], root: str) -> None:
        self.texts = tuple(
            Text(Place(f"{root}/{name}", line, keys), text)
            for name, document in documents.items()
            for line, keys, text in _leaves(document, 0, ())
        )
        worded = [text for text in self.texts if _has_words(text.text)]
        self._phrases = sorted((text for text in worded if text.is_phrase), key=lambda each: -len(each.text))
        self._sentences = _by_beginning(text for text in worded if not text.is_phrase)
        self._known: dict[str, tuple[Text, ...]] = {}

    def of(self, sentence: str) -> tuple[Text, ...]:
        """The texts it is made of: the sentence or template itself first, then the phrases that fill it in."""
        if sentence not in self._known:
            self._known[sentence] = tuple(dict.fromkeys(self._found(sentence)))
        return self._known[sentence]

    def _found(self, sentence: str) -> Iterator[Text]:
        left = sentence
        for _, text, pattern in sorted((*self._sentences[_beginning(sentence)], *self._sentences[""])):
            if match := pattern.fullmatch(sentence):
                yield text
                left = " | ".join(match.groups())
        for text in self._phrases:
            if text.phrase.search(left):
                yield text
                left = text.phrase.sub("|", left)


def _by_beginning(texts: Iterable[Text]) -> Mapping[str, list[tuple[int, Text, re.Pattern[str]]]]:
    """The sentences of the texts, numbered in their order, by what a spoken one must begin with."""
    found, number = defaultdict(list), count()
    for text in texts:
        for sentence, pattern in text.sentences():
            found[_beginning(sentence)].append((next(number), text, pattern))
    return found


def _beginning(sentence: str) -> str:
    """The first word; nothing where a placeholder stands in it, which may be filled in with anything."""
    first = sentence.split(maxsplit=1)[0].lower()
    return "" if _PLACEHOLDER.search(first) else first


def _has_words(template: str) -> bool:
    """Whether it has words of its own, beside its placeholders."""
    return re.search(r"\w", _PLACEHOLDER.sub("", template)) is not None


def _filled(template: str, value: str = "(.+)") -> str:
    """A pattern for the template with values in its placeholders; those of a phrase do not reach into the next one."""
    return value.join(map(re.escape, _PLACEHOLDER.split(template)))


def _leaves(value: Any, line: int, keys: tuple[str | int, ...]) -> Iterator[tuple[int, tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield line, keys, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key != _NOT_SAID:
                yield from _leaves(inner, value.lines[key] if isinstance(value, LocatedDict) else line, (*keys, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _leaves(inner, line, (*keys, number) if len(value) > 1 else keys)
