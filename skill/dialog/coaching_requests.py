"""What one may ask for in the middle of an exercise. All else is answered as anywhere, and leads back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.dialog import acts, answering, care, coaching_gates, contents, replies
from skill.dialog import coaching_acts as told
from skill.dialog import coaching_steps as steps
from skill.dialog.coaching import current, go_on, pause, resume, stopping
from skill.dialog.coaching_asks import AskLatex, AskPain, OfferExercise
from skill.dialog.coaching_pace import last_of_part, sides
from skill.dialog.coaching_state import FASTEST, SLOWEST, TEMPO_STEP, Coaching, Step, following
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import MOST_ATTEMPTS

_R = acts.Request
_COUNTED = (Step.SET, Step.CHECK)


def answer(moment: Moment) -> Move:
    """What was asked for, at this step of the exercise."""
    if stopped := stopping(moment):
        return stopped
    act = moment.act
    assert isinstance(act, acts.Ask)
    step = _ANSWERS.get(act.request)
    if step is None or (act.request is _R.REPEAT and moment.before.answered):
        return answering.answer(moment)
    return step(moment, current(moment))


def _next(moment: Moment, coaching: Coaching) -> Move:
    """On; but nobody gets past the pain check unheard at the first try."""
    pending = moment.before.pending
    if isinstance(pending, AskPain) and coaching.step is Step.CHECK:
        if pending.attempt + 1 < MOST_ATTEMPTS:
            return steps.again(moment.inference, moment.state, contents.ChooseOne(number=True))
        return steps.after_set(moment.inference, moment.state, coaching)
    return go_on(moment, coaching)


def _repeat(moment: Moment, coaching: Coaching) -> Move:
    """The last words again: a count from where it began, the set-up in full, the close."""
    if isinstance(moment.before.pending, AskLatex):
        return steps.again(moment.inference, moment.state)
    if coaching.step is Step.WARM_UP and coaching.plan:
        return steps.warm_up(moment.state, coaching, coaching.plan)
    if coaching.step is Step.SETUP and not coaching.paused:
        return _explain_again(moment, coaching)
    return resume(moment, coaching)


def _explain(moment: Moment, coaching: Coaching) -> Move:
    if isinstance(moment.before.pending, AskPain):
        return steps.again(moment.inference, moment.state, told.PainScale())
    if coaching.step is Step.WARM_UP:
        return _repeat(moment, coaching)
    return _explain_again(moment, coaching)


def _explain_again(moment: Moment, coaching: Coaching) -> Move:
    """The whole set-up once more, before the set that it is in."""
    forgotten = tuple(each for each in coaching.set_up if each != coaching.exercise)
    move = steps.set_up(moment.inference, moment.state, replace(coaching, set_up=forgotten))
    return move if coaching.step is not Step.DONE else resume(moment, coaching)


def _slower(moment: Moment, coaching: Coaching) -> Move:
    return _paced(moment, coaching, min(SLOWEST, coaching.tempo + TEMPO_STEP), slower=True)


def _faster(moment: Moment, coaching: Coaching) -> Move:
    return _paced(moment, coaching, max(FASTEST, coaching.tempo - TEMPO_STEP), slower=False)


def _paced(moment: Moment, coaching: Coaching, tempo: int, *, slower: bool) -> Move:
    """Another tempo from now on: a count begins again, since it was the one that went wrong."""
    if tempo == coaching.tempo:
        return steps.again(moment.inference, moment.state, told.AtTheEdge("slower" if slower else "faster"))
    paced = replace(coaching, tempo=tempo)
    if coaching.step in _COUNTED and not coaching.paused:
        move = steps.count(moment.inference, moment.state, paced)
    else:
        move = steps.again(moment.inference, replace(moment.state, coaching=paced))
    return move.saying_first(told.TempoChanged(slower))


def _fewer(moment: Moment, coaching: Coaching) -> Move:
    """Less of it. In the middle of a set, what was counted already counts."""
    exercise = moment.inference.knowledge.exercises[coaching.exercise]
    smaller = exercise.after_sore(coaching.dose)
    if smaller == coaching.dose:
        return steps.again(moment.inference, moment.state, told.AtTheEdge("fewer"))
    words = told.Eased(exercise.id, smaller, sore=False)
    counted = last_of_part(exercise, coaching)
    fewer = coaching.dosed(smaller)
    if coaching.step is not Step.SET or coaching.paused:
        return steps.again(moment.inference, replace(moment.state, coaching=fewer), words)
    if counted < smaller.reps:
        move = steps.count(moment.inference, moment.state, replace(fewer, done=counted))
    else:
        move = steps.at(moment.state, fewer.at(Step.CHECK), AskPain())
    return move.saying_first(words)


def _easy(moment: Moment, coaching: Coaching) -> Move:
    """More of it from the next set on. The pain check stays."""
    exercise = moment.inference.knowledge.exercises[coaching.exercise]
    more = exercise.after_easy(coaching.dose)
    if coaching.eased or more == coaching.dose:
        return steps.again(moment.inference, moment.state, told.AtTheEdge("more"))
    raised = replace(moment.state, coaching=coaching.dosed(more))
    if coaching.step is Step.SET:  # the set that is half counted keeps its number
        return steps.again(moment.inference, moment.state, told.AtTheEdge("later"))
    return steps.again(moment.inference, raised, told.Raised(exercise.id, more))


def _hurts(moment: Moment, coaching: Coaching) -> Move:
    return steps.at(moment.state, replace(coaching, paused=False), AskPain(), told.HoldStill())


def _skip(moment: Moment, coaching: Coaching) -> Move:
    if isinstance(moment.before.pending, OfferExercise):
        return steps.leave_out(moment.inference, moment.state, _passed_over(moment.before.pending, coaching))
    return steps.leave_out(moment.inference, moment.state, coaching).saying_first(told.Skipped())


def _passed_over(offer: OfferExercise, coaching: Coaching) -> Coaching:
    return replace(coaching, set_up=(*coaching.set_up, offer.exercise))


def _back(moment: Moment, coaching: Coaching) -> Move:
    """The set before, or the other side before, or the exercise before."""
    inference, state = moment.inference, moment.state
    every = sides(inference.knowledge.exercises[coaching.exercise], state.evidence.facts)
    if coaching.step in _COUNTED or coaching.step is Step.DONE:
        return steps.get_ready(inference, state, replace(coaching, done=0))
    if coaching.side > 0:
        return steps.get_ready(inference, state, replace(coaching, side=coaching.side - 1, done=0))
    if coaching.set > 1:
        before = replace(coaching, set=coaching.set - 1, side=len(every) - 1, done=0)
        return steps.get_ready(inference, state, before)
    place = coaching.set_up.index(coaching.exercise) if coaching.exercise in coaching.set_up else len(coaching.set_up)
    if place == 0:
        return steps.again(inference, state, replies.AtTheStart())
    earlier = inference.knowledge.exercises[coaching.set_up[place - 1]]
    return steps.set_up(inference, state, following(coaching, earlier, (coaching.exercise, *coaching.ahead)))


def _progress(moment: Moment, coaching: Coaching) -> Move:
    return steps.again(
        moment.inference,
        moment.state,
        told.SetsLeft(coaching.set, coaching.sets, len(coaching.ahead) if coaching.plan else None),
    )


def _switch(moment: Moment, coaching: Coaching) -> Move:
    """Another exercise in this one's place: its alternative, or the next that is worth doing."""
    inference, state = moment.inference, moment.state
    exercise = inference.knowledge.exercises[coaching.exercise]
    near = (*coaching_gates.instead_of(exercise), *coaching.ahead, steps.next_exercise(inference, state, coaching))
    free = (each for each in near if each and each not in coaching.set_up)
    other = next((each for each in free if steps.possible(inference, state, coaching, each)), None)
    if other is None:
        return steps.again(inference, state, told.AtTheEdge("other"))
    return steps.begin_another(inference, state, coaching, other).saying_first(told.Instead())


def _coach(moment: Moment, coaching: Coaching) -> Move:
    """Another exercise or session by name, whose gates have been passed with this one's; without a name, a change."""
    assert isinstance(moment.act, acts.Ask)
    inference, wanted = moment.inference, moment.act.topic
    if wanted not in inference.knowledge.exercises and wanted not in inference.knowledge.plans:
        return _switch(moment, coaching)
    state = replace(moment.state, wanted=wanted)
    if why := coaching_gates.refusal(inference, state):
        return steps.again(inference, moment.state, told.NotCoached(why))
    return steps.begin(inference, state)


def _care(moment: Moment, coaching: Coaching) -> Move:
    """Whoever asks for the steps of care leaves the exercise for them, once danger and cause are known."""
    cause = steps.known_cause(moment.inference, moment.state)
    if cause is None:
        return steps.again(moment.inference, moment.state, replies.NotYet())
    return care.first_step(moment.inference, moment.state, cause)


_ANSWERS: Mapping[acts.Request, Callable[[Moment, Coaching], Move]] = {
    _R.NEXT: _next,
    _R.PAUSE: pause,
    _R.RESUME: lambda moment, coaching: resume(moment, coaching) if coaching.paused else _next(moment, coaching),
    _R.REPEAT: _repeat,
    _R.EXPLAIN: _explain,
    _R.SLOWER: _slower,
    _R.FASTER: _faster,
    _R.FEWER: _fewer,
    _R.EASY: _easy,
    _R.HURTS: _hurts,
    _R.VENT: _hurts,  # whoever cries out in the middle of an exercise is asked for pain first
    _R.SKIP: _skip,
    _R.BACK: _back,
    _R.PROGRESS: _progress,
    _R.SWITCH: _switch,
    _R.CARE: _care,
    _R.COACH: _coach,
}
