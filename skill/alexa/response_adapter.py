"""Utterances -> responses. Whether the session ends is always said outright: left out, it depends on the device."""

from __future__ import annotations

from ask_sdk_model import Response
from ask_sdk_model.dialog import ElicitSlotDirective
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech

from skill.speech.voice import Utterance


def response(utterance: Utterance, directive: ElicitSlotDirective | None = None) -> Response:
    """The response that speaks the utterance, and listens exactly when there is something to ask again."""
    listens = utterance.reprompt is not None
    return Response(
        output_speech=SsmlOutputSpeech(ssml=utterance.speech),
        reprompt=Reprompt(output_speech=SsmlOutputSpeech(ssml=utterance.reprompt)) if listens else None,
        directives=[directive] if directive else None,
        should_end_session=not listens,
    )


def silence() -> Response:
    """The response to what expects none: an event, or the end of a session."""
    return Response()
