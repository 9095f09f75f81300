"""What was asked to be sent, as a card in the Alexa app. Nothing else ever makes a card: it stays there to be read."""

from __future__ import annotations

from ask_sdk_model.ui import SimpleCard

from skill.dialog.engine import Turn
from skill.dialog.replies import Sent
from skill.speech.voice import Voice


def card(turn: Turn, voice: Voice) -> SimpleCard | None:
    """The card of a turn that sends something."""
    sent = next((act for act in turn.contents if isinstance(act, Sent)), None)
    if sent is None:
        return None
    page = voice.page(sent.handout)
    return SimpleCard(title=page.title, content=page.text)
