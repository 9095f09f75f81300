"""Whether someone may be coached: what has to be asked before, and why not where it may not be."""

from __future__ import annotations

from skill.conditions import coaching, red_flags
from skill.conditions.evidence import Presence
from skill.conditions.exercises import Exercise
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.dialog import asks, policy
from skill.dialog.coaching_asks import AskGates
from skill.dialog.state import ConversationState

# Reasons not to coach that are no gate of the knowledge.
UNSURE, UNSUITED, HALTED = "unsure", "unsuited", "halted"


def next_ask(inference: Inference, state: ConversationState) -> asks.InitiativeAct | None:
    """What to ask before coaching: emergencies, then what bars exercise, then facts; None when nothing is left."""
    if state.halted:
        return None
    emergencies = policy.next_of_split(inference, state) or policy.ask_flags(
        inference, state, above=TriageLevel.SAME_DAY
    )
    if emergencies:
        return emergencies
    knowledge = inference.knowledge
    unsettled = coaching.unsettled(knowledge.gates.values(), knowledge.settle(state.evidence))
    felt = [
        gate.id
        for gate in unsettled
        if gate.asks[0] in knowledge.red_flags and any(name not in state.evidence for name in gate.bars.findings())
    ]
    if felt:
        return AskGates(_attempt(state, AskGates), gates=tuple(felt))
    # Age comes last, as it does everywhere.
    questions = (name for gate in reversed(unsettled) for name in gate.asks if name in knowledge.questions)
    return next((_question(state, name) for name in questions if name not in state.asked), None)


def refusal(inference: Inference, state: ConversationState) -> str | None:
    """Why what is wanted is not coached: a gate's id or a reason of our own; None when it can begin.

    What is not known bars like what is.
    """
    if state.halted:
        return HALTED
    knowledge = inference.knowledge
    settled = knowledge.settle(state.evidence)
    if shut := coaching.barring(knowledge.gates.values(), settled):
        return shut[0].id
    if unknown := coaching.unsettled(knowledge.gates.values(), settled):
        return unknown[0].id if policy.AGE in unknown[0].asks else UNSURE
    if any(red_flags.unsure(flag, settled) for flag in knowledge.red_flags.values()):
        return UNSURE
    return None if suited(inference, state, state.wanted or "") else UNSUITED


def suited(inference: Inference, state: ConversationState, wanted: str) -> tuple[str, ...]:
    """The exercises to do for what is wanted: an exercise or another in its place, or those of a session."""
    knowledge = inference.knowledge
    if wanted in knowledge.plans:
        return tuple(each for each in knowledge.plans[wanted].exercises if may(inference, state, each))
    exercise = knowledge.exercises[wanted]
    return tuple(each for each in (wanted, *instead_of(exercise)) if may(inference, state, each))[:1]


def may_offer(inference: Inference, state: ConversationState, wanted: str) -> bool:
    """Whether it may be offered unasked: nothing known bars it, though something may have to be asked yet.

    What comes up in the middle of a workout is fresh.
    """
    settled = inference.knowledge.settle(state.evidence)
    barred = (
        state.halted or state.evidence.facts.moving or coaching.barring(inference.knowledge.gates.values(), settled)
    )
    return not barred and bool(suited(inference, state, wanted))


def may(inference: Inference, state: ConversationState, exercise: str) -> bool:
    """Whether nothing that is known speaks against this very exercise."""
    unless = inference.knowledge.exercises[exercise].unless
    return unless is None or unless.holds(inference.knowledge.settle(state.evidence)) is not Presence.PRESENT


def instead_of(exercise: Exercise) -> tuple[str, ...]:
    """What may take the exercise's place, the nearest first."""
    every = (*exercise.alternatives, exercise.easier)
    return tuple(dict.fromkeys(each for each in every if each))


def _question(state: ConversationState, name: str) -> asks.AskQuestion:
    pending = state.pending
    again = isinstance(pending, asks.AskQuestion) and pending.question == name
    return asks.AskQuestion(_attempt(state, asks.AskQuestion) if again else 0, name)


def _attempt(state: ConversationState, kind: type[asks.InitiativeAct]) -> int:
    return state.pending.attempt + 1 if type(state.pending) is kind and state.pending is not None else 0
