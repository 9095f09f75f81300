"""The SDK's serializer, reading requests tolerantly. It is the skill's own, so that Lambda and Flask read alike."""

from __future__ import annotations

import json
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from skill.alexa.envelope import UnknownRequest
from skill.alexa.reading import LEFT_OUT, read


class TolerantSerializer(DefaultSerializer):
    """Reads any JSON as a request envelope, leaving out what the SDK does not know."""

    def deserialize(self, payload: Any, obj_type: Any) -> Any:
        """The payload as the SDK's class; only requests are read tolerantly."""
        if obj_type is not RequestEnvelope:
            return super().deserialize(payload, obj_type)
        return envelope_of(json.loads(payload))


def envelope_of(sent: Any) -> RequestEnvelope:
    """The envelope in any JSON value.

    A request of a type that the SDK does not know keeps what all requests have in common, its type and locale.
    """
    good = read(sent, RequestEnvelope)
    envelope = RequestEnvelope() if good is LEFT_OUT else good
    if envelope.request is None:
        envelope.request = _of_unknown_type(sent.get("request") if isinstance(sent, dict) else None)
    return envelope


def _of_unknown_type(sent: Any) -> UnknownRequest:
    fields = sent if isinstance(sent, dict) else {}
    kind, locale = (value if isinstance(value := fields.get(name), str) else None for name in ("type", "locale"))
    return UnknownRequest(kind, locale)
