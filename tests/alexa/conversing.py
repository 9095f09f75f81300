"""Envelopes as Alexa sends them, a voice that names acts instead of wording them, and a session between the two."""

from __future__ import annotations

from typing import Any

from ask_sdk_core.skill import CustomSkill
from hypothesis import strategies as st

from skill.alexa.skill_factory import invoke
from skill.dialog.engine import Turn
from skill.dialog.handouts import Handout
from skill.dialog.state import ConversationState, from_json, to_json
from skill.speech.handouts import Page
from skill.speech.voice import Utterance

Json = dict[str, Any]

any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)

ID = "amzn1.ask.skill.0b2c1d3e-1111-2222-3333-444455556666"


class NamingVoice:
    """Speaks the names of acts, so that no test hangs on a wording."""

    def render(self, turn: Turn) -> Utterance:
        names = [type(act).__name__ for act in turn.contents]
        if turn.ask is None:
            return Utterance(f"<speak>{' '.join(names)}</speak>", None)
        return Utterance(f"<speak>{' '.join([*names, type(turn.ask).__name__])}?</speak>", "<speak>Again?</speak>")

    def apology(self, state: ConversationState) -> Utterance:
        return Utterance("<speak>Apology?</speak>", "<speak>Again?</speak>")

    def page(self, handout: Handout) -> Page:
        return Page(type(handout).__name__, "page")

    def timer_label(self, label: str) -> str:
        return label


def envelope(request: Json, attributes: Json | None = None, *, new: bool = False) -> Json:
    return {
        "version": "1.0",
        "session": {
            "new": new,
            "sessionId": "session-1",
            "application": {"applicationId": ID},
            "attributes": attributes or {},
            "user": {"userId": "user-1"},
        },
        "context": {
            "System": {
                "application": {"applicationId": ID},
                "user": {"userId": "user-1"},
                "device": {"deviceId": "device-1", "supportedInterfaces": {}},
                "apiEndpoint": "https://api.amazonalexa.com",
                "apiAccessToken": "token-1",
            }
        },
        "request": {"requestId": "request-1", "timestamp": "2026-01-01T00:00:00Z", "locale": "en-US", **request},
    }


def sessionless(request: Json) -> Json:
    whole = envelope(request)
    del whole["session"]
    return whole


def launch(**changes: Any) -> Json:
    return envelope({"type": "LaunchRequest"} | changes, new=True)


def intent_request(name: str, *, dialog_state: str | None = None, slots: Json | None = None, **values: str) -> Json:
    """The request for an intent, whose slots are given whole or as the words that were said."""
    said = {slot: simple_slot(slot, words) for slot, words in values.items()}
    request: Json = {
        "type": "IntentRequest",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": said | (slots or {})},
    }
    return request | ({"dialogState": dialog_state} if dialog_state else {})


def simple_slot(name: str, words: str, *entities: tuple[str, str]) -> Json:
    value = {"type": "Simple", "value": words, **resolutions(*entities)}
    return {"name": name, "confirmationStatus": "NONE", "source": "USER", **without(value, "type"), "slotValue": value}


def list_slot(name: str, *words: str) -> Json:
    values = [{"type": "Simple", "value": each} for each in words]
    return {"name": name, "confirmationStatus": "NONE", "slotValue": {"type": "List", "values": values}}


def resolutions(*entities: tuple[str, str]) -> Json:
    """What Alexa found for a value, as pairs of id and name; no pair is a value that matched nothing."""
    code = "ER_SUCCESS_MATCH" if entities else "ER_SUCCESS_NO_MATCH"
    authority: Json = {"authority": "amzn1.er-authority.type", "status": {"code": code}}
    if entities:
        authority["values"] = [{"value": {"id": id_, "name": name}} for id_, name in entities]
    return {"resolutions": {"resolutionsPerAuthority": [authority]}}


def without(mapping: Json, *names: str) -> Json:
    return {name: value for name, value in mapping.items() if name not in names}


def speech(response: Json) -> str:
    ssml: str = response["response"]["outputSpeech"]["ssml"]
    return ssml.removeprefix("<speak>").removesuffix("</speak>")


def attributes(state: ConversationState) -> Json:
    return {"state": to_json(state)}


def state_in(response: Json) -> ConversationState:
    return from_json(response["sessionAttributes"]["state"])


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] + [place for key, inner in pairs for place in places(inner, (*path, key))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


class Session:
    """A session with a skill, the attributes going out and in as Alexa sends them."""

    def __init__(self, skill: CustomSkill) -> None:
        self._skill = skill
        self._attributes: Json = {}
        self._new = True

    def send(self, request: Json) -> Json:
        response = invoke(self._skill, envelope(request, self._attributes, new=self._new))
        self._attributes, self._new = response["sessionAttributes"], False
        return response

    def say(self, name: str, **values: str) -> Json:
        return self.send(intent_request(name, **values))
