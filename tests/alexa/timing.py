"""What tests of timers share: envelopes that point at a service, and the answers to a permission question."""

from __future__ import annotations

from typing import Any

from skill.alexa.consent import TIMERS
from skill.conditions.evidence import Evidence, Presence
from skill.dialog import asks
from skill.dialog.state import ConversationState, Phase
from skill.simulator.timers import TimerService
from tests.alexa.conversing import Json, attributes, envelope, intent_request

LENGTH = 900
TOKEN = "timer:900"
LUMP = Evidence({"lump_behind_knee": Presence.PRESENT})
WAITING = asks.OfferNextStep(attempt=5)
OFFERED = ConversationState(
    Phase.CARE,
    LUMP,
    asks.OfferTimer(seconds=LENGTH),
    WAITING,
    focus="bakers_cyst",
    care_step=6,
    disclosed=True,
    turn=4,
)
YES = intent_request("AMAZON.YesIntent")


def asking(address: str | None, request: Json = YES, *, token: str = "simulated", state: Any = OFFERED) -> Json:
    """A request, within a conversation unless `state` is None, of a device whose API is at the address."""
    whole = envelope(request, attributes(state) if state else None, new=state is None)
    system = whole["context"]["System"]
    system["apiEndpoint"], system["apiAccessToken"] = address, token
    return whole


def consent(status: str | None, *, code: str = "200", token: str = TOKEN, version: str = "2") -> Json:
    """What Alexa brings back from her own question."""
    scope = {"permissionScope": TIMERS, "consentLevel": "ACCOUNT"}
    payload: Json = {"permissionScopes": [scope]} if version == "2" else {"permissionScope": TIMERS}
    return {
        "type": "Connections.Response",
        "name": "AskFor",
        "status": {"code": code, "message": "-"},
        "payload": payload | ({"status": status, "isCardThrown": False} if status else {}),
        "token": token,
    }


def resumed(status: str, *, token: str = TOKEN) -> Json:
    """The same in the newer form of skill connections."""
    cause = {"type": "ConnectionCompleted", "token": token, "status": {"code": "200", "message": "OK"}}
    return {"type": "SessionResumedRequest", "cause": cause | {"result": {"status": status}}}


def labels(service: TimerService) -> list[str]:
    """The names of the timers that run."""
    return [timer.label for timer in service.timers]
