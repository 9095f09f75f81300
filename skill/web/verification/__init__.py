"""Whether a request comes from Alexa and is meant for this skill, told from its headers and raw bytes.

Any skill's endpoint can use it, with any framework:

    verifier = alexa_verifier(skill_ids={"amzn1.ask.skill...."})
    try:
        verifier.verify(request.headers, request.get_data())
    except RequestRefused as refusal:
        log.warning("refused: %s", refusal.rule)
        return Response(status=400)

It needs `cryptography` and `certifi`, and nothing else of this project. Each file holds one group of rules as a table.
"""

from __future__ import annotations

from skill.web.verification.body import MAX_BODY_BYTES
from skill.web.verification.received import Headers
from skill.web.verification.rules import RequestRefused
from skill.web.verification.verifier import RequestVerifier, Unverified, Verifier, alexa_verifier

__all__ = [
    "MAX_BODY_BYTES",
    "Headers",
    "RequestRefused",
    "RequestVerifier",
    "Unverified",
    "Verifier",
    "alexa_verifier",
]
