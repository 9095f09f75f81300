"""What may be logged: the kinds of things that happened. Never a word that was said, nor anybody's id."""

from __future__ import annotations

import logging
import re
import traceback

from ask_sdk_model import Request, SessionEndedRequest
from ask_sdk_model.interfaces.system import ExceptionEncounteredRequest

log = logging.getLogger("skill.alexa")

_KIND = re.compile(r"[A-Za-z]+(\.[A-Za-z]+){0,5}")


def log_notice(request: Request) -> None:
    """What Alexa tells us; an error by its kind alone, since its message may quote our response."""
    kind = kind_of(request)
    if isinstance(request, SessionEndedRequest):
        error = request.error.object_type if request.error else None
        level = logging.WARNING if error else logging.INFO
        log.log(level, "%s, reason %s, error %s", kind, _name(request.reason), _name(error))
    elif isinstance(request, ExceptionEncounteredRequest):
        log.warning("%s, error %s", kind, _name(request.error.object_type if request.error else None))
    else:
        log.info("%s is not answered", kind)


def log_bug(error: BaseException, request: Request) -> None:
    """A fault of ours: where it was and of what types, without messages and values, which may hold what was said."""
    log.error("%s could not be answered\n%s", kind_of(request), "\n".join(_places(error)))


def kind_of(request: Request) -> str:
    """The request's type, when it looks like one."""
    kind = request.object_type or ""
    return kind if _KIND.fullmatch(kind) else "a request of an unknown type"


def _name(value: object) -> str:
    return str(getattr(value, "value", "none"))


def _places(error: BaseException) -> list[str]:
    """The frames of an error and of those that led to it, the first cause first."""
    before = error.__cause__ or error.__context__
    frames = [f"  {each.filename}:{each.lineno} in {each.name}" for each in traceback.extract_tb(error.__traceback__)]
    return [*(_places(before) if before else []), type(error).__name__, *frames]
