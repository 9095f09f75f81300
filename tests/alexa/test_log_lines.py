from __future__ import annotations

import json
import logging
import sys
from typing import Any

import pytest

from skill.alexa.log_lines import Event, JsonLines, places

SECRET = "my calf is swollen"


def line(message: object, *args: object, level: int = logging.INFO, exc_info: Any = None) -> dict[str, Any]:
    record = logging.LogRecord("some.library", level, "file.py", 1, message, args, exc_info)
    record.created = 1778675696.25
    formatted = JsonLines().format(record)
    assert "\n" not in formatted
    parsed: dict[str, Any] = json.loads(formatted)
    return parsed


def raised() -> ValueError:
    try:
        try:
            raise LookupError(SECRET)
        except LookupError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error


def test_an_event_is_a_line_of_its_fields() -> None:
    assert line(Event("turn", intent="TellIntent", ms=1.5, phase=None)) == {
        "time": "2026-05-13T12:34:56.250Z",
        "level": "info",
        "event": "turn",
        "intent": "TellIntent",
        "ms": 1.5,
    }


def test_an_event_reads_well_where_logs_are_plain_text() -> None:
    assert str(Event("fault", kind="LaunchRequest", places=["ValueError", "a.py:1"])) == (
        "fault kind=LaunchRequest places=ValueError; a.py:1"
    )


def test_of_a_librarys_record_the_template_is_kept_and_not_what_is_put_into_it() -> None:
    found = line("Cannot read %s", SECRET, level=logging.WARNING)
    assert (found["logger"], found["template"], found["level"]) == ("some.library", "Cannot read %s", "warning")


def test_of_an_error_the_places_are_kept_and_not_the_messages() -> None:
    error = raised()
    found = line("Oh", exc_info=(type(error), error, error.__traceback__))
    assert found["places"] == places(error)
    assert SECRET not in json.dumps(found)


def test_the_first_cause_comes_first() -> None:
    kinds = [place for place in places(raised()) if place.endswith("Error")]
    assert kinds == ["LookupError", "ValueError"]


def test_a_record_made_without_an_error_has_no_places() -> None:
    assert "places" not in line("Oh", exc_info=sys.exc_info())


@pytest.mark.parametrize("message", ["two\nlines", "\u2028"])
def test_a_line_stays_one_line(message: str) -> None:
    assert line(message)["template"] == message
