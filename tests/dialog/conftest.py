from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.dialog import acts, asks
from skill.dialog.engine import Turn, respond
from skill.dialog.state import ConversationState


@pytest.fixture(scope="session")
def inference() -> Inference:
    return Inference(load_knowledge())


@pytest.fixture
def talk(inference: Inference) -> Callable[..., Turn]:
    """Holds a conversation of acts and returns the last turn."""

    def conversation(*said: acts.UserAct, state: ConversationState | None = None) -> Turn:
        turn = Turn(state or ConversationState(), (), None)
        for act in said:
            turn = respond(inference, turn.state, act)
        return turn

    return conversation


@pytest.fixture
def deny_until(talk: Callable[..., Turn]) -> Callable[..., list[acts.UserAct]]:
    """The conversation, gone on with a no to every question until one of the given kind is asked."""

    def denying(kind: type[asks.InitiativeAct], *said: acts.UserAct) -> list[acts.UserAct]:
        conversation = list(said)
        while not isinstance((turn := talk(*conversation)).ask, kind):
            assert turn.session_open, f"closed before {kind.__name__}"
            conversation.append(acts.Deny())
        return conversation

    return denying


@pytest.fixture
def tell() -> Callable[..., acts.Inform]:
    """Tells that findings are present, and facts."""

    def telling(*findings: str, **facts: object) -> acts.Inform:
        known = Facts(**facts)  # type: ignore[arg-type]  # test shorthand
        return acts.Inform(Evidence(dict.fromkeys(findings, Presence.PRESENT), known))

    return telling
