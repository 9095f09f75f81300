"""The steps after the result: care, step by step, and the close."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions.inference import Inference
from skill.conditions.triage import assess, care_for
from skill.dialog import asks, contents, policy
from skill.dialog.moves import Moment, Move
from skill.dialog.state import ConversationState, Phase


def first_step(inference: Inference, state: ConversationState, condition: str) -> Move:
    """Care for the condition, from its first step."""
    return next_step(inference, replace(state, care_step=0), condition)


def next_step(inference: Inference, state: ConversationState, focus: str) -> Move:
    """The next care step of the condition in focus; after the last one, all of them again on request."""
    condition = inference.knowledge.conditions[focus]
    steps = care_for(inference.knowledge, condition, state.evidence)
    number = state.care_step % len(steps) + 1
    told = contents.Care(condition.id, steps[number - 1], number, len(steps))
    state = replace(state, focus=condition.id, care_step=number)
    ask = asks.OfferNextStep(attempt=number - 1) if number < len(steps) else asks.OfferAgain()
    return Move(Phase.CARE, state, (told,), ask)


def close(moment: Moment) -> Move:
    """A proper goodbye, with the safety net of the likely cause once there is a result."""
    state = moment.state
    named = moment.before.phase in (Phase.RESULT, Phase.CARE)
    if not named or policy.outside_the_guide(moment.inference, state):
        return Move(Phase.CLOSED, state, (contents.Goodbye(state.floor),))
    level = assess(moment.inference, state.evidence, state.floor).level
    told = state.focus if moment.before.phase is Phase.CARE else None
    return Move(Phase.CLOSED, state, (contents.Goodbye(level, told or likely_cause(moment.inference, state)),))


def likely_cause(inference: Inference, state: ConversationState) -> str | None:
    """The condition that may be named; None for a child, for pain elsewhere, and where nothing told speaks for one."""
    if policy.outside_the_guide(inference, state):
        return None
    return assess(inference, state.evidence, state.floor).likely
