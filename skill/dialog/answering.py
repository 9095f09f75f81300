"""The steps that answer what the user asks of us or offers back, and then return to the pending question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.conditions import explain
from skill.conditions.triage import assess
from skill.dialog import acts, asks, care, contents, gathering, policy
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import give_up
from skill.dialog.state import Phase


def answer(moment: Moment) -> Move:
    """Answer a request, in any phase, and ask the pending question again in other words."""
    assert isinstance(moment.act, acts.Ask)
    return _ANSWERS[moment.act.request](moment, moment.act.topic)


def react(moment: Moment) -> Move:
    """After the result: a yes or no to what was offered, or something more that may change the result."""
    pending, act = moment.before.pending, moment.act
    if isinstance(pending, asks.AskBehindToo) and isinstance(act, acts.Affirm):
        evidence = moment.state.evidence.without(*policy.OUTSIDE)
        return gathering.proceed(moment.inference, replace(moment.state, evidence=evidence))
    if moment.learned() or _facts_changed(moment):
        return _reconsider(moment)
    if isinstance(act, acts.Affirm):
        return _accept(moment)
    if isinstance(act, acts.Deny):
        return care.close(moment)
    return _back(moment, contents.Repair(1))


def _accept(moment: Moment) -> Move:
    """The next care step; where no cause was named, what was said instead of one."""
    focus = moment.state.focus or care.likely_cause(moment.inference, moment.state)
    if focus is None or _told_no_cause(moment):
        return gathering.conclude(moment.inference, moment.state)
    return care.next_step(moment.inference, moment.state, focus)


def _told_no_cause(moment: Moment) -> bool:
    return isinstance(moment.before.pending, asks.AskBehindToo | asks.OfferRepeat)


def _reconsider(moment: Moment) -> Move:
    """Infer again, and say so when another cause comes first or it has become more urgent."""
    before = assess(moment.inference, moment.before.evidence, moment.before.floor)
    now = assess(moment.inference, moment.state.evidence, moment.state.floor)
    state = replace(moment.state, focus=None, care_step=0)
    tops = [each.differential.top if each.differential else None for each in (before, now)]
    heard = contents.Acknowledge(moment.learned())
    move = gathering.proceed(moment.inference, state)
    if tops[0] != tops[1] or now.level != before.level:
        return move.saying_first(heard, contents.Changed())
    if isinstance(move.ask, asks.OfferCare):
        return replace(_back(moment, heard, contents.Unchanged()), state=moment.state)
    return move.saying_first(heard)


def _facts_changed(moment: Moment) -> bool:
    return moment.state.evidence.facts != moment.before.evidence.facts


def _back(moment: Moment, *told: contents.ContentAct) -> Move:
    """Tell something, and return to the pending question."""
    pending = moment.before.pending
    ask = policy.again(pending) if pending is not None else asks.AskComplaint()
    return Move(moment.before.phase, moment.state, told, ask)


def _help(moment: Moment, topic: str | None) -> Move:
    return _back(moment, contents.Help(moment.before.phase.value))


def _repeat(moment: Moment, topic: str | None) -> Move:
    """The last content again: it can be made anew from what is known."""
    state = moment.state
    if moment.before.phase is Phase.CARE and state.focus:
        again = care.next_step(moment.inference, replace(state, care_step=max(0, state.care_step - 1)), state.focus)
        return replace(again, ask=policy.again(again.ask) if again.ask else None)
    if moment.before.phase is Phase.RESULT:
        told = gathering.conclude(moment.inference, replace(state, focus=None))
        return _back(moment, *told.contents)
    return _back(moment)


def _explain(moment: Moment, topic: str | None) -> Move:
    explained = gathering.explained(moment.before.pending)
    return _back(moment, *explained) if explained else _help(moment, topic)


def _about(moment: Moment, topic: str | None) -> Move:
    """What a condition is; without a name, the likely one when there is a result."""
    advising = moment.before.phase in (Phase.RESULT, Phase.CARE)
    condition = topic or (care.likely_cause(moment.inference, moment.state) if advising else None)
    if condition is None:
        return _repeat(moment, topic) if advising else _help(moment, topic)
    return _back(moment, contents.About(condition))


def _care(moment: Moment, topic: str | None) -> Move:
    """Treatment: told once danger has been asked for; until then, danger first."""
    if moment.before.phase in (Phase.RESULT, Phase.CARE):
        condition = topic or moment.state.focus or care.likely_cause(moment.inference, moment.state)
        if condition is None or _told_no_cause(moment):
            return gathering.conclude(moment.inference, moment.state)
        return care.first_step(moment.inference, moment.state, condition)
    state = replace(moment.state, focus=topic or moment.state.focus)
    return gathering.proceed(moment.inference, state).saying_first(contents.SafetyFirst())


def _why(moment: Moment, topic: str | None) -> Move:
    """What speaks for the cause and what against, once there is one; before, what the question is for."""
    if moment.before.phase not in (Phase.RESULT, Phase.CARE):
        return _explain(moment, topic)
    differential = assess(moment.inference, moment.state.evidence, moment.state.floor).differential
    cause = topic or care.likely_cause(moment.inference, moment.state)
    if differential is None or cause is None:
        return _repeat(moment, topic)
    reasons = explain.reasons(moment.inference, differential, cause)
    pro = tuple((each.finding, each.presence) for each in reasons if each.log_ratio > 0)
    con = tuple((each.finding, each.presence) for each in reasons if each.log_ratio < 0)
    return _back(moment, contents.Reasons(cause, pro[: gathering.MOST_REASONS], con[: gathering.MOST_REASONS]))


def _next(moment: Moment, topic: str | None) -> Move:
    if moment.before.phase in (Phase.RESULT, Phase.CARE):
        return _accept(moment)
    return _skip(moment, topic)


def _skip(moment: Moment, topic: str | None) -> Move:
    """Leave the pending question unanswered: not known, never absent."""
    if not isinstance(moment.before.pending, asks.AskFlags | asks.AskQuestion):
        return _next(moment, topic) if moment.before.phase in (Phase.RESULT, Phase.CARE) else _help(moment, topic)
    skipped = replace(moment, act=acts.Unsure(), state=give_up(moment.inference.knowledge, moment.state))
    return gathering.advance(skipped)


def _thanks(moment: Moment, topic: str | None) -> Move:
    return _back(moment, contents.YouAreWelcome())


_ANSWERS: Mapping[acts.Request, Callable[[Moment, str | None], Move]] = {
    acts.Request.HELP: _help,
    acts.Request.REPEAT: _repeat,
    acts.Request.EXPLAIN: _explain,
    acts.Request.ABOUT: _about,
    acts.Request.CARE: _care,
    acts.Request.WHY: _why,
    acts.Request.NEXT: _next,
    acts.Request.SKIP: _skip,
    acts.Request.THANKS: _thanks,
}
