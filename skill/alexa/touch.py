"""What was touched on the screen, as the words on it: a touch says what it shows, and is understood as if it were said.

What can be touched sends two arguments: what is asked on the screen, and the words.
"""

from __future__ import annotations

import re
from typing import Any

from skill.dialog import asks

_PUNCTUATION = re.compile(r"[^\w\s'-]")


def about(ask: asks.InitiativeAct | None) -> str:
    """The question as an id: what is asked, and how often it was, since a screen may show an older wording."""
    if isinstance(ask, asks.AskFlags):
        asked = " ".join(ask.flags)
    elif isinstance(ask, asks.AskQuestion):
        asked = f"{ask.question} check" if ask.check else ask.question
    else:
        asked = type(ask).__name__ if ask else ""
    return f"{asked} {ask.attempt}" if ask and ask.attempt else asked


def words_touched(arguments: Any, pending: asks.InitiativeAct | None) -> str | None:
    """The words as Alexa would bring them, without punctuation.

    None where they answer an older question than the one that is pending, or are none of ours.
    """
    if pending is None or not isinstance(arguments, list) or len(arguments) != 2:
        return None
    asked, words = arguments
    if asked != about(pending) or not isinstance(words, str | int):
        return None
    return _PUNCTUATION.sub("", str(words))
