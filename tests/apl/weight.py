"""How many bytes the response of a turn has on a device with a screen."""

from __future__ import annotations

import json
from functools import cache

from skill.alexa.cards import card
from skill.alexa.elicitation import elicitation
from skill.alexa.guide import Guide
from skill.alexa.response_adapter import response
from skill.alexa.screens.documents import document
from skill.alexa.screens.views import screen
from skill.alexa.serializer import TolerantSerializer
from skill.dialog.engine import Turn
from skill.dialog.state import to_json

_ENVELOPE = {
    "type": "Alexa.Presentation.APL.RenderDocument",
    "token": "",
    "document": "",
    "datasources": {"screen": ""},
}


class Scales:
    """Weighs turns of one guide. What is always the same, a document, is weighed once."""

    def __init__(self, guide: Guide, locale: str) -> None:
        self._guide = guide
        self._voice = guide.tongue(locale).voice
        self._serializer = TolerantSerializer()

    def bytes_of(self, turn: Turn) -> int:
        """The size of the whole response, session attributes included."""
        elicit = elicitation(turn.ask, self._guide.inference.knowledge)
        spoken = response(self._voice.render(turn), *filter(None, [elicit]), card=card(turn, self._voice))
        view = screen(turn, self._voice.words, self._guide.inference)
        attributes = {"state": to_json(turn.state)}
        envelope = {"version": "1.0", "sessionAttributes": attributes, "userAgent": "", "response": ""}
        rest = [self._serializer.serialize(spoken), envelope, _ENVELOPE, view.name, view.data]
        return len(json.dumps(rest, ensure_ascii=False).encode()) + _document(view.name, view.exercise)


@cache
def _document(name: str, exercise: str | None) -> int:
    return len(json.dumps(document(name, exercise), ensure_ascii=False).encode())
