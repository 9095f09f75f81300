"""What becomes of a request that is not answered: a count, and one log line that names the rule and no content."""

from __future__ import annotations

import logging

from skill.alexa.log_lines import Event, places
from skill.web.metrics import count_refusal

log = logging.getLogger(__name__)

FAULT = "not_answerable"


def note_refusal(rule: str, error: BaseException | None = None) -> None:
    """Count and log it; `error` is the fault that kept us from answering, if it was ours."""
    count_refusal(rule)
    level = logging.ERROR if error else logging.WARNING
    log.log(level, Event("refused", rule=rule, places=places(error) if error else None))
