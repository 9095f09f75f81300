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
    return next_step(inference, replace(state, focus=condition, care_step=0))


def next_step(inference: Inference, state: ConversationState) -> Move:
    """The next care step of the condition in focus; after the last one, all of them again on request."""
    condition = inference.knowledge.conditions[state.focus or likely_cause(inference, state)]
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
    assessment = assess(moment.inference, state.evidence, state.floor)
    return Move(Phase.CLOSED, state, (contents.Goodbye(assessment.level, state.focus or assessment.likely),))


def likely_cause(inference: Inference, state: ConversationState) -> str:
    """The condition that the pattern fits best."""
    return inference.differential(state.evidence).top
