"""Rules on the shape of the body, as far as it has to be known to tell when it was sent and for whom."""

from __future__ import annotations

from skill.web.verification.received import NOT_JSON, Received
from skill.web.verification.rules import Rule

ENVELOPE_RULES: tuple[Rule[Received], ...] = (
    Rule("body_not_json", lambda received: received.json is not NOT_JSON),
    Rule("body_not_an_envelope", lambda received: isinstance(received.at_path("request"), dict)),
)
