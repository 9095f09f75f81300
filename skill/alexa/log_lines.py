"""Log lines as JSON, one object a line, which hold only what is named in the code.

A record of ours is an `Event`, whose fields are chosen where it is logged. Of anybody else's record only its template
is kept: what is put into templates may quote a request.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

Field = str | float | list[str] | None


class Event:
    """Something that happened, by its name and in fields; those that are None are left out."""

    def __init__(self, name: str, **fields: Field) -> None:
        self.name = name
        self.fields = {key: value for key, value in fields.items() if value is not None}

    def __str__(self) -> str:
        """The event where logs are plain text."""
        return " ".join([self.name, *(f"{key}={_plain(value)}" for key, value in self.fields.items())])


class JsonLines(logging.Formatter):
    """Formats records as JSON lines."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's line, without its end."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Field] = {"time": moment.replace("+00:00", "Z"), "level": record.levelname.lower()}
        if isinstance(record.msg, Event):
            line |= {"event": record.msg.name, **record.msg.fields}
        else:
            line |= {"event": "log", "logger": record.name, "template": str(record.msg)}
            if record.exc_info and record.exc_info[1]:
                line["places"] = places(record.exc_info[1])
        return json.dumps(line)


def places(error: BaseException) -> list[str]:
    """The types and frames of an error and of those that led to it, the first cause first.

    Without messages and values, which may hold what was said.
    """
    return list(_places(error))


def _places(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or error.__context__
    if before:
        yield from _places(before)
    yield type(error).__name__
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} in {frame.name}"


def _plain(value: Field) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)
