"""A response under test, and what is found wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from skill.simulator.interaction_model import InteractionModel
from skill.simulator.speech import output_text, sentences

# The directive by which a skill hands over to Alexa, who speaks next.
SEND_REQUEST = "Connections.SendRequest"


@dataclass(frozen=True)
class Breach:
    """One rule broken: which, in what words, where, and whether Alexa would refuse the response for it."""

    rule: str
    what: str
    where: str
    refused: bool = False

    def __str__(self) -> str:
        return f"{self.rule}: {self.what} ({self.where})"


@dataclass(frozen=True)
class Subject:
    """A response under test, with the request it answers and the interaction model, if known."""

    envelope: Mapping[str, Any]
    request: Mapping[str, Any]
    model: InteractionModel | None = None

    @cached_property
    def response(self) -> Mapping[str, Any]:
        """The inner response object, empty where it is missing or malformed."""
        inner = self.envelope.get("response")
        return inner if isinstance(inner, Mapping) else {}

    @cached_property
    def attributes(self) -> dict[str, Any]:
        """The session attributes, empty where they are missing or malformed."""
        attributes = self.envelope.get("sessionAttributes")
        return dict(attributes) if isinstance(attributes, Mapping) else {}

    @cached_property
    def speech(self) -> str:
        """The prompt, as SSML."""
        return output_text(self.response.get("outputSpeech"))

    @cached_property
    def reprompt(self) -> str:
        """The reprompt, as SSML."""
        reprompt = self.response.get("reprompt")
        return output_text(reprompt.get("outputSpeech")) if isinstance(reprompt, Mapping) else ""

    @property
    def spoken(self) -> Iterator[tuple[str, str]]:
        """Each text that would be spoken, with its place."""
        if self.speech:
            yield "outputSpeech", self.speech
        if self.reprompt:
            yield "reprompt", self.reprompt

    @property
    def request_type(self) -> str:
        """The type of the request answered."""
        return str(self.request.get("request", {}).get("type", ""))

    @property
    def opens_microphone(self) -> bool:
        """Whether Alexa would listen after speaking; null opens, an absent flag does not."""
        return "shouldEndSession" in self.response and not self.response["shouldEndSession"]

    @property
    def asks(self) -> bool:
        """Whether the last sentence is a question."""
        said = sentences(self.speech)
        return bool(said) and said[-1].rstrip("\"')\u201d\u2019 ").endswith("?")

    @cached_property
    def directives(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """Each well-formed directive, with its place."""
        found = self.response.get("directives")
        entries = found if isinstance(found, list) else []
        return tuple(
            (f"directives[{position}]", entry)
            for position, entry in enumerate(entries)
            if isinstance(entry, Mapping) and isinstance(entry.get("type"), str)
        )

    @property
    def delegates(self) -> bool:
        """Whether Alexa is to speak next herself: a prompt of the dialog model, or a request for a permission."""
        return self.hands_over or any(entry["type"] == "Dialog.Delegate" for _, entry in self.directives)

    @property
    def hands_over(self) -> bool:
        """Whether Alexa is to hold a conversation of her own next, and bring back its outcome."""
        return any(entry["type"] == SEND_REQUEST for _, entry in self.directives)


Rule = Callable[[Subject], Iterator[Breach]]
