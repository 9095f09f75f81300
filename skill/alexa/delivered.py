"""An intent as JSON -> what was meant by it, for whoever measures how well people are heard."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ask_sdk_model import RequestEnvelope

from skill.alexa.envelope import request_of
from skill.alexa.request_adapter import RequestAdapter
from skill.alexa.serializer import TolerantSerializer
from skill.dialog.acts import UserAct
from skill.understanding.pending import Pending


def act_of(intent: Mapping[str, Any], pending: Pending | None, adapter: RequestAdapter) -> UserAct:
    """The act for an intent that answers the pending question, read as in a request."""
    request = {"type": "IntentRequest", "requestId": "", "timestamp": "2000-01-01T00:00:00Z", "intent": intent}
    envelope = TolerantSerializer().deserialize(json.dumps({"request": request}), RequestEnvelope)
    return adapter.act(request_of(envelope), pending)
