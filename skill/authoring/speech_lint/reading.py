"""How hard a text is to follow: the Flesch-Kincaid grade, which is the school year that reads it with ease.

0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975). It was made for English, and for
passages: of a few words it says little, so that it is asked of longer prompts only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from skill.authoring.speech_lint.style import Reading

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


def grade(sentences: Sequence[str], reading: Reading) -> float | None:
    """The grade of the sentences together; None where there are too few words to tell."""
    counted = [_counted(sentence, reading) for sentence in sentences]
    words = sum(count for count, _ in counted)
    if words < reading.fewest_words:
        return None
    spoken = sum(count for _, count in counted)
    return 0.39 * words / len(sentences) + 11.8 * spoken / words - 15.59


def syllables(word: str, reading: Reading) -> int:
    """About how many: one for each run of vowels, less one for a silent end, and at least one.

    An end after a vowel is not silent, as in "knee".
    """
    letters = word.lower()
    runs = len(re.findall(f"[{reading.vowels}]+", letters))
    silent = not letters.endswith(reading.sounded_ends) and any(
        letters.endswith(end) and letters[: -len(end)][-1:] not in reading.vowels for end in reading.silent_ends
    )
    return max(1, runs - silent)


@lru_cache(maxsize=1 << 16)  # the same sentence stands in many prompts
def _counted(sentence: str, reading: Reading) -> tuple[int, int]:
    """How many words it has, and how many syllables they have together."""
    words = _words(sentence, reading)
    return len(words), sum(syllables(word, reading) for word in words)


def _words(sentence: str, reading: Reading) -> list[str]:
    """The words but for names: whoever has to say "hamstring tendonitis" cannot choose a shorter word."""
    for name in reading.names:
        sentence = re.sub(rf"\b{re.escape(name)}\b", "", sentence, flags=re.IGNORECASE)
    return _WORD.findall(sentence)
