"""The SDK's own first example, which answers a launch: what our figures are held beside."""

from __future__ import annotations

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Response

builder = SkillBuilder()


@builder.request_handler(can_handle_func=is_request_type("LaunchRequest"))
def launch(handler_input: HandlerInput) -> Response:
    answer: Response = handler_input.response_builder.speak("Hello world").ask("Say hello").response
    return answer


lambda_handler = builder.lambda_handler()
