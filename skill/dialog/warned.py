"""The steps once something is urgent. Nothing talks a danger sign down but the explicit word that it was a mistake."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions import red_flags
from skill.conditions.evidence import Presence
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, contents, gathering, mistakes, policy, replies, urgency
from skill.dialog.handouts import UrgentHandout
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import MOST_ATTEMPTS
from skill.dialog.state import Phase


def after_urgent(moment: Moment) -> Move:
    """After an urgent instruction nothing is asked but whether to repeat it, or whether it was a mistake."""
    instruction, pending = urgency.instruction(moment.inference, moment.before), moment.before.pending
    if isinstance(pending, asks.ConfirmMistake):
        return _take_back(moment, pending) if isinstance(moment.act, acts.Affirm) else close_urgent(moment)
    if retracted := _retracted(moment):
        # The sign stands until the mistake is confirmed.
        return Move(Phase.URGENT, moment.before, (), retracted)
    if isinstance(pending, asks.OfferRepeat) and isinstance(moment.act, acts.Affirm):
        return _again(moment, instruction)
    if isinstance(moment.act, acts.Affirm | acts.Deny | acts.Unsure):
        return close_urgent(moment)
    return Move(Phase.URGENT, moment.state, (replace(instruction, brief=True),), asks.OfferRepeat())


def repeat_urgent(moment: Moment) -> Move:
    """Whatever was asked: the instruction again, a few times. What is to be sent does not wait to be read."""
    instruction, pending = urgency.instruction(moment.inference, moment.state), moment.before.pending
    if isinstance(moment.act, acts.Ask) and moment.act.request is acts.Request.SEND and pending is not None:
        told = (replace(instruction, brief=True), replies.Sent(UrgentHandout(moment.state.floor)))
        return Move(Phase.URGENT, moment.state, told, policy.again(pending))
    return _again(moment, instruction)


def repair_urgent(moment: Moment) -> Move:
    """Not understood: the pending question again, a few times; nobody leaves without the instruction."""
    pending = moment.before.pending
    attempt = moment.before.repairs + 1
    if pending is None or attempt >= MOST_ATTEMPTS:
        return close_urgent(moment)
    return Move(Phase.URGENT, moment.state, (contents.Repair(attempt),), policy.again(pending))


def close_urgent(moment: Moment) -> Move:
    """Nobody leaves an urgent turn without the instruction once more."""
    reminder = replace(urgency.instruction(moment.inference, moment.before), brief=True)
    return Move(Phase.CLOSED, moment.state, (reminder, contents.Goodbye(moment.before.floor)))


def start_over_urgent(moment: Moment) -> Move:
    """Beginning again forgets the danger sign, so the instruction is said once more."""
    reminder = replace(urgency.instruction(moment.inference, moment.before), brief=True)
    return gathering.start_over(moment).saying_first(reminder)


def _again(moment: Moment, instruction: contents.Urge) -> Move:
    pending = moment.before.pending
    attempt = pending.attempt + 1 if isinstance(pending, asks.OfferRepeat) else 0
    if attempt >= MOST_ATTEMPTS:
        return close_urgent(moment)
    return Move(Phase.URGENT, moment.state, (instruction,), asks.OfferRepeat(attempt))


def _retracted(moment: Moment) -> asks.ConfirmMistake | None:
    """The danger signs that set the level and that the act denies in so many words, or corrects."""
    assert isinstance(moment.act, acts.Inform)
    before = moment.before
    if denied := mistakes.doubted(moment, at_least=before.floor):
        return denied
    named = any(flag.level is before.floor for flag in red_flags.raised(moment.inference.knowledge, before.evidence))
    corrects = moment.act.correction and before.affirmed and not named
    return asks.ConfirmMistake(flags=before.affirmed) if corrects else None


def _take_back(moment: Moment, confirmed: asks.ConfirmMistake) -> Move:
    """The signs are not there. What else was said may still be urgent."""
    knowledge, state = moment.inference.knowledge, moment.before
    meant = [finding for flag in confirmed.flags for finding in knowledge.red_flags[flag].asks]
    evidence = state.evidence.with_findings(Presence.ABSENT, *(confirmed.findings or meant))
    level = red_flags.floor(knowledge, evidence)
    state = replace(state, evidence=evidence, floor=TriageLevel.SELF_CARE, affirmed=())
    if level >= TriageLevel.SAME_DAY:
        return urgency.urge(moment.inference, state, level)
    return gathering.proceed(moment.inference, state).saying_first(contents.TakenBack())
