"""Signed requests of a whole conversation: from the first words over the questions to the cause and its care."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from skill import app
from skill.dialog import asks
from skill.dialog.state import Phase
from tests.alexa.conversing import Json, envelope, intent_request, state_in
from tests.web.verification.alexa import URL, encoded, sign

FIRST_WORDS = "there is a lump behind my knee and it's stiff in the morning"
MOST_TURNS = 30


@dataclass(frozen=True)
class Request:
    """A request over HTTP/1.1, whole."""

    body: bytes
    signature: str
    url: str = URL

    def to_bytes(self) -> bytes:
        head = (
            "POST /alexa HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json; charset=utf-8",
            f"Content-Length: {len(self.body)}",
            f"SignatureCertChainUrl: {self.url}",
            f"Signature-256: {self.signature}",
        )
        return "\r\n".join((*head, "", "")).encode() + self.body


def conversation() -> list[Json]:
    """The envelopes of the conversation, in their order."""
    envelopes = [envelope(intent_request("TellIntent", description=FIRST_WORDS), new=True)]
    for _ in range(MOST_TURNS):
        answer = app.handle(envelopes[-1])
        state = state_in(answer)
        if state.phase is Phase.CARE:
            break
        envelopes.append(envelope(_reply(state.phase, state.pending), answer["sessionAttributes"]))
    return envelopes


def signed(envelopes: list[Json], url: str = URL) -> list[bytes]:
    """The requests as Alexa would send them now."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    bodies = [encoded(each | {"request": each["request"] | {"timestamp": moment}}) for each in envelopes]
    return [Request(body, sign(body), url).to_bytes() for body in bodies]


def _reply(phase: Phase, pending: object) -> Json:
    if phase is Phase.RESULT:
        return intent_request("TreatmentIntent")
    if pending == asks.AskQuestion(question="age"):
        return intent_request("AgeIntent", age="44")
    return intent_request("AMAZON.NoIntent")
