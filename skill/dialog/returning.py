"""The way back to the pending question, after telling something in between."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions.triage import assess
from skill.dialog import asks, coaching_steps, contents, gathering, policy
from skill.dialog.moves import Moment, Move
from skill.dialog.state import Phase

ADVISING = (Phase.RESULT, Phase.CARE)
# Where the result may be behind us; who comes straight to an exercise had none.
TOLD = (*ADVISING, Phase.COACHING)


def result_told(moment: Moment) -> bool:
    """Whether there was a result, so that it can be accounted for; whoever came straight to an exercise had none."""
    if moment.before.phase is Phase.COACHING:
        return coaching_steps.known_cause(moment.inference, moment.state) is not None
    return moment.before.phase in ADVISING


def back(moment: Moment, *told: contents.ContentAct) -> Move:
    """Tell something and ask the pending question again, in other words; or what follows from news told beside it."""
    if moment.has_news():
        return _with_news(moment, *told)
    pending = moment.before.pending
    ask = policy.again(pending) if pending is not None else asks.AskComplaint()
    return Move(moment.before.phase, moment.state, told, ask)


def reconsider(moment: Moment) -> Move:
    """Infer again, and say so when another cause comes first or it has become more urgent."""
    heard = contents.Acknowledge(moment.learned(), facts=moment.new_facts())
    move = gathering.proceed(moment.inference, replace(moment.state, focus=None, care_step=0))
    if result_changed(moment):
        # The news is the reason; to list all reasons once more would be longer than one listens.
        told = (replace(each, reasons=()) if isinstance(each, contents.Result) else each for each in move.contents)
        heard = replace(heard, findings=heard.findings[:1])
        return replace(move, contents=(heard, contents.Changed(), *told))
    if isinstance(move.ask, asks.OfferCare):
        pending = moment.before.pending
        ask = policy.again(pending) if pending is not None else move.ask
        return Move(moment.before.phase, moment.state, (heard, contents.Unchanged()), ask)
    return move.saying_first(heard)


def result_changed(moment: Moment) -> bool:
    """Whether what was just said put another cause first, or moved how soon to be seen."""
    before = assess(moment.inference, moment.before.evidence, moment.before.floor)
    now = assess(moment.inference, moment.state.evidence, moment.state.floor)
    tops = [each.differential.top if each.differential else None for each in (before, now)]
    return tops[0] != tops[1] or now.level != before.level


def _with_news(moment: Moment, *told: contents.ContentAct) -> Move:
    """What was told beside a request counts like anything told: it may answer the question, or change the result."""
    if moment.before.phase in ADVISING:
        return reconsider(moment).saying_first(*told)
    heard = contents.Acknowledge(moment.learned(), facts=moment.new_facts())
    return gathering.proceed(moment.inference, moment.state).saying_first(heard, *told)
