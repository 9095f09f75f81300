"""Real envelopes to begin from: a conversation as it went, and what Alexa only tells. All private values are marked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from skill import app
from tests.alexa.conversing import Json, envelope, intent_request, list_slot, sessionless, simple_slot

# In every value that nobody may find in a log, and in none that one may.
MARK = "\u2603zq7"

_TOLD = ("there is a lump behind my knee", "it hurts when i run", "my calf is swollen", "no i mean the left one")


def marked(request: Json) -> Json:
    """The envelope with every id marked."""
    whole: Json = json.loads(json.dumps(request))
    system = whole["context"]["System"]
    for place, name in (
        (system["user"], "userId"),
        (system["device"], "deviceId"),
        (system, "apiAccessToken"),
        (whole["request"], "requestId"),
    ):
        place[name] = f"{MARK}{place[name]}"
    system["apiEndpoint"] = f"https://{MARK}.invalid"  # so that nothing is ever asked of Amazon's own
    if "session" in whole:
        whole["session"] |= {"sessionId": f"{MARK}session", "user": {"userId": f"{MARK}user"}}
    return whole


def seeds() -> list[Json]:
    """The envelopes."""
    return [marked(each) for each in (*_conversation(), *_told_only())]


def _conversation() -> Iterator[Json]:
    attributes: dict[str, Any] = {}
    for number, request in enumerate(_requests()):
        sent = envelope(request, attributes, new=number == 0)
        yield sent
        attributes = app.handle(sent)["sessionAttributes"]


def _requests() -> Iterator[Json]:
    yield {"type": "LaunchRequest"}
    for words in _TOLD:
        yield intent_request("TellIntent", description=words)
        yield intent_request("AMAZON.NoIntent")
    lump = simple_slot("lump", "a lump", ("lump_behind_knee", "lump"))
    yield intent_request("TellIntent", dialog_state="IN_PROGRESS", slots={"lump": lump})
    yield intent_request("TellIntent", slots={"description": list_slot("description", "it locks", "it clicks")})
    yield intent_request("AgeIntent", age="44")
    for name in ("WhyIntent", "AMAZON.RepeatIntent", "TreatmentIntent", "AMAZON.YesIntent", "AMAZON.StopIntent"):
        yield intent_request(name)


def _told_only() -> Iterator[Json]:
    error = {"type": "INVALID_RESPONSE", "message": f"{MARK} said"}
    yield envelope({"type": "SessionEndedRequest", "reason": "ERROR", "error": error})
    yield envelope({"type": "System.ExceptionEncountered", "error": error, "cause": {"requestId": f"{MARK}request"}})
    yield sessionless({"type": "AlexaSkillEvent.SkillDisabled", "body": {"userInformationPersistenceStatus": MARK}})
    yield envelope({"type": "Alexa.Presentation.APL.UserEvent", "token": MARK, "arguments": [MARK, 4]})
    yield envelope({"type": "Connections.Response", "status": {"code": "200", "message": MARK}, "name": "AskFor"})
