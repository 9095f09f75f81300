"""The conversation's state in the session attributes, which come back from outside and are not trusted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import LaunchRequest, RequestEnvelope, Session

from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks
from skill.dialog.coaching_asks import AskGates, OfferExercise
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
    waiting = (state.pending, state.interrupted)
    known = all(_is_known(replace(state, pending=each), knowledge) for each in waiting)
    return Recalled(state) if known else Recalled(lost=True)


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
    flags: tuple[str, ...] = ()
    if isinstance(pending, asks.AskFlags | asks.ConfirmMistake):
        if not pending.flags:
            return False
        flags = (*pending.flags, *(pending.later if isinstance(pending, asks.AskFlags) else ()))
    denied = pending.findings if isinstance(pending, asks.ConfirmMistake) else ()
    questions = {pending.question} if isinstance(pending, asks.AskQuestion) else set()
    return (
        {*flags, *state.affirmed} <= knowledge.red_flags.keys()
        and set(denied) <= knowledge.findings.keys()
        and questions <= knowledge.questions.keys()
        and (state.focus is None or state.focus in knowledge.conditions)
        and _is_known_exercise(state, knowledge)
    )


def _is_known_exercise(state: ConversationState, knowledge: KnowledgeBase) -> bool:
    coaching, pending = state.coaching, state.pending
    exercises = {coaching.exercise, *coaching.ahead, *coaching.set_up} if coaching else set()
    exercises |= {pending.exercise} if isinstance(pending, OfferExercise) else set()
    gates = set(pending.gates) if isinstance(pending, AskGates) else set()
    plans = {coaching.plan} if coaching and coaching.plan else set()
    wanted = {state.wanted} if state.wanted else set()
    return (
        exercises <= knowledge.exercises.keys()
        and gates <= knowledge.gates.keys()
        and plans <= knowledge.plans.keys()
        and wanted <= knowledge.exercises.keys() | knowledge.plans.keys()
    )
