"""The steps that answer what the user asks of us or offers back, and then return to the pending question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.dialog import (
    account,
    acts,
    asks,
    care,
    coaching_entry,
    contents,
    course,
    gathering,
    policy,
    replies,
    sending,
    telling,
    timers,
)
from skill.dialog.moves import Moment, Move
from skill.dialog.returning import back, reconsider

_R = acts.Request

_ANSWERS: Mapping[acts.Request, Callable[[Moment, str | None], Move]] = {
    _R.HELP: course.help_here,
    _R.REPEAT: course.repeat,
    _R.EXPLAIN: course.explain,
    _R.NEXT: course.go_on,
    _R.SKIP: course.skip,
    _R.BACK: course.go_back,
    _R.WAIT: course.wait,
    _R.SLOWER: course.repeat,
    _R.FASTER: course.repeat,
    _R.BRIEF: course.repeat,
    _R.PROGRESS: course.progress,
    _R.RECAP: course.recap,
    _R.THANKS: course.thanks,
    _R.VENT: course.vent,
    _R.WHY: account.why,
    _R.WHY_NOT: account.why_not,
    _R.OTHERS: account.others,
    _R.HOW_SURE: account.how_sure,
    _R.CHANGE_MIND: account.change_mind,
    _R.SOURCE: account.source,
    _R.SUMMARY: account.summary,
    _R.ABOUT: telling.about,
    _R.CARE: telling.treatment,
    _R.ADVICE: telling.advice,
    _R.SEND: sending.send,
    _R.TIMER: timers.offer,
    _R.COACH: coaching_entry.coach,
    _R.PAUSE: course.wait,
    _R.RESUME: course.resume,
    _R.FEWER: course.help_here,
    _R.EASY: course.help_here,
    _R.SWITCH: course.help_here,
    _R.HURTS: course.hurts,
}
_ONCE_MORE = (_R.REPEAT, *course.PACES)


def answer(moment: Moment) -> Move:
    """Answer a request, in any phase, and ask the pending question again in other words."""
    act = moment.act
    assert isinstance(act, acts.Ask)
    request, topic = act.request, act.topic
    pace = course.PACES.get(request)
    if pace:
        moment = replace(moment, state=pace(moment.state))
    if request in _ONCE_MORE and moment.before.answered:
        # What was answered last is what is wanted once more.
        request, topic = _R(moment.before.answered), moment.before.answered_topic
    move = _ANSWERS[request](moment, topic)
    return move.saying_first(replies.Paced(act.request.value)) if pace else move


def react(moment: Moment) -> Move:
    """After the result: a yes or no to what was offered, or something more that may change the result."""
    pending, act = moment.before.pending, moment.act
    if isinstance(pending, asks.AskBehindToo) and isinstance(act, acts.Affirm):
        evidence = moment.state.evidence.without(*policy.OUTSIDE)
        return gathering.proceed(moment.inference, replace(moment.state, evidence=evidence))
    if moment.has_news():
        return reconsider(moment)
    if isinstance(act, acts.Affirm):
        return gathering.accept(moment)
    if isinstance(act, acts.Deny):
        return care.close(moment)
    return back(moment, contents.Repair(1))
