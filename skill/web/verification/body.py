"""Rules on the body before it is read: what it is said to be, and how much of it there may be."""

from __future__ import annotations

from skill.web.verification.received import Received
from skill.web.verification.rules import Rule

# Several times the largest request there is: 24 KB of session attributes and a few KB around them.
MAX_BODY_BYTES = 128 * 1024

BODY_RULES: tuple[Rule[Received], ...] = (
    Rule("content_type_not_json", lambda received: received.media_type == "application/json"),
    Rule("body_too_large", lambda received: len(received.body) <= MAX_BODY_BYTES),
    Rule("body_empty", lambda received: bool(received.body)),
)
