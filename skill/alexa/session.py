"""The conversation's state in the session attributes, which come back from outside and are not trusted."""

from __future__ import annotations

from dataclasses import dataclass, field

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import LaunchRequest, RequestEnvelope, Session

from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks
from skill.dialog.state import ConversationState, StateError, from_json, to_json

STATE = "state"


@dataclass(frozen=True, slots=True)
class Recalled:
    """Where the conversation stands; `lost` when it had begun and what was remembered cannot be used."""

    state: ConversationState = field(default_factory=ConversationState)
    lost: bool = False


def recall(envelope: RequestEnvelope, knowledge: KnowledgeBase) -> Recalled:
    """The state in the session; a fresh one for a launch and in a new session."""
    session = envelope.session
    if session is None or session.new or isinstance(envelope.request, LaunchRequest):
        return Recalled()
    try:
        state = from_json((session.attributes or {}).get(STATE))
    except StateError:
        return Recalled(lost=True)
    return Recalled(state) if _is_known(state, knowledge) else Recalled(lost=True)


def remember(handler_input: HandlerInput, state: ConversationState) -> None:
    """Make the state all that the session's attributes hold.

    A request that came without a session is given one, since without it the SDK sends no attributes back.
    """
    envelope = handler_input.request_envelope
    envelope.session = envelope.session or Session(new=True)
    handler_input.attributes_manager.session_attributes = {STATE: to_json(state)}


def _is_known(state: ConversationState, knowledge: KnowledgeBase) -> bool:
    """Whether the knowledge still has every id that the state goes on from; a deployment may have dropped some."""
    pending = state.pending
    flags = (*pending.flags, *pending.later) if isinstance(pending, asks.AskFlags) else ()
    questions = {pending.question} if isinstance(pending, asks.AskQuestion) else set()
    return (
        set(flags) <= knowledge.red_flags.keys()
        and questions <= knowledge.questions.keys()
        and (state.focus is None or state.focus in knowledge.conditions)
    )
