"""What is said when something is urgent, and the one question that may follow."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions import red_flags
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.dialog import asks, contents, policy
from skill.dialog.moves import Move
from skill.dialog.state import ConversationState, Phase


def urge(inference: Inference, state: ConversationState, level: TriageLevel) -> Move:
    """Say at once what to do, then ask the one question that can only raise urgency."""
    state = replace(state, floor=level)
    ask = policy.ask_flags(inference, state, above=level) or asks.OfferRepeat()
    return Move(Phase.URGENT, state, (instruction(inference, state),), ask)


def instruction(inference: Inference, state: ConversationState) -> contents.Urge:
    """What to do, by the danger signs that set the level: those told, or else those that a bare yes may have meant."""
    told = (flag.id for flag in red_flags.raised(inference.knowledge, state.evidence) if flag.level is state.floor)
    flags = inference.knowledge.red_flags
    return contents.Urge(state.floor, tuple(told) or tuple(f for f in state.affirmed if flags[f].level is state.floor))
