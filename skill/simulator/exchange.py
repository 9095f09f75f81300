"""One exchange between a person and the skill, with everything a test or a trace may want to see of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from skill.simulator.breach import Breach
from skill.simulator.envelopes import Json
from skill.simulator.match import Match


class Ended(StrEnum):
    """Why a session ended: the skill closed it, or one of the reasons that a SessionEndedRequest gives."""

    BY_SKILL = "BY_SKILL"
    USER_INITIATED = "USER_INITIATED"
    EXCEEDED_MAX_REPROMPTS = "EXCEEDED_MAX_REPROMPTS"
    ERROR = "ERROR"


@dataclass(frozen=True)
class Card:
    """What there is to read in the Alexa app."""

    title: str
    text: str


@dataclass(frozen=True)
class Exchange:
    """What was said, sent, answered and heard. Speech is plain text; `seconds` is how long it takes to say."""

    said: str = ""  # empty for a launch and for silence
    request: Json | None = None  # None when Alexa did not call the skill, as for a reprompt
    response: Json | None = None
    match: Match | None = None
    speech: str = ""
    ssml: str = ""  # the speech as Alexa is given it
    reprompt: str = ""
    session_open: bool = False
    ended: Ended | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    breaches: tuple[Breach, ...] = ()
    seconds: float = 0.0
    error: Exception | None = None  # what the skill raised

    @property
    def intent(self) -> str | None:
        """The intent that was heard, or None when there was none."""
        return self.match.intent if self.match else None

    @property
    def card(self) -> Card | None:
        """The card that the response puts into the Alexa app; none where it has nothing to read."""
        card = (self.response or {}).get("response", {}).get("card")
        if not isinstance(card, Mapping) or not card.get("title"):
            return None
        return Card(str(card["title"]), str(card.get("content") or card.get("text") or ""))

    @property
    def directives(self) -> tuple[Json, ...]:
        """The directives of the response."""
        return tuple((self.response or {}).get("response", {}).get("directives") or ())
