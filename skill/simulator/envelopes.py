"""Request envelopes as Alexa sends them, reproducible: ids come from a counter, the time from an injected clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from skill.simulator.entity_resolution import SlotReading
from skill.simulator.interaction_model import Intent, SlotValue
from skill.simulator.slot_reader import FilledSlot
from skill.simulator.viewports import LARGE, VIEWPORTS, Viewport

Json = dict[str, Any]

APL = "Alexa.Presentation.APL"
APL_VERSION = "2024.2"


@dataclass
class Session:
    """One session with the skill; `attributes` are what the skill returned last."""

    id: str
    new: bool = True
    attributes: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Hardware:
    """Who is speaking to what: the device, its owner, and whether it has a screen."""

    application_id: str = "amzn1.ask.skill.simulated"
    user_id: str = "amzn1.ask.account.SIMULATED"
    device_id: str = "amzn1.ask.device.SIMULATED"
    screen: bool = False
    viewport: Viewport = VIEWPORTS[LARGE]  # of the screen, where there is one
    api_endpoint: str = "https://api.simulated.invalid"  # nobody's: a simulation never calls Amazon
    api_access_token: str = "simulated"


def now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


class Envelopes:
    """Makes the requests of one device for one locale."""

    def __init__(self, locale: str, hardware: Hardware, clock: Callable[[], datetime] = now) -> None:
        self._locale = locale
        self._hardware = hardware
        self._clock = clock
        self._requests = 0
        self._sessions = 0
        self.granted: set[str] = set()  # the scopes of the permissions that the user gave

    def new_session(self) -> Session:
        """Start a session under the next id."""
        self._sessions += 1
        return Session(f"amzn1.echo-api.session.{self._sessions:04d}")

    def launch(self, session: Session) -> Json:
        """Say that the user opened the skill without asking for anything."""
        return self.request(session, "LaunchRequest", {"shouldLinkResultBeReturned": False})

    def intent(self, session: Session, intent: Json, dialog_state: str | None = None) -> Json:
        """Carry an intent with its slots; `dialogState` is only there for intents of the dialog model."""
        fields: Json = {"intent": intent}
        if dialog_state:
            fields["dialogState"] = dialog_state
        return self.request(session, "IntentRequest", fields)

    def session_ended(self, session: Session, reason: str, error: Mapping[str, str] | None = None) -> Json:
        """Say that the session is over; `error` is a type and a message, for the reason ERROR."""
        return self.request(
            session, "SessionEndedRequest", {"reason": reason} | ({"error": dict(error)} if error else {})
        )

    def request(self, session: Session, request_type: str, fields: Mapping[str, Any]) -> Json:
        """Make an envelope around a request of any type."""
        self._requests += 1
        head = {
            "type": request_type,
            "requestId": f"amzn1.echo-api.request.{self._requests:04d}",
            "locale": self._locale,
            "timestamp": self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        return {
            "version": "1.0",
            "session": self._session(session),
            "context": self._context(),
            "request": {**head, **fields},
        }

    def _session(self, session: Session) -> Json:
        return {
            "new": session.new,
            "sessionId": session.id,
            "application": {"applicationId": self._hardware.application_id},
            "attributes": session.attributes,
            "user": self._user(),
        }

    def _user(self) -> Json:
        """The user, with what was permitted."""
        scopes = {scope: {"status": "GRANTED"} for scope in sorted(self.granted)}
        permissions = {"consentToken": self._hardware.api_access_token, "scopes": scopes}
        return {"userId": self._hardware.user_id} | ({"permissions": permissions} if scopes else {})

    def _context(self) -> Json:
        hardware = self._hardware
        interfaces: Json = {APL: {"runtime": {"maxVersion": APL_VERSION}}} if hardware.screen else {}
        system = {
            "application": {"applicationId": hardware.application_id},
            "user": self._user(),
            "device": {"deviceId": hardware.device_id, "supportedInterfaces": interfaces},
            "apiEndpoint": hardware.api_endpoint,
            "apiAccessToken": hardware.api_access_token,
        }
        return {"System": system} | ({"Viewport": hardware.viewport.described()} if hardware.screen else {})


def intent_json(intent: Intent, filled: Mapping[str, FilledSlot]) -> Json:
    """Return the intent with all its slots, filled or not, as a request carries it."""
    slots = {name: _slot(name, filled.get(name)) for name in intent.slots}
    return {"name": intent.name, "confirmationStatus": "NONE", "slots": slots}


def _slot(name: str, filled: FilledSlot | None) -> Json:
    base: Json = {"name": name, "confirmationStatus": "NONE"}
    if filled is None:
        return base
    base["source"] = "USER"
    values = [_simple(reading) for reading in filled.readings]
    if filled.slot.multiple_values:
        return base | {"slotValue": {"type": "List", "values": values}}
    return (
        base | {key: values[0][key] for key in ("value", "resolutions") if key in values[0]} | {"slotValue": values[0]}
    )


def _simple(reading: SlotReading) -> Json:
    value: Json = {"type": "Simple", "value": reading.value}
    return value | ({"resolutions": _resolutions(reading)} if reading.authority else {})


def _resolutions(reading: SlotReading) -> Json:
    authority = f"amzn1.er-authority.echo-sdk.simulated.{reading.authority}"
    result: Json = {"authority": authority, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    if reading.entities:
        result["status"] = {"code": "ER_SUCCESS_MATCH"}
        result["values"] = [{"value": _entity(entity)} for entity in reading.entities]
    return {"resolutionsPerAuthority": [result]}


def _entity(entity: SlotValue) -> Json:
    return {"name": entity.name, "id": entity.id or ""}
