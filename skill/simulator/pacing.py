"""Speech as it comes out in time: what is said in one go, the silence behind it, and how long they are by estimate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from skill.simulator.speech import pieces

# Silence of this many seconds or more is shown.
_NOTICED = 1.0
_PHRASE_END = re.compile(r"(?<=[.!?,:;])\s+")


@dataclass(frozen=True)
class Phrase:
    """Words said at a `rate` of 1 or so, taking `seconds`, and then `pause` seconds of silence."""

    text: str
    rate: float = 1.0
    seconds: float = 0.0
    pause: float = 0.0


def runs(ssml: str) -> tuple[Phrase, ...]:
    """What is said without a break: words at one rate, up to the next silence. Silence before any word stands alone."""
    found: list[Phrase] = []
    for piece in pieces(ssml):
        last = found[-1] if found else Phrase("")
        silent = not piece.text.strip()
        if silent and piece.seconds:
            found[-1:] = [replace(last, pause=last.pause + piece.seconds)]
        elif last.text and not last.pause and (silent or last.rate == piece.rate):
            found[-1] = replace(last, text=last.text + piece.said, seconds=last.seconds + piece.seconds)
        elif not silent:
            found.append(Phrase(piece.said, piece.rate, piece.seconds))
    return tuple(replace(each, text=" ".join(each.text.split())) for each in found)


def phrases(ssml: str) -> tuple[Phrase, ...]:
    """The runs, parted further at punctuation, as a person would break a line."""
    found: list[Phrase] = []
    for run in runs(ssml):
        texts = _PHRASE_END.split(run.text)
        words = max(1, len(run.text.split()))
        found += [Phrase(text, run.rate, run.seconds * len(text.split()) / words) for text in texts]
        found[-1] = replace(found[-1], pause=run.pause)
    return tuple(found)


def paced(ssml: str, sleep: Callable[[float], None]) -> Iterator[str]:
    """The speech line by line, each when its time has come, in seconds from the first word; last, how long it was."""
    at = 0.0
    for phrase in phrases(ssml):
        if phrase.text:
            yield f"{at:6.1f} s  {phrase.text}"
            sleep(phrase.seconds)
        at += phrase.seconds
        if phrase.pause >= _NOTICED:
            yield f"{at:6.1f} s  ... {phrase.pause:g} s ..."
        sleep(phrase.pause)
        at += phrase.pause
    yield f"{at:6.1f} s"
