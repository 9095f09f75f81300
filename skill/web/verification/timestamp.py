"""Rules on the time that a request was sent, so that a recorded one cannot be sent again later."""

from __future__ import annotations

from datetime import timedelta

from skill.web.verification.received import Received
from skill.web.verification.rules import Rule

TOLERANCE = timedelta(seconds=150)

# What Alexa tells of a skill rather than asks of it may take its time; Amazon's own SDK allows an hour.
EVENT_TOLERANCE = timedelta(hours=1)
EVENTS = frozenset(
    f"AlexaSkillEvent.{name}"
    for name in (
        "SkillEnabled",
        "SkillDisabled",
        "SkillPermissionAccepted",
        "SkillPermissionChanged",
        "SkillAccountLinked",
    )
)


def _age(received: Received) -> timedelta:
    assert received.timestamp is not None
    return received.at - received.timestamp


def _tolerance(received: Received) -> timedelta:
    kind = received.at_path("request", "type")
    return EVENT_TOLERANCE if isinstance(kind, str) and kind in EVENTS else TOLERANCE


TIMESTAMP_RULES: tuple[Rule[Received], ...] = (
    Rule("timestamp_missing", lambda received: received.timestamp is not None),
    Rule("timestamp_old", lambda received: _age(received) <= _tolerance(received)),
    Rule("timestamp_ahead", lambda received: -_age(received) <= _tolerance(received)),
)
