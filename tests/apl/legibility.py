"""How large a text looks from across a room, and whether it is free of other texts.

A letter of 5 minutes of arc is the smallest that normal sight (20/20) makes out: the scale of eye charts is built on
that. ISO 9241-3 asks for 16 where reading is the task, which at two metres a screen of five inches can give to a few
words only; so the smallest text is held to the first, and what is asked or to be done to a little more. Whoever cannot
read it loses nothing: all that a screen asks and tells is spoken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan, degrees, hypot
from typing import Any

from skill.simulator import VIEWPORTS, Viewport

DISTANCE = 2000.0  # mm
SMALLEST, SMALLEST_MAIN = 5.0, 5.5  # minutes of arc, of a capital letter
CAPITAL = 0.7  # of the size of a font, as in most without serifs
MM_PER_INCH = 25.4
# Across the smallest screen that is sold with each viewport, in inches; the round one's is its width.
INCHES: Mapping[str, float] = {
    "hub_landscape_large": 8.0,
    "hub_landscape_medium": 7.0,
    "hub_landscape_small": 5.5,
    "hub_round_small": 2.5,
    "tv_landscape_xlarge": 32.0,
}
# Lines may touch each other's box by so many pixels, since a box is higher than its letters.
TOUCHING = 12


@dataclass(frozen=True)
class Text:
    """A line of text as it is drawn: its size in pixels, and its box from left and top to right and bottom."""

    words: str
    size: float
    box: Sequence[int]

    @classmethod
    def of(cls, drawn: Mapping[str, Any]) -> Text:
        return cls(drawn["text"], drawn["size"], drawn["box"])

    def overlaps(self, other: Text) -> bool:
        across = min(self.box[2], other.box[2]) - max(self.box[0], other.box[0])
        down = min(self.box[3], other.box[3]) - max(self.box[1], other.box[1])
        return across > 0 and down > TOUCHING


def minutes_of_arc(text: Text, device: str) -> float:
    """How high a capital letter of the text looks."""
    viewport = VIEWPORTS[device]
    across = viewport.width if viewport.round else hypot(viewport.width, viewport.height)
    height = CAPITAL * text.size * INCHES[device] * MM_PER_INCH / across
    return 60 * degrees(atan(height / DISTANCE))


def in_each_others_way(texts: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """The texts that are drawn over each other."""
    for place, text in enumerate(texts):
        yield from ((text.words, other.words) for other in texts[place + 1 :] if text.overlaps(other))


def outside(texts: Sequence[Text], viewport: Viewport) -> Iterator[str]:
    """The texts that no one can see without scrolling."""
    for text in texts:
        left, top, right, bottom = text.box
        if left < 0 or top < 0 or right > viewport.width or bottom > viewport.height:
            yield text.words
