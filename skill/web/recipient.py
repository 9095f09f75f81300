"""Whether a verified request is meant for this skill."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from skill.web.verification import RequestRefused


def check_recipient(body: bytes, skill_ids: Collection[str]) -> None:
    """Raise RequestRefused unless `body` is a request envelope for one of `skill_ids`; none means any.

    Alexa signs every skill's requests alike, so without this another skill's would be answered too.
    """
    envelope = _read_envelope(body)
    if skill_ids and _application_id(envelope) not in skill_ids:
        raise RequestRefused("skill_id_foreign")


def _read_envelope(body: bytes) -> dict[str, Any]:
    try:
        envelope = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RequestRefused("body_not_json") from error
    if not isinstance(envelope, dict) or not isinstance(envelope.get("request"), dict):
        raise RequestRefused("body_not_an_envelope")
    return envelope


def _application_id(envelope: dict[str, Any]) -> object:
    """Find the id where current requests carry it, and else where the oldest did."""
    for path in (("context", "System", "application"), ("session", "application")):
        found: object = envelope
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, dict):
            return found.get("applicationId")
    return None
