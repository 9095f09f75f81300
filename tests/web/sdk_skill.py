"""A skill of one handler, and requests for it."""

from __future__ import annotations

import copy
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response

ID = "amzn1.ask.skill.0b2c1d3e-1111-2222-3333-444455556666"
SECRET = "my calf is swollen"

LAUNCH: dict[str, Any] = {
    "version": "1.0",
    "session": {
        "new": True,
        "sessionId": "session-1",
        "application": {"applicationId": ID},
        "user": {"userId": "user-1"},
    },
    "context": {"System": {"application": {"applicationId": ID}, "user": {"userId": "user-1"}}},
    "request": {
        "type": "LaunchRequest",
        "requestId": "request-1",
        "timestamp": "2025-01-01T00:00:00Z",
        "locale": "en-US",
    },
}


class Greeting(AbstractRequestHandler):
    def can_handle(self, handler_input: HandlerInput) -> bool:
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        return handler_input.response_builder.speak("hello").set_should_end_session(True).response


class Failing(Greeting):
    def handle(self, handler_input: HandlerInput) -> Response:
        raise LookupError(SECRET)


def skill_of(handler: AbstractRequestHandler) -> CustomSkill:
    builder = SkillBuilder()
    builder.add_request_handler(handler)
    return builder.create()


def launch(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(LAUNCH), **changes}
