"""The timer service behind a simulated device: what Alexa's Timers API takes, refuses and keeps, and how it fails.

Time stands still between requests unless it is let pass, so that a conversation repeats itself exactly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

SCOPE = "alexa::alerts:timers:skill:readwrite"  # the permission it takes
PATH = "/v1/alerts/timers"
MOST_TIMERS = 10
LONGEST = timedelta(hours=2)
LONGEST_LABEL = 256  # characters

_LENGTH = re.compile(r"PT(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_OPERATIONS = {"NOTIFY_ONLY", "ANNOUNCE", "LAUNCH_TASK"}

Answer = tuple[int, Any]


class Fault(StrEnum):
    """How a service can fail its callers, whatever they ask."""

    UNAUTHORIZED = "401"
    FORBIDDEN = "403"
    SLOW = "slow"  # answers after longer than anybody waits
    BROKEN = "broken"  # answers something that is no JSON
    ABSENT = "absent"  # is not there at all


@dataclass(frozen=True)
class Timer:
    """One running timer."""

    id: str
    label: str
    length: timedelta
    rings_at: datetime

    def left(self, now: datetime) -> timedelta:
        """How long it still runs."""
        return self.rings_at - now


class Refusal(Exception):
    """A request that the service answers with an error; its message says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass
class TimerService:
    """The timers of one user. `permitted` is whether the skill may set them; `token` opens the service."""

    permitted: bool = False
    fault: Fault | None = None
    token: str = "simulated"
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    timers: list[Timer] = field(default_factory=list)
    _made: int = 0

    def handle(self, method: str, path: str, headers: Mapping[str, str], body: Any = None) -> Answer:
        """Answer one request with its status and JSON value; creating, listing and canceling are what it knows."""
        try:
            self._admit(headers)
            timer_id = path.removeprefix(PATH).removeprefix("/")
            if not path.startswith(PATH):
                raise Refusal(404, "there is nothing here")
            if method == "POST" and not timer_id:
                return 200, self._described(self._create(body))
            if method == "GET" and not timer_id:
                return 200, {"totalCount": len(self.timers), "timers": [self._described(each) for each in self.timers]}
            if method == "DELETE":
                self.timers = [each for each in self.timers if timer_id and each.id != timer_id]
                return 200, {}
            raise Refusal(404, "there is no such operation")
        except Refusal as refusal:
            return refusal.status, {"code": str(refusal.status), "message": str(refusal)}

    def pass_time(self, span: timedelta) -> tuple[Timer, ...]:
        """Let time pass; return the timers that rang meanwhile, the first first."""
        self.now += span
        rung = [each for each in self.timers if each.rings_at <= self.now]
        self.timers = [each for each in self.timers if each not in rung]
        return tuple(sorted(rung, key=lambda each: each.rings_at))

    def _admit(self, headers: Mapping[str, str]) -> None:
        if self.fault is Fault.FORBIDDEN:
            raise Refusal(403, "the device has no timers")
        if self.fault is Fault.UNAUTHORIZED or headers.get("authorization") != f"Bearer {self.token}":
            raise Refusal(401, "the token opens nothing")
        if not self.permitted:
            raise Refusal(401, "the user did not permit it")

    def _create(self, body: Any) -> Timer:
        if not isinstance(body, Mapping):
            raise Refusal(400, "the body is no JSON object")
        length, label = _length(body.get("duration")), body.get("timerLabel", "")
        if not isinstance(label, str) or len(label) > LONGEST_LABEL:
            raise Refusal(400, "the label is no text, or too long")
        if label and any(each.label == label for each in self.timers):
            raise Refusal(400, "another timer has the label")
        visibility = _inner(body, "creationBehavior", "displayExperience").get("visibility")
        operation = _inner(body, "triggeringBehavior", "operation").get("type")
        if visibility not in ("VISIBLE", "HIDDEN") or operation not in _OPERATIONS:
            raise Refusal(400, "how it is shown and what it does is not said")
        if len(self.timers) >= MOST_TIMERS:
            raise Refusal(403, f"there are {MOST_TIMERS} timers already")
        self._made += 1
        self.timers.append(Timer(f"timer-{self._made:04d}", label, length, self.now + length))
        return self.timers[-1]

    def _described(self, timer: Timer) -> dict[str, Any]:
        seconds = int(timer.length.total_seconds())
        shown = {"id": timer.id, "status": "ON", "duration": f"PT{seconds}S", "triggerTime": _time(timer.rings_at)}
        return shown | ({"timerLabel": timer.label} if timer.label else {})


def _length(value: Any) -> timedelta:
    match = _LENGTH.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise Refusal(400, "the duration is none")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if not timedelta() < length <= LONGEST:
        raise Refusal(400, "the duration is not within two hours")
    return length


def _inner(value: Any, *keys: str) -> Mapping[str, Any]:
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
