"""Utterances -> responses. Whether the session ends is always said outright: left out, it depends on the device."""

from __future__ import annotations

from ask_sdk_model import Directive, Response
from ask_sdk_model.interfaces.connections import SendRequestDirective
from ask_sdk_model.ui import Card, Reprompt, SsmlOutputSpeech

from skill.speech.voice import Utterance


def response(utterance: Utterance, *directives: Directive, card: Card | None = None) -> Response:
    """The response that speaks the utterance, and listens exactly when there is something to ask again."""
    listens = utterance.reprompt is not None
    return Response(
        output_speech=SsmlOutputSpeech(ssml=utterance.speech),
        reprompt=Reprompt(output_speech=SsmlOutputSpeech(ssml=utterance.reprompt)) if listens else None,
        card=card,
        directives=list(directives) or None,
        should_end_session=not listens,
    )


def handed_over(directive: SendRequestDirective) -> Response:
    """The response that lets Alexa ask something herself. Whether the session ends is then hers to know.

    Amazon's own sample of the directive leaves it out, too.
    """
    return Response(directives=[directive])


def silence() -> Response:
    """The response to what expects none: an event, or the end of a session."""
    return Response()
