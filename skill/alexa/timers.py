"""Timers in requests: what length was asked for, and a timer set on the user's device."""

from __future__ import annotations

from typing import Any

from ask_sdk_model import IntentRequest, Request, RequestEnvelope

from skill.alexa.consent import is_granted
from skill.alexa.duration import seconds_in
from skill.alexa.slots import readings
from skill.alexa.timer_api import ApiAccess, Created, CreateTimer
from skill.dialog import acts, asks
from skill.dialog.effects import TimerResult

TIMER_INTENT = "TimerIntent"


def timer_wanted(request: Request, pending: asks.InitiativeAct | None) -> acts.AskTimer | None:
    """The wish for a timer; while one is offered, another length is one, too. Elsewhere a length tells of the pain."""
    if not isinstance(request, IntentRequest) or request.intent is None:
        return None
    lengths = (seconds_in(reading.words) for reading in readings(request.intent))
    seconds = next((length for length in lengths if length), None)
    if request.intent.name == TIMER_INTENT:
        return acts.AskTimer(seconds=seconds)
    return acts.AskTimer(seconds=seconds) if seconds and isinstance(pending, asks.OfferTimer) else None


def set_timer(
    envelope: RequestEnvelope, seconds: int, label: str, create: CreateTimer, *, asked: bool = False
) -> TimerResult | None:
    """What became of it; None when the user's permission has to be asked for, unless it was `asked` for already."""
    access = _access(envelope)
    created = create(access, _timer(seconds, label)) if access else Created.FAILED
    if created is Created.SET:
        return TimerResult.SET
    missing = created is Created.NOT_PERMITTED and not asked and not is_granted(envelope)
    return None if missing else TimerResult.UNAVAILABLE


def _access(envelope: RequestEnvelope) -> ApiAccess | None:
    system = envelope.context.system if envelope.context else None
    if system is None or not system.api_endpoint or not system.api_access_token:
        return None
    return ApiAccess(system.api_endpoint, system.api_access_token)


def _timer(seconds: int, label: str) -> dict[str, Any]:
    """The API's own form. It only rings: an announcement would tell the whole room."""
    return {
        "duration": f"PT{seconds}S",
        "timerLabel": label,
        "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
        "triggeringBehavior": {
            "operation": {"type": "NOTIFY_ONLY"},
            "notificationConfig": {"playAudible": True},
        },
    }
