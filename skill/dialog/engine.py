"""One turn: hear, look for danger, take the step that the table names, and keep the books.

`respond` is a pure function of state, act and knowledge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from skill.conditions import red_flags
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.dialog import acts, answering, asks, care, contents, gathering, urgency, warned
from skill.dialog.machine import enter, transition
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import record
from skill.dialog.state import ConversationState, Phase

STEPS: Mapping[str, Callable[[Moment], Move]] = {
    "open": gathering.open_conversation,
    "start_over": gathering.start_over,
    "advance": gathering.advance,
    "repair": gathering.repair,
    "react": answering.react,
    "answer": answering.answer,
    "after_urgent": warned.after_urgent,
    "repeat_urgent": warned.repeat_urgent,
    "close": care.close,
    "close_urgent": warned.close_urgent,
    "start_over_urgent": warned.start_over_urgent,
}

# What may be said before the disclaimer: what cannot wait, and who is speaking.
_BEFORE_DISCLAIMER = (
    contents.Urge,
    contents.EaseToStop,
    contents.Welcome,
    contents.StartedOver,
    contents.Repair,
    contents.TakenBack,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Our side of one exchange. `ask` is there exactly when the session stays open."""

    state: ConversationState
    contents: tuple[contents.ContentAct, ...]
    ask: asks.InitiativeAct | None

    @property
    def session_open(self) -> bool:
        return self.ask is not None


def respond(inference: Inference, state: ConversationState, act: acts.UserAct) -> Turn:
    """What to say to the act, and the state after it. A closed conversation is not taken up again: a new one begins."""
    if state.phase is Phase.CLOSED:
        state = ConversationState()
    row = transition(state.phase, act)
    heard = record(inference.knowledge, state, act) if isinstance(act, acts.Inform) else state
    moment = Moment(inference, state, heard, act)
    level = max(heard.floor, red_flags.floor(inference.knowledge, heard.evidence))
    if isinstance(act, acts.Inform) and level >= TriageLevel.SAME_DAY and level > state.floor:
        move = urgency.urge(inference, heard, level)
    else:
        move = STEPS[row.step](moment)
    return _booked(state, move, enter(move.state, move.phase, row), act)


def _booked(before: ConversationState, move: Move, state: ConversationState, act: acts.UserAct) -> Turn:
    """The turn, with the counters brought up to date and the disclaimer where it is due."""
    told = move.contents
    # An emergency is not diluted: whoever is sent for help has no use for what we are not.
    emergency = move.phase is Phase.URGENT and state.floor is TriageLevel.EMERGENCY
    if not state.disclosed and move.phase is not Phase.CLOSED and not emergency:
        first = next((i for i, each in enumerate(told) if not isinstance(each, _BEFORE_DISCLAIMER)), len(told))
        told = (*told[:first], contents.Disclose(), *told[first:])
        state = replace(state, disclosed=True)
    state = replace(
        state,
        pending=move.ask,
        bundles=_bundles(before, move.ask),
        repairs=before.repairs + 1 if isinstance(act, acts.Unclear) else 0,
        turn=before.turn + 1,
    )
    return Turn(state, told, move.ask)


def _bundles(before: ConversationState, ask: asks.InitiativeAct | None) -> int:
    """Danger questions in a row; a bundle asked again or item by item is still the same one."""
    if not isinstance(ask, asks.AskFlags):
        return 0
    continued = ask.attempt > 0 or ask.later or (isinstance(before.pending, asks.AskFlags) and before.pending.later)
    return before.bundles if continued else before.bundles + 1
