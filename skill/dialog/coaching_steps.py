"""The moves of an exercise: set up, count, rest, change sides, and on to the next. Each saves where it is first."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions import red_flags
from skill.conditions.exercises import Exercise
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.dialog import asks, care, coaching_gates, contents, policy
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_asks import COACHING_ASKS, AskGoOn, AskLatex, AskPain, AskReady, AskResume, OfferExercise
from skill.dialog.coaching_pace import last_of_part, side_now, sides
from skill.dialog.coaching_state import Coaching, Step, following, started
from skill.dialog.moves import Move
from skill.dialog.state import ConversationState, Phase


def begin(inference: Inference, state: ConversationState) -> Move:
    """What is wanted, from its first exercise. The gates have been passed."""
    knowledge, wanted = inference.knowledge, state.wanted or ""
    first, *ahead = coaching_gates.suited(inference, state, wanted)
    plan = wanted if wanted in knowledge.plans else None
    fresh = started(knowledge.exercises[first], plan, tuple(ahead))
    if state.coaching is not None:
        fresh = replace(following(state.coaching, knowledge.exercises[first], tuple(ahead)), plan=plan)
    state = replace(state, wanted=None)
    if plan:
        return warm_up(state, fresh, plan)
    move = set_up(inference, state, fresh)
    return move if first == wanted else move.saying_first(told.Instead())


def warm_up(state: ConversationState, coaching: Coaching, plan: str) -> Move:
    """The beginning of a session."""
    return at(state, coaching.at(Step.WARM_UP), AskReady(), told.WarmUp(plan))


def set_up(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """How to get into position; before a band is used, whether it may be."""
    exercise = inference.knowledge.exercises[coaching.exercise]
    if exercise.asks_latex and coaching.bandless is None:
        return at(state, coaching.at(Step.SETUP), AskLatex())
    if exercise.asks_latex and coaching.bandless:
        return _without_band(inference, state, coaching)
    full, stop = exercise.id not in coaching.set_up, not coaching.set_up
    words = replace(_position(inference, state, coaching), full=full, stop=stop, needs=exercise.equipment)
    explained = tuple(dict.fromkeys((*coaching.set_up, exercise.id)))
    return at(state, coaching.at(Step.SETUP, set_up=explained), AskReady(), words)


def get_ready(inference: Inference, state: ConversationState, coaching: Coaching, step: Step = Step.READY) -> Move:
    """The position in a cue, before a set begins or begins again."""
    return at(state, coaching.at(step), AskReady(), _position(inference, state, coaching))


def count(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """Count the set from where it stands, as far as one response goes."""
    exercise = inference.knowledge.exercises[coaching.exercise]
    last = last_of_part(exercise, coaching)
    whole = last == coaching.reps
    several = len(sides(exercise, state.evidence.facts)) > 1
    side = side_now(exercise, state.evidence.facts, coaching) if several and coaching.done == 0 else None
    words = told.Count(exercise.id, exercise.tempo, coaching.dose, coaching.done + 1, last, coaching.tempo, side)
    step = Step.CHECK if whole else Step.SET
    return at(state, coaching.at(step), AskPain() if whole else AskGoOn(), words)


def count_on(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """The part of the set after the one that was counted last."""
    last = last_of_part(inference.knowledge.exercises[coaching.exercise], coaching)
    return count(inference, state, replace(coaching, done=last))


def after_set(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """What comes after a set that was all right: the other side, a rest and the next set, or the end."""
    exercise = inference.knowledge.exercises[coaching.exercise]
    every = sides(exercise, state.evidence.facts)
    if coaching.side + 1 < len(every):
        other = coaching.at(Step.READY, side=coaching.side + 1, done=0)
        return at(state, other, AskReady(), told.Switch(exercise.id, every[other.side] or "", _lying(exercise)))
    if coaching.set < coaching.sets:
        rested = coaching.at(Step.REST, set=coaching.set + 1, side=0, done=0)
        rest = told.Rest(exercise.rest_seconds, rested.set, rested.sets)
        return at(state, rested, AskReady(), rest, _position(inference, state, rested))
    return finish(inference, state, coaching)


def finish(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """The end of an exercise: the next of the session, the close of the session, or the offer of another."""
    knowledge = inference.knowledge
    if coaching.ahead:
        return _go_ahead(inference, state, coaching).saying_first(told.NextExercise())
    if coaching.plan:
        return _closed(inference, state, told.PlanDone(coaching.plan))
    exercise = knowledge.exercises[coaching.exercise]
    rule = pain_rule(inference, state)
    done = told.ExerciseDone(coaching.dose, exercise.times_a_day, exercise.days_a_week, rule)
    another = next_exercise(inference, state, coaching)
    if another is None:
        return _closed(inference, state, done)
    return at(state, coaching.at(Step.DONE), OfferExercise(exercise=another), done)


def leave_out(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """Skip the rest of an exercise: nothing is said of doing it again tomorrow."""
    if coaching.ahead:
        return _go_ahead(inference, state, coaching)
    if coaching.plan:
        return finish(inference, state, coaching)
    another = next_exercise(inference, state, coaching)
    if another is None:
        return _closed(inference, state)
    return at(state, coaching.at(Step.DONE), OfferExercise(exercise=another))


def _go_ahead(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """The next exercise of the session."""
    first, *ahead = coaching.ahead
    return set_up(inference, state, following(coaching, inference.knowledge.exercises[first], tuple(ahead)))


def begin_another(inference: Inference, state: ConversationState, coaching: Coaching, exercise: str) -> Move:
    """An exercise in the place of this one; the session goes on after it."""
    ahead = tuple(each for each in coaching.ahead if each != exercise)
    return set_up(inference, state, following(coaching, inference.knowledge.exercises[exercise], ahead))


def again(inference: Inference, state: ConversationState, *words: contents.ContentAct) -> Move:
    """The pending question of the exercise once more, in other words."""
    coaching, pending = state.coaching, state.pending
    assert coaching is not None
    if isinstance(pending, (*COACHING_ASKS, asks.OfferTimer)):
        return Move(Phase.COACHING, state, words, replace(pending, attempt=pending.attempt + 1))
    return Move(Phase.COACHING, state, words, ask_at(inference, state, coaching))


def ask_at(inference: Inference, state: ConversationState, coaching: Coaching) -> asks.InitiativeAct:
    """What is asked at the step, where nothing else has come in between."""
    if coaching.paused:
        return AskResume()
    another = next_exercise(inference, state, coaching) if coaching.step is Step.DONE else None
    if another is not None:
        return OfferExercise(exercise=another)
    return {Step.SET: AskGoOn(), Step.CHECK: AskPain()}.get(coaching.step, AskReady())


def at(state: ConversationState, coaching: Coaching, ask: asks.InitiativeAct, *words: contents.ContentAct) -> Move:
    """A move that stays with the exercise."""
    return Move(Phase.COACHING, replace(state, coaching=coaching), words, ask)


def next_exercise(inference: Inference, state: ConversationState, coaching: Coaching) -> str | None:
    """What else is worth doing for the cause, if one is known: the first of its exercises that was not explained."""
    knowledge = inference.knowledge
    cause = known_cause(inference, state)
    every = [name for plan in knowledge.plans.values() if cause in plan.conditions for name in plan.exercises]
    new = (name for name in every if name not in coaching.set_up)
    return next((name for name in new if possible(inference, state, coaching, name)), None)


def known_cause(inference: Inference, state: ConversationState) -> str | None:
    """The cause that was asked or told about. Whoever came straight to an exercise was asked too little to name one."""
    asked_enough = policy.next_ask(inference, replace(state, wanted=None, pending=None)) is None
    return state.focus or (care.likely_cause(inference, state) if asked_enough else None)


def pain_rule(inference: Inference, state: ConversationState) -> str:
    """The id of the pain rule for the cause, or of the stricter one where none is known."""
    return inference.knowledge.pain_rule_for(known_cause(inference, state)).id


def wanted_for(knowledge: KnowledgeBase, cause: str | None) -> str | None:
    """What to coach for a cause: a session, or else an exercise; None where there is none."""
    plan = next((each.id for each in knowledge.plans.values() if cause in each.conditions), None)
    exercises = knowledge.exercises_for(cause) if cause else ()
    return plan or next((each.id for each in exercises), None)


def _without_band(inference: Inference, state: ConversationState, coaching: Coaching) -> Move:
    """In place of an exercise with a band one without, where there is one."""
    near = coaching_gates.instead_of(inference.knowledge.exercises[coaching.exercise])
    free = (each for each in near if each not in coaching.set_up and possible(inference, state, coaching, each))
    other = next(free, None)
    if other is None:
        return leave_out(inference, state, replace(coaching, set_up=(*coaching.set_up, coaching.exercise)))
    return begin_another(inference, state, coaching, other).saying_first(told.Instead())


def possible(inference: Inference, state: ConversationState, coaching: Coaching, exercise: str) -> bool:
    """Whether the exercise suits, and needs no band of somebody who has none."""
    banded = inference.knowledge.exercises[exercise].asks_latex and coaching.bandless
    return not banded and coaching_gates.may(inference, state, exercise)


def _position(inference: Inference, state: ConversationState, coaching: Coaching) -> told.SetUp:
    """The position in a cue, on the side that is next."""
    exercise, facts = inference.knowledge.exercises[coaching.exercise], state.evidence.facts
    side = side_now(exercise, facts, coaching)
    first = coaching.side == 0 and len(sides(exercise, facts)) > 1
    return told.SetUp(exercise.id, coaching.dose, full=False, side=side, first=first, on_top=_lying(exercise))


def _lying(exercise: Exercise) -> bool:
    """Whether it is done on one's side, so that the leg on top is the one that works."""
    return exercise.position == "lying_on_side"


def _closed(inference: Inference, state: ConversationState, *words: contents.ContentAct) -> Move:
    level = max(state.floor, red_flags.floor(inference.knowledge, state.evidence))
    return Move(Phase.CLOSED, state, (*words, contents.Goodbye(level)))
