"""Which wording of an ask, by how often it was asked."""

from __future__ import annotations

from skill.speech.words import AskWords, Words


def wording(words: Words, name: str, attempt: int) -> AskWords:
    """The wording for the attempt, from 0; after the last one the first again."""
    wordings = words.asks[name]
    return wordings[attempt % len(wordings)]
