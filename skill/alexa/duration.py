"""AMAZON.DURATION values: ISO 8601 durations such as P3W, which no one would say."""

from __future__ import annotations

import re

# A month and a year as calendars average them, in days.
_DAYS = {"years": 365, "months": 30, "weeks": 7, "days": 1}
_DURATION = re.compile(
    r"P(?=.)(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,4})M)?(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?P<time>T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
)
_HOURS_TO_SECONDS = re.compile(r"PT(?=.)(?:(?P<hours>\d{1,3})H)?(?:(?P<minutes>\d{1,4})M)?(?:(?P<seconds>\d{1,5})S)?")


def days_in(value: str) -> int | None:
    """Whole days in an ISO 8601 duration, hours dropped; None when it is none."""
    match = _DURATION.fullmatch(value)
    return sum(days * int(match[unit] or 0) for unit, days in _DAYS.items()) if match else None


def seconds_in(value: str) -> int | None:
    """Seconds in an ISO 8601 duration of hours, minutes and seconds alone, as a timer's is; None for any other."""
    match = _HOURS_TO_SECONDS.fullmatch(value)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.group("hours", "minutes", "seconds"))
    return 3600 * hours + 60 * minutes + seconds


def years_in(value: str) -> int | None:
    """The years of a duration that is given in years alone, as ages are; None for any other."""
    match = _DURATION.fullmatch(value)
    return int(match["years"]) if match and match[0] == f"P{match['years']}Y" else None
