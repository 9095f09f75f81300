"""How a length of time is said, as a timer's: whole minutes as minutes, anything else in seconds."""

from __future__ import annotations

from skill.speech.words import Words


def spoken_length(words: Words, seconds: int) -> str:
    """The length as a phrase."""
    count, unit = (seconds // 60, "minute") if seconds % 60 == 0 else (seconds, "second")
    if count == 1:
        return words.prompts[f"length_one_{unit}"][0]
    return words.prompts[f"length_{unit}s"][0].format(count=count)
