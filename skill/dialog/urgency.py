"""The steps once something is urgent: the instruction, one question that can only raise it, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions import red_flags
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.dialog import acts, policy
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import MOST_ATTEMPTS
from skill.dialog.state import ConversationState, Phase


def urge(inference: Inference, state: ConversationState, level: TriageLevel, affirmed: tuple[str, ...] = ()) -> Move:
    """Say at once what to do, then ask the one question that can only raise urgency.

    `affirmed` are the danger signs that a bare yes may have meant.
    """
    state = replace(state, floor=level)
    instruction = _instruction(inference, state)
    ask = policy.ask_flags(inference, state, above=level) or acts.OfferRepeat()
    return Move(Phase.URGENT, state, (replace(instruction, flags=instruction.flags or affirmed),), ask)


def after_urgent(moment: Moment) -> Move:
    """After an urgent instruction nothing is asked but whether to repeat it."""
    instruction, pending = _instruction(moment.inference, moment.state), moment.before.pending
    if isinstance(pending, acts.OfferRepeat) and isinstance(moment.act, acts.Affirm):
        return Move(Phase.URGENT, moment.state, (instruction,), policy.again(pending))
    if isinstance(moment.act, acts.Affirm | acts.Deny | acts.Unsure):
        return close_urgent(moment)
    return Move(Phase.URGENT, moment.state, (replace(instruction, brief=True),), acts.OfferRepeat())


def repeat_urgent(moment: Moment) -> Move:
    """Whatever was asked or not understood: the instruction again. Who is never understood is let go with it."""
    if isinstance(moment.act, acts.Unclear) and moment.before.repairs + 1 >= MOST_ATTEMPTS:
        return close_urgent(moment)
    attempt = moment.before.repairs + isinstance(moment.before.pending, acts.OfferRepeat)
    return Move(Phase.URGENT, moment.state, (_instruction(moment.inference, moment.state),), acts.OfferRepeat(attempt))


def close_urgent(moment: Moment) -> Move:
    """Nobody leaves an urgent turn without the instruction once more."""
    reminder = replace(_instruction(moment.inference, moment.state), brief=True)
    return Move(Phase.CLOSED, moment.state, (reminder, acts.Goodbye(moment.state.floor)))


def _instruction(inference: Inference, state: ConversationState) -> acts.Urge:
    """What to do, by the danger signs that set the level."""
    raised = red_flags.raised(inference.knowledge, state.evidence)
    return acts.Urge(state.floor, tuple(flag.id for flag in raised if flag.level is state.floor))
