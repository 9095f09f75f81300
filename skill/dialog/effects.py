"""What we do besides speaking: plain data.

Whoever runs the dialog performs an effect once, and hands back what became of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

# The only label: a timer's name is shown and spoken to whoever is in the room, so it tells nothing of a knee.
REST_BREAK = "rest_break"


class Effect:
    """Something to do in the world. The turn that asks for it is not spoken; the one that answers its outcome is."""


@dataclass(frozen=True, slots=True)
class SetTimer(Effect):
    """Set a timer on the user's device. `label` is the id of its name."""

    seconds: int
    label: str = REST_BREAK


class TimerResult(Enum):
    """What became of setting a timer. `DENIED` and `NOT_ANSWERED` are the user's answers when asked for permission."""

    SET = "set"
    DENIED = "denied"
    NOT_ANSWERED = "not_answered"
    UNAVAILABLE = "unavailable"
