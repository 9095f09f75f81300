"""The steps that answer someone in an exercise: ready or not, how much it hurts, and whatever else they say."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions import coaching as rules
from skill.conditions import red_flags
from skill.conditions.evidence import Presence
from skill.dialog import acts, coaching_gates, contents, gathering
from skill.dialog import coaching_acts as told
from skill.dialog import coaching_steps as steps
from skill.dialog.coaching_asks import AskGoOn, AskLatex, AskPain, AskResume, OfferExercise
from skill.dialog.coaching_state import Coaching, Step
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import MOST_ATTEMPTS
from skill.dialog.repairing import MOST_REPAIRS
from skill.dialog.state import Phase

_COUNTED = (Step.SET, Step.CHECK)


def react(moment: Moment) -> Move:
    """An answer to the exercise's question, or something told; what is dangerous in it stops the exercise."""
    if stopped := stopping(moment):
        return stopped
    coaching, act = current(moment), moment.act
    if isinstance(act, acts.Rate) or isinstance(moment.before.pending, AskPain):
        return _pain(moment, coaching)
    if isinstance(act, acts.Affirm):
        return go_on(moment, coaching)
    if isinstance(act, acts.Deny):
        return _not_now(moment, coaching)
    if isinstance(act, acts.Unsure) and isinstance(moment.before.pending, AskLatex):
        return _without_band(moment, coaching, bandless=True)
    heard = (contents.Acknowledge(moment.learned(), facts=moment.new_facts()),) if moment.has_news() else ()
    return steps.again(moment.inference, moment.state, *heard)


def repair(moment: Moment) -> Move:
    """What was not understood while exercising: the same question in other words; a lost pain check is let be."""
    attempt = moment.before.repairs + 1
    if attempt >= MOST_REPAIRS:
        return close(moment)
    coaching, pending = current(moment), moment.before.pending
    given_up = attempt % MOST_ATTEMPTS == 0
    if given_up and isinstance(pending, AskPain):
        return _carry_on(moment, coaching).saying_first(contents.MoveOn())
    if given_up and isinstance(pending, AskLatex):
        return _without_band(moment, coaching, bandless=True)
    return steps.again(moment.inference, moment.state, contents.Repair((attempt - 1) % MOST_ATTEMPTS + 1))


def close(moment: Moment) -> Move:
    """Stop for today, whatever is left of the session."""
    level = max(moment.state.floor, red_flags.floor(moment.inference.knowledge, moment.state.evidence))
    return Move(Phase.CLOSED, moment.state, (contents.Goodbye(level),))


def current(moment: Moment) -> Coaching:
    """The exercise under way."""
    coaching = moment.before.coaching
    assert coaching is not None
    return coaching


def go_on(moment: Moment, coaching: Coaching) -> Move:
    """Yes, ready, next: whatever comes after what was said last."""
    inference, state, pending = moment.inference, moment.state, moment.before.pending
    if isinstance(pending, AskLatex):
        return _without_band(moment, coaching, bandless=True)
    if isinstance(pending, OfferExercise):
        return steps.begin_another(inference, state, coaching, pending.exercise)
    if coaching.paused:
        return resume(moment, coaching)
    if coaching.step is Step.WARM_UP:
        return steps.set_up(inference, state, coaching)
    if coaching.step is Step.SET:
        return steps.count_on(inference, state, coaching)
    return steps.count(inference, state, coaching)


def resume(moment: Moment, coaching: Coaching) -> Move:
    """After a pause: a count that was broken off begins again, all else waits in position."""
    if coaching.step in _COUNTED:
        return steps.count(moment.inference, moment.state, coaching)
    if coaching.step is Step.DONE:
        return steps.finish(moment.inference, moment.state, coaching)
    if coaching.exercise not in coaching.set_up:
        return steps.set_up(moment.inference, moment.state, coaching)
    return steps.get_ready(moment.inference, moment.state, coaching, coaching.step)


def stopping(moment: Moment) -> Move | None:
    """Stops for a danger sign or a gate that what was just said brings up; None when there is none."""
    knowledge = moment.inference.knowledge
    new = {name for name, presence in moment.learned() if presence is Presence.PRESENT}
    if new.intersection(knowledge.stop_rule.findings):
        return halt(moment, told.Halt("sign"))
    shut = rules.barring(knowledge.gates.values(), knowledge.settle(moment.state.evidence))
    return halt(moment, told.NotCoached(shut[0].id)) if shut else None


def halt(moment: Moment, why: contents.ContentAct) -> Move:
    """Stop for good, and look for danger again: what was denied before the exercise may have come with it."""
    knowledge, state = moment.inference.knowledge, moment.state
    signs = knowledge.stop_rule.findings
    denied = tuple(name for name in signs if state.evidence.absent(name))
    flags = {flag.id for flag in knowledge.red_flags.values() if set(flag.asks).intersection(signs)}
    state = replace(
        state,
        evidence=state.evidence.without(*denied),
        asked=tuple(name for name in state.asked if name not in flags),
        coaching=None,
        wanted=None,
        halted=True,
        bundles=0,
    )
    return gathering.proceed(moment.inference, state).saying_first(why)


def made_smaller(moment: Moment, coaching: Coaching) -> Move:
    """Pain that is too much to go on as before: a smaller dose; then an easier exercise, or the end of this one."""
    inference, state = moment.inference, moment.state
    exercise = inference.knowledge.exercises[coaching.exercise]
    smaller = exercise.after_sore(coaching.dose)
    if not coaching.eased and smaller != coaching.dose:
        # A set that was broken off for pain is over.
        step = Step.CHECK if coaching.step is Step.SET else coaching.step
        eased = replace(coaching.dosed(smaller), eased=True, step=step)
        return _carry_on(moment, eased, told.Eased(exercise.id, smaller))
    easier = exercise.easier
    if easier and easier not in coaching.set_up and coaching_gates.may(inference, state, easier):
        return steps.begin_another(inference, state, coaching, easier).saying_first(told.Instead())
    return steps.leave_out(inference, state, coaching).saying_first(told.Enough())


def _pain(moment: Moment, coaching: Coaching) -> Move:
    """What the pain that was told comes to, by the pain rule; a yes does not say how much, and is asked again."""
    act, knowledge = moment.act, moment.inference.knowledge
    score = act.score if isinstance(act, acts.Rate) else 0 if isinstance(act, acts.Deny) else None
    if score is None and isinstance(act, acts.Unsure):
        return _carry_on(moment, coaching)
    if score is None:
        return steps.again(moment.inference, moment.state, contents.ChooseOne(number=True))
    rule = knowledge.pain_rules[steps.pain_rule(moment.inference, moment.state)]
    if score > rule.most:
        return halt(moment, told.Halt("pain"))
    if score > rule.carry_on:
        return made_smaller(moment, coaching)
    return _carry_on(moment, coaching, told.PainNoted(none=score == 0))


def _carry_on(moment: Moment, coaching: Coaching, *words: contents.ContentAct) -> Move:
    """After a pain check: on from a finished set; otherwise back to where it was."""
    inference, state = moment.inference, moment.state
    if coaching.step is Step.CHECK:
        return steps.after_set(inference, state, coaching).saying_first(*words)
    kept = replace(coaching, paused=False)
    return steps.at(state, kept, steps.ask_at(inference, state, kept), *words)


def _not_now(moment: Moment, coaching: Coaching) -> Move:
    """No: not ready yet, or no more of this set, or no other exercise."""
    pending = moment.before.pending
    if isinstance(pending, AskLatex):
        return _without_band(moment, coaching, bandless=False)
    if isinstance(pending, OfferExercise):
        return close(moment)
    if isinstance(pending, AskGoOn):
        return steps.at(moment.state, coaching.at(Step.CHECK), AskPain())
    return pause(moment, coaching)


def pause(moment: Moment, coaching: Coaching) -> Move:
    """Hold everything until told to go on."""
    return steps.at(moment.state, replace(coaching, paused=True), AskResume(), told.Paused())


def _without_band(moment: Moment, coaching: Coaching, *, bandless: bool) -> Move:
    return steps.set_up(moment.inference, moment.state, replace(coaching, bandless=bandless))
