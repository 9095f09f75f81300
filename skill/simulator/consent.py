"""Asking for permissions in the skill's stead, in Alexa's own fixed words, and what a skill is told of the answer.

By Amazon's page on voice permissions for timers: an answer that is neither is asked for once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from skill.simulator.breach import SEND_REQUEST, Breach, Subject
from skill.simulator.envelopes import Json
from skill.simulator.interaction_model import InteractionModel
from skill.simulator.language import Language
from skill.simulator.text import Words, without_fillers

RESPONSE = "Connections.Response"

_ASK_FOR = "AskFor"
_TYPE, _VERSION = "AskForPermissionsConsentRequest", "2"
_YES, _NO = "AMAZON.YesIntent", "AMAZON.NoIntent"


class ConsentStatus(StrEnum):
    """How the user answered."""

    ACCEPTED = "ACCEPTED"
    DENIED = "DENIED"
    NOT_ANSWERED = "NOT_ANSWERED"


@dataclass(frozen=True)
class PendingConsent:
    """Permissions that Alexa is asking for; `repeated` once she had to ask again."""

    scopes: tuple[str, ...]
    token: str
    repeated: bool = False

    def again(self) -> PendingConsent:
        """The same, asked once more."""
        return replace(self, repeated=True)

    def response(self, status: ConsentStatus) -> Json:
        """The fields of the request that brings the answer."""
        scopes = [{"permissionScope": scope, "consentLevel": "ACCOUNT"} for scope in self.scopes]
        return {
            "name": _ASK_FOR,
            "status": {"code": "200", "message": "OK"},
            "payload": {"permissionScopes": scopes, "status": status.value, "isCardThrown": False},
            "token": self.token,
        }


class ConsentReader:
    """Asks in a language, for the skill by its name, and reads the answers."""

    def __init__(self, model: InteractionModel, language: Language) -> None:
        self._name = model.invocation_name.title()
        self._language = language
        self._yes, self._no = (
            set(map(str.casefold, (*language.built_in_intents[intent], *samples(model, intent))))
            for intent in (_YES, _NO)
        )

    def question(self, consent: PendingConsent) -> str:
        """What Alexa asks."""
        what = " and ".join(self._language.permissions.get(scope, scope) for scope in consent.scopes)
        return self._language.permission_question.format(skill=self._name, what=what)

    def read(self, words: Words) -> ConsentStatus | None:
        """What was answered; None where it is neither a yes nor a no."""
        said = " ".join(without_fillers(words, self._language))
        if said in self._language.approvals or said in self._yes:
            return ConsentStatus.ACCEPTED
        return ConsentStatus.DENIED if said in self._no else None


def samples(model: InteractionModel, intent: str) -> tuple[str, ...]:
    """The samples that the model adds to a built-in intent."""
    return model.intents[intent].samples if intent in model.intents else ()


def pending_consent(subject: Subject) -> PendingConsent | None:
    """The permissions that a response has Alexa ask for, if it does."""
    for _, entry in subject.directives:
        if entry["type"] == SEND_REQUEST and (scopes := _scopes(entry)):
            return PendingConsent(scopes, str(entry.get("token") or ""))
    return None


def consent(subject: Subject) -> Iterator[Breach]:
    """A directive that hands over to Alexa says for which permissions, in the form of its second version."""
    for where, entry in subject.directives:
        if entry["type"] == SEND_REQUEST and not _scopes(entry):
            yield Breach("consent", "It does not say which permissions Alexa is to ask for.", where, refused=True)


def _scopes(entry: Mapping[str, Any]) -> tuple[str, ...]:
    payload = entry.get("payload")
    if entry.get("name") != _ASK_FOR or not isinstance(payload, Mapping):
        return ()
    if (payload.get("@type"), payload.get("@version")) != (_TYPE, _VERSION):
        return ()
    asked = payload.get("permissionScopes")
    found = (each.get("permissionScope") for each in asked or () if isinstance(each, Mapping))
    return tuple(scope for scope in found if isinstance(scope, str))
