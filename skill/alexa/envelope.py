"""What a request envelope is: its request, whose it is, and whether somebody waits for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from ask_sdk_model import IntentRequest, LaunchRequest, Request, RequestEnvelope

if TYPE_CHECKING:  # The screen's classes are a hundred modules, which a device without one has no use for.
    from ask_sdk_model.interfaces.alexa.presentation.apl import UserEvent

# Besides these, Alexa tells of errors on a screen, in requests that end in this word.
_NOTICES = {"SessionEndedRequest", "System.ExceptionEncountered"}
_SCREEN_ERROR = ".RuntimeError"
_TOUCH = "Alexa.Presentation.APL.UserEvent"


class UnknownRequest(Request):
    """A request of a type that the SDK does not know, with what all requests have in common."""

    def __init__(self, object_type: str | None = None, locale: str | None = None) -> None:
        super().__init__(object_type=object_type, locale=locale)


def request_of(envelope: RequestEnvelope) -> Request:
    """The request, be it of an unknown type."""
    return envelope.request or UnknownRequest()


def expects_speech(envelope: RequestEnvelope) -> bool:
    """Whether there is somebody to answer: to a launch and an intent always, else within a session."""
    request = request_of(envelope)
    if isinstance(request, LaunchRequest | IntentRequest):
        return True
    return envelope.session is not None and request.object_type not in _NOTICES and not is_screen_error(request)


def is_touch(request: Request) -> TypeGuard[UserEvent]:
    """Whether something on the screen was touched."""
    return request.object_type == _TOUCH


def is_screen_error(request: Request) -> bool:
    """Whether a screen could not be shown."""
    return (request.object_type or "").endswith(_SCREEN_ERROR)


def application_id(envelope: RequestEnvelope) -> str | None:
    """The id of the skill that is meant: where current requests carry it, and else where the oldest did."""
    system = envelope.context.system if envelope.context else None
    places = (system, envelope.session)
    application = next((place.application for place in places if place and place.application), None)
    return application.application_id if application else None
