"""Timers for icing and rests: offered where a care step takes a while, and on request; each with a yes of its own.

The offer comes between the conversation and its pending question, which waits in `interrupted` and is asked again
afterwards.
"""

from __future__ import annotations

from dataclasses import replace

from skill.conditions.inference import Inference
from skill.dialog import acts, asks, contents, gathering, policy, replies
from skill.dialog.effects import SetTimer
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import MOST_ATTEMPTS
from skill.dialog.returning import ADVISING
from skill.dialog.state import Phase

# Alexa's own limit (alexa-platform.md, section 6.3).
LONGEST_SECONDS = 2 * 60 * 60
# For whoever asks for a timer without saying how long: as long as one ices. They hear it, and can say another length.
USUAL_SECONDS = 15 * 60


def offer(moment: Moment, topic: str | None) -> Move:
    """Someone wants a timer: say how long it would run, and ask for a yes."""
    pending, act = moment.before.pending, moment.act
    attempt, interrupted, seconds = 0, pending, USUAL_SECONDS
    if isinstance(pending, asks.OfferTimer):
        attempt, interrupted, seconds = pending.attempt + 1, moment.before.interrupted, pending.seconds
    if isinstance(act, acts.AskTimer) and act.seconds:
        seconds = min(act.seconds, LONGEST_SECONDS)
    state = replace(moment.state, interrupted=interrupted)
    return Move(moment.before.phase, state, (), asks.OfferTimer(attempt, seconds))


def offered_with_step(inference: Inference, move: Move) -> Move:
    """The move, with a timer offered where it tells a care step that takes a while."""
    told = move.contents[-1] if move.contents else None
    timer = inference.knowledge.care[told.step].timer if isinstance(told, contents.Care) else None
    if timer is None or isinstance(move.ask, asks.OfferTimer):
        return move
    state = replace(move.state, interrupted=move.ask)
    return replace(move, state=state, ask=asks.OfferTimer(seconds=timer.minutes * 60))


def answered(moment: Moment) -> Move | None:
    """A yes or no to the timer that was offered; None where something else was said."""
    pending, act = moment.before.pending, moment.act
    if not isinstance(pending, asks.OfferTimer) or _takes_precedence(moment):
        return None
    if isinstance(act, acts.Affirm):
        # What was told beside the yes may have settled the question that waits.
        state = replace(moment.state, interrupted=None) if moment.has_news() else moment.state
        return Move(moment.before.phase, state, (), pending, SetTimer(pending.seconds))
    if isinstance(act, acts.Unclear) and moment.before.repairs % MOST_ATTEMPTS + 1 == MOST_ATTEMPTS:
        return _resumed(moment, contents.MoveOn())
    if isinstance(act, acts.Deny | acts.Unsure) or _skips(moment):
        return _resumed(moment, contents.Acknowledge(moment.learned()))
    return None


def after(moment: Moment) -> Move:
    """The timer was set, or not: say so, and go on where we were."""
    assert isinstance(moment.act, acts.TimerOutcome)
    return _resumed(moment, replies.TimerTold(moment.act.result, moment.act.seconds))


def _skips(moment: Moment) -> bool:
    """Whether the offer is to be skipped. Among care steps that means the next step, as it does everywhere there."""
    act = moment.act
    return isinstance(act, acts.Ask) and act.request is acts.Request.SKIP and moment.before.phase is not Phase.CARE


def _takes_precedence(moment: Moment) -> bool:
    """Whether something told beside the answer may change the result or stop an exercise: that counts more."""
    return moment.before.phase in (*ADVISING, Phase.COACHING) and moment.has_news()


def _resumed(moment: Moment, *told: contents.ContentAct) -> Move:
    """Back to the question that the timer came before; where news may have settled it, to whatever is next."""
    before = moment.before
    waiting = before.interrupted if isinstance(before.pending, asks.OfferTimer) else before.pending
    if before.phase in (Phase.SAFETY, Phase.INTERVIEW) and (waiting is None or moment.has_news()):
        return gathering.proceed(moment.inference, replace(moment.state, pending=waiting)).saying_first(*told)
    return Move(before.phase, moment.state, told, policy.again(waiting) if waiting else asks.AskComplaint())
