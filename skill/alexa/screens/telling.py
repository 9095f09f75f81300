"""What is told, as text for a screen."""

from __future__ import annotations

import re

from skill.dialog import contents, replies
from skill.dialog.coaching_acts import CoachAct
from skill.dialog.engine import Turn
from skill.dialog.state import Phase
from skill.speech.coaching import CoachTeller
from skill.speech.telling import Teller
from skill.speech.words import Words

# What is told in more characters than this is the main thing on the screen.
LONG = 90
# Up to how many characters a text is drawn in a style; what is longer, as body. They fit the small screen.
_SIZES = (("big", 60), ("title", 130))

# Said, but of no use to read: what the screen shows anyway, or what is over as soon as it is said.
_NOT_SHOWN = (
    contents.Welcome,
    contents.Disclose,
    contents.StartedOver,
    contents.SafetyFirst,
    contents.MoveOn,
    replies.Pause,
    replies.Paced,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def told(turn: Turn, words: Words) -> str:
    """Everything that is told, but what is not worth showing. An exercise has a screen of its own."""
    exercising = turn.state.phase is Phase.COACHING
    teller = Teller(words, turn.state.turn, brief=turn.state.brief)
    coach = CoachTeller(words, turn.state.turn, brief=turn.state.brief)
    texts: list[str] = []
    for act in turn.contents:
        if isinstance(act, CoachAct):
            texts.extend(piece for piece in coach.tell(act) if isinstance(piece, str) and not exercising)
        elif not isinstance(act, _NOT_SHOWN):
            texts.append(teller.tell(act))
    return " ".join(text for text in texts if text)


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence, and the rest."""
    first, *rest = _SENTENCE.split(text, maxsplit=1)
    return first, "".join(rest)


def size(text: str) -> str:
    """The style of a text that is the main thing."""
    return next((style for style, most in _SIZES if len(text) <= most), "body")
