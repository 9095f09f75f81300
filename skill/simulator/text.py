"""Typed text as a speech recognizer would have delivered it: lower-case words, no punctuation but apostrophes."""

from __future__ import annotations

import re

from skill.simulator.language import Language

Words = tuple[str, ...]

_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'"})
# A dot inside a number is spoken ("point"), so it stays; all else that is no letter, digit or apostrophe
# parts words.
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*'?")


def words_of(text: str) -> Words:
    """Return the words of a text; a possessive apostrophe stays, quotation marks go."""
    found = _WORD.findall(text.lower().translate(_APOSTROPHES))
    return tuple(word.replace(",", "") if word[0].isdigit() else _without_closing_quote(word) for word in found)


def _without_closing_quote(word: str) -> str:
    return word if word.endswith("s'") else word.rstrip("'")


def without_fillers(words: Words, language: Language) -> Words:
    """Drop hesitations and politeness at both edges; words that are nothing else are kept as they are."""
    kept = words
    while kept:
        shorter = _without_one_filler(kept, language)
        if shorter == kept:
            return kept
        kept = shorter
    return words


def _without_one_filler(words: Words, language: Language) -> Words:
    for filler in language.fillers:
        size = len(filler)
        if words[:size] == filler:
            return words[size:]
        if words[-size:] == filler:
            return words[:-size]
    return words


def without_wake_word(words: Words, language: Language) -> Words:
    """Drop the word that woke the device, which is never part of what the skill hears."""
    return words[1:] if words[:1] and words[0] in language.wake_words else words
