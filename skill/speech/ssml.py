"""The only writer of SSML. Every text is escaped here: an "&" in a word would make Alexa refuse the whole response."""

from __future__ import annotations

import re
from itertools import groupby

from skill.speech.beats import Timed, with_silences

# Alexa's own scale; "slow" is about four fifths of the usual rate.
SLOW_RATE = "slow"


Spoken = str | Timed

# What `xml.sax.saxutils.escape` replaces: importing it costs as much as all of `skill.speech`, for it can open URLs.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Three figures are a number to call, which a voice may otherwise read as "nine hundred and ninety-nine". Hardly
# anything else of ours is as large; an age over a hundred is understood figure by figure as well.
_TO_CALL = re.compile(r"\b\d{3}\b")


def speak(*pieces: Spoken, pause: float = 0, slow: bool = False) -> str:
    """The pieces, one after the other, as a complete SSML document; `pause` seconds of silence between texts.

    What is timed keeps its own rate and silences, `slow` or not.
    """
    between = f" {_silence(pause)} " if pause else " "
    spoken = (_run(tuple(run), between, slow) for _, run in groupby(pieces, key=lambda each: isinstance(each, str)))
    return f"<speak>{' '.join(each for each in spoken if each)}</speak>"


def _run(pieces: tuple[Spoken, ...], between: str, slow: bool) -> str:
    """Pieces of one kind."""
    texts = (_escaped(piece.strip()) for piece in pieces if isinstance(piece, str) and piece.strip())
    spoken = between.join(texts)
    if spoken:
        return slowed(spoken) if slow else spoken
    return " ".join(_in_time(piece) for piece in pieces if isinstance(piece, Timed))


def _escaped(text: str) -> str:
    return _TO_CALL.sub(r'<say-as interpret-as="digits">\g<0></say-as>', text.translate(_ESCAPED))


def _in_time(piece: Timed) -> str:
    """The beats, as one sentence."""
    said = (f"{words.translate(_ESCAPED)} {_silence(seconds)}" for words, seconds in with_silences(piece.beats))
    return " ".join(each.strip() for each in said)


def _silence(seconds: float) -> str:
    return f'<break time="{round(seconds, 2):g}s"/>' if seconds else ""


def slowed(spoken: str) -> str:
    """SSML to be spoken slowly."""
    return f'<prosody rate="{SLOW_RATE}">{spoken}</prosody>'
