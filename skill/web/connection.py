"""Connections of the production server, which is waitress, where its own are too patient or say too much."""

from __future__ import annotations

from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask
from waitress.utilities import RequestEntityTooLarge, RequestHeaderFieldsTooLarge

from skill.web.refusal import note_refusal

# A connection may rest between two requests longer than the usual proxy lets it (60 s), so that it is the proxy who
# closes it, and no request meets a closed door. A request once begun has to be here sooner.
IDLE_SECONDS = 75
RECEIVING_SECONDS = 10

_RULES = {RequestEntityTooLarge: "body_too_large", RequestHeaderFieldsTooLarge: "headers_too_large"}


class Refusal(ErrorTask):  # type: ignore[misc]  # waitress ships no type hints
    """Answers what is not even HTTP, or too much of it, as every other refusal: 400 and an empty body."""

    def execute(self) -> None:
        note_refusal(_RULES.get(type(self.request.error), "not_http"))
        self.status = "400 Bad Request"
        self.content_length = 0
        self.set_close_on_finish()
        self.write(b"")


class Connection(HTTPChannel):  # type: ignore[misc]  # waitress ships no type hints
    """A connection whose client has RECEIVING_SECONDS to send a whole request, however it spreads the bytes.

    waitress closes a connection that is inactive for IDLE_SECONDS, and any byte is activity to it; so the activity of
    a connection that owes us a request, or the rest of one, is dated back.
    """

    error_task_class = Refusal

    last_activity: float  # waitress' own, in seconds since the epoch

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._owe_since(self.creation_time)

    def handle_read(self) -> None:
        """Read what there is."""
        owing, since = self.request is not None, self.last_activity
        super().handle_read()
        if self.request is None or self.requests:
            return
        if owing:
            self.last_activity = since
        else:
            self._owe_since(self.last_activity)

    def _owe_since(self, moment: float) -> None:
        self.last_activity = moment - (IDLE_SECONDS - RECEIVING_SECONDS)
