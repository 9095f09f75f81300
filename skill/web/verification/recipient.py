"""The rule on whom a request is for. Alexa signs every skill's alike, so another's would be answered too."""

from __future__ import annotations

from skill.web.verification.received import Received
from skill.web.verification.rules import Rule

# Where current requests carry the skill's id, and where the oldest did.
_PLACES = (("context", "System", "application"), ("session", "application"))


def _application_id(received: Received) -> object:
    place = next((place for place in _PLACES if isinstance(received.at_path(*place), dict)), _PLACES[0])
    return received.at_path(*place, "applicationId")


def _is_ours(received: Received) -> bool:
    skill_id = _application_id(received)
    return not received.skill_ids or (isinstance(skill_id, str) and skill_id in received.skill_ids)


RECIPIENT_RULES: tuple[Rule[Received], ...] = (Rule("skill_id_foreign", _is_ours),)
