"""One turn: hear, look for danger, take the step that the table names, and keep the books.

`respond` is a pure function of state, act and knowledge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from skill.conditions import red_flags
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.dialog import (
    acts,
    answering,
    asks,
    care,
    coaching,
    coaching_requests,
    contents,
    gathering,
    mistakes,
    repairing,
    replies,
    timers,
    urgency,
    warned,
)
from skill.dialog.effects import Effect
from skill.dialog.machine import enter, transition
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import record
from skill.dialog.state import ConversationState, Phase

STEPS: Mapping[str, Callable[[Moment], Move]] = {
    "open": gathering.open_conversation,
    "start_over": gathering.start_over,
    "advance": gathering.advance,
    "repair": repairing.repair,
    "react": answering.react,
    "answer": answering.answer,
    "after_urgent": warned.after_urgent,
    "repeat_urgent": warned.repeat_urgent,
    "repair_urgent": warned.repair_urgent,
    "close": care.close,
    "coach": coaching.react,
    "coach_request": coaching_requests.answer,
    "repair_coaching": coaching.repair,
    "close_coaching": coaching.close,
    "close_urgent": warned.close_urgent,
    "start_over_urgent": warned.start_over_urgent,
    "after_timer": timers.after,
}

# What may be said before the disclaimer: what cannot wait, and who is speaking.
_BEFORE_DISCLAIMER = (
    contents.Urge,
    contents.EaseToStop,
    contents.Welcome,
    contents.StartedOver,
    contents.Repair,
    contents.TakenBack,
    replies.Pause,
    replies.Sympathy,
)

# What "say that again" means the answer of; the others leave in place what was answered before.
_R = acts.Request
_ANSWERS_KEPT = (_R.WHY, _R.WHY_NOT, _R.OTHERS, _R.HOW_SURE, _R.CHANGE_MIND, _R.SUMMARY, _R.RECAP, _R.ABOUT, _R.ADVICE)
_MOVES_ON = (_R.NEXT, _R.SKIP, _R.BACK, _R.CARE, _R.COACH, _R.RESUME, _R.FEWER, _R.EASY, _R.SWITCH, _R.HURTS)


@dataclass(frozen=True, slots=True)
class Turn:
    """Our side of one exchange. `ask` is there exactly when the session stays open.

    A turn with an `effect` is not spoken: the effect is performed, and the turn that answers its outcome is.
    """

    state: ConversationState
    contents: tuple[contents.ContentAct, ...]
    ask: asks.InitiativeAct | None
    effect: Effect | None = None

    @property
    def session_open(self) -> bool:
        return self.ask is not None


def respond(inference: Inference, state: ConversationState, act: acts.UserAct) -> Turn:
    """What to say to the act, and the state after it. A closed conversation is not taken up again: a new one begins."""
    if state.phase is Phase.CLOSED:
        state = ConversationState()
    row = transition(state.phase, act)
    tells = isinstance(act, acts.Inform | acts.Ask)
    heard = record(inference.knowledge, state, act) if isinstance(act, acts.Inform | acts.Ask) else state
    level = max(heard.floor, red_flags.floor(inference.knowledge, heard.evidence))
    if tells and level >= TriageLevel.SAME_DAY and level > state.floor:
        move = urgency.urge(inference, heard, level)
    else:
        moment = Moment(inference, state, heard, act)
        move = _about_mistake(moment) or timers.answered(moment) or STEPS[row.step](moment)
        move = timers.offered_with_step(inference, move)
    return _booked(state, move, enter(move.state, move.phase, row), act)


def _about_mistake(moment: Moment) -> Move | None:
    """Danger signs that are taken back come before the step; once urgent, the steps themselves see to them."""
    if moment.before.phase is Phase.URGENT or not isinstance(moment.act, acts.Inform | acts.Ask):
        return None
    pending = moment.before.pending
    if isinstance(pending, asks.ConfirmMistake) and isinstance(moment.act, acts.Inform):
        return mistakes.settle(moment, pending)
    mistake = mistakes.doubted(moment)
    return mistakes.confirm(moment, mistake) if mistake else None


def _booked(before: ConversationState, move: Move, state: ConversationState, act: acts.UserAct) -> Turn:
    """The turn, with the counters brought up to date and the disclaimer where it is due."""
    told = move.contents
    # An emergency is not diluted: whoever is sent for help has no use for what we are not.
    emergency = move.phase is Phase.URGENT and state.floor is TriageLevel.EMERGENCY
    if not state.disclosed and move.phase is not Phase.CLOSED and not emergency:
        first = next((i for i, each in enumerate(told) if not isinstance(each, _BEFORE_DISCLAIMER)), len(told))
        told = (*told[:first], contents.Disclose(), *told[first:])
        state = replace(state, disclosed=True)
    answered, topic = _answered(before, act)
    state = replace(
        state,
        pending=move.ask,
        interrupted=state.interrupted if isinstance(move.ask, asks.OfferTimer) else None,
        coaching=state.coaching if move.phase is Phase.COACHING else None,
        answered=answered,
        answered_topic=topic,
        bundles=_bundles(before, move.ask),
        repairs=before.repairs + 1 if isinstance(act, acts.Unclear) else 0,
        turn=before.turn + 1,
        part=(act.part if isinstance(act, acts.Inform) else None) or before.part,
    )
    return Turn(state, told, move.ask, move.effect)


def _answered(before: ConversationState, act: acts.UserAct) -> tuple[str | None, str | None]:
    """The request whose answer is the last content, and its topic."""
    if isinstance(act, acts.Ask) and act.request in _ANSWERS_KEPT:
        return act.request.value, act.topic
    stays = isinstance(act, acts.Unclear) or (isinstance(act, acts.Ask) and act.request not in _MOVES_ON)
    return (before.answered, before.answered_topic) if stays else (None, None)


def _bundles(before: ConversationState, ask: asks.InitiativeAct | None) -> int:
    """Danger questions in a row; a bundle asked again or item by item is still the same one."""
    if not isinstance(ask, asks.AskFlags):
        return 0
    continued = ask.attempt > 0 or ask.later or (isinstance(before.pending, asks.AskFlags) and before.pending.later)
    return before.bundles if continued else before.bundles + 1
