"""What may be logged: the kinds of things that happened. Never a word that was said, nor anybody's id.

A request's own id is no person's: it is what Amazon's support asks for, and it is of no use to find out who spoke.
"""

from __future__ import annotations

import logging
import re

from ask_sdk_model import IntentRequest, Request, SessionEndedRequest
from ask_sdk_model.interfaces.system import ExceptionEncounteredRequest

from skill.alexa.envelope import is_screen_error
from skill.alexa.log_lines import Event, places

log = logging.getLogger("skill.alexa")

_KIND = re.compile(r"[A-Za-z]+(\.[A-Za-z]+){0,5}")
_REQUEST_ID = re.compile(r"amzn1\.echo-[a-z]{1,16}\.[a-z]{1,16}\.[0-9a-fA-F-]{36}")


def log_turn(request: Request, phase: str, seconds: float, knowledge: str | None) -> None:
    """One answer: to what intent, where it left the conversation, how long it took, and on which knowledge."""
    intent = request.intent.name if isinstance(request, IntentRequest) and request.intent else None
    milliseconds = round(1000 * seconds, 2)
    fields = {"intent": named(intent), "phase": phase, "ms": milliseconds, "knowledge": knowledge}
    log.info(Event("turn", kind=kind_of(request), request=_id(request), **fields))


def log_notice(request: Request) -> None:
    """What Alexa tells us; an error by its kind alone, since its message may quote our response."""
    error, reason = None, None
    if isinstance(request, SessionEndedRequest | ExceptionEncounteredRequest):
        error = _value(request.error.object_type if request.error else None)
    if isinstance(request, SessionEndedRequest):
        reason = _value(request.reason)
    fault = error is not None or isinstance(request, ExceptionEncounteredRequest) or is_screen_error(request)
    level = logging.WARNING if fault else logging.INFO
    log.log(level, Event("notice", kind=kind_of(request), request=_id(request), reason=reason, error=error))


def log_bug(error: BaseException, request: Request) -> None:
    """A fault of ours: where it was and of what types."""
    log.error(Event("fault", kind=kind_of(request), request=_id(request), places=places(error)))


def log_foreign(request: Request) -> None:
    """A request that is for another skill."""
    log.warning(Event("foreign", kind=kind_of(request), request=_id(request)))


def kind_of(request: Request) -> str:
    """The request's type, when it looks like one."""
    return named(request.object_type) or "unknown"


def named(name: str | None) -> str | None:
    """The name, when it looks like one of Alexa's or of an interaction model."""
    return name if name and len(name) <= 64 and _KIND.fullmatch(name) else None


def _id(request: Request) -> str | None:
    return request.request_id if request.request_id and _REQUEST_ID.fullmatch(request.request_id) else None


def _value(value: object) -> str | None:
    return None if value is None else str(getattr(value, "value", "unknown"))
