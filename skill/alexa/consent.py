"""Asking for the permission to set timers by voice: the directive that hands over to Alexa, and the answer she brings.

Alexa asks in words of her own. The session may be another one afterwards, so what was to be done is in the token, which
holds a number of seconds and nothing about anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from ask_sdk_model import (
    ConnectionCompleted,
    PermissionStatus,
    Request,
    RequestEnvelope,
    SessionResumedRequest,
    Status,
)
from ask_sdk_model.interfaces.connections import ConnectionsResponse, ConnectionsStatus, SendRequestDirective

from skill.dialog.timers import LONGEST_SECONDS

TIMERS = "alexa::alerts:timers:skill:readwrite"
ASK_FOR = "AskFor"

_TOKEN = re.compile(r"timer:(\d{1,4})")


class Consent(Enum):
    """What the user answered; `FAILED` where they could not be asked."""

    ACCEPTED = "ACCEPTED"
    DENIED = "DENIED"
    NOT_ANSWERED = "NOT_ANSWERED"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """The answer, and how long a timer it was for."""

    consent: Consent
    seconds: int


def ask_for_timers(seconds: int) -> SendRequestDirective:
    """The directive that has Alexa ask for the permission."""
    scope = {"permissionScope": TIMERS, "consentLevel": "ACCOUNT"}
    payload: dict[str, object] = {"@type": "AskForPermissionsConsentRequest", "@version": "2"}
    payload["permissionScopes"] = [scope]
    return SendRequestDirective(name=ASK_FOR, payload=payload, token=f"timer:{seconds}")


def consent_answer(request: Request) -> ConsentAnswer | None:
    """The answer to our question, in the form of skill connections or in the newer one; None for any other request."""
    if isinstance(request, ConnectionsResponse) and request.name == ASK_FOR:
        return _answer(request.token, request.status, request.payload)
    if isinstance(request, SessionResumedRequest) and isinstance(request.cause, ConnectionCompleted):
        return _answer(request.cause.token, request.cause.status, request.cause.result)
    return None


def is_granted(envelope: RequestEnvelope) -> bool:
    """Whether the request says that the permission was given before, so that asking again would be of no use."""
    system = envelope.context.system if envelope.context else None
    permissions = system.user.permissions if system and system.user else None
    scope = ((permissions.scopes if permissions else None) or {}).get(TIMERS)
    return scope is not None and scope.status is PermissionStatus.GRANTED


def _answer(token: str | None, status: ConnectionsStatus | Status | None, told: object) -> ConsentAnswer | None:
    """None for a token that is not ours."""
    seconds = _seconds(token)
    return ConsentAnswer(_consent(status.code if status else None, told), seconds) if seconds else None


def _consent(code: str | None, told: object) -> Consent:
    """A status that we do not know was no answer; the code of a request that failed is not 200."""
    if code not in (None, "200"):
        return Consent.FAILED
    answer = told.get("status") if isinstance(told, Mapping) else None
    return next((each for each in Consent if each.value == answer), Consent.NOT_ANSWERED)


def _seconds(token: str | None) -> int | None:
    match = _TOKEN.fullmatch(token or "")
    seconds = int(match[1]) if match else 0
    return seconds if 0 < seconds <= LONGEST_SECONDS else None
