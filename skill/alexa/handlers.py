"""The SDK's handlers, asked in this order: what is not for us, what is only told us, and all the rest."""

from __future__ import annotations

from collections.abc import Collection

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.envelope import application_id, expects_speech, request_of
from skill.alexa.guide import Guide
from skill.alexa.logs import log_bug, log_foreign, log_notice
from skill.alexa.response_adapter import silence
from skill.alexa.session import remember


class ForeignHandler(AbstractRequestHandler):
    """Refuses what is meant for another skill. The SDK's own check knows one id only, and fails without a context."""

    def __init__(self, skill_ids: Collection[str]) -> None:
        self._skill_ids = skill_ids

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the request names another skill, or none, while we know our own ids."""
        return bool(self._skill_ids) and application_id(handler_input.request_envelope) not in self._skill_ids

    def handle(self, handler_input: HandlerInput) -> Response:
        """Say nothing to it."""
        log_foreign(request_of(handler_input.request_envelope))
        return silence()


class TurnHandler(AbstractRequestHandler):
    """Answers launches and intents, and with a repair whatever else comes up within a session."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether somebody waits for an answer."""
        return expects_speech(handler_input.request_envelope)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Take the turn."""
        answer, state = self._guide.answer(handler_input.request_envelope)
        remember(handler_input, state)
        return answer


class NoticeHandler(AbstractRequestHandler):
    """Logs what expects no answer: a session's end, an error, an event outside a session."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Anything that comes this far."""
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        """Note its kind."""
        log_notice(request_of(handler_input.request_envelope))
        return silence()


class BugHandler(AbstractExceptionHandler):
    """Apologizes for a fault of ours, so that nobody hears of problems with a skill's response."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Every fault."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Note where it was, and ask again."""
        envelope = handler_input.request_envelope
        log_bug(exception, request_of(envelope))
        if not expects_speech(envelope):
            return silence()
        answer, state = self._guide.apologize(envelope)
        remember(handler_input, state)
        return answer
