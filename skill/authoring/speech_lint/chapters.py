"""Where in the conversation each act belongs: the order in which a person reads the script."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from skill.authoring.speech_lint.examples import Act
from skill.dialog import asks, contents


class Chapter(Enum):
    """A part of the script, in the order of a conversation."""

    OPENING = "Opening"
    DANGER = "Danger"
    INTERVIEW = "Interview"
    RESULT = "Result"
    CARE = "Care"
    COACHING = "Coaching"
    ANY_TIME = "At any time"
    CLOSING = "Closing"


_CHAPTERS: Mapping[Chapter, tuple[type[Act], ...]] = {
    Chapter.OPENING: (
        contents.Welcome,
        contents.Disclose,
        contents.EaseToStop,
        contents.StartedOver,
        asks.AskComplaint,
    ),
    Chapter.DANGER: (
        contents.SafetyFirst,
        asks.AskFlags,
        contents.Urge,
        asks.OfferRepeat,
        asks.ConfirmMistake,
        contents.TakenBack,
    ),
    Chapter.INTERVIEW: (contents.Acknowledge, asks.AskQuestion, contents.ChooseOne),
    Chapter.RESULT: (
        contents.Result,
        contents.NoCause,
        contents.Changed,
        contents.Unchanged,
        asks.AskBehindToo,
        asks.OfferCare,
    ),
    Chapter.CARE: (contents.Care, asks.OfferNextStep, asks.OfferAgain),
    Chapter.CLOSING: (contents.Goodbye,),
}
_CHAPTER_OF = {kind: chapter for chapter, kinds in _CHAPTERS.items() for kind in kinds}
_ORDER = [*_CHAPTER_OF]

# Acts that hold time on purpose, by name: a minute to wait.
_PACED = {"Pause"}


def chapter_of(kind: type[Act]) -> Chapter:
    """The act's chapter. The modules of coaching say so in their names; what has no other place is for any time."""
    if "coaching" in kind.__module__:
        return Chapter.COACHING
    return _CHAPTER_OF.get(kind, Chapter.ANY_TIME)


def place_in_chapter(kind: type[Act]) -> int:
    """How far into its chapter an act comes; what is not listed comes last."""
    return _ORDER.index(kind) if kind in _CHAPTER_OF else len(_ORDER)


def is_paced(kind: type[Act]) -> bool:
    """Whether the act is as long as what it accompanies."""
    return chapter_of(kind) is Chapter.COACHING or kind.__name__ in _PACED
