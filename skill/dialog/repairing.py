"""What was not understood: asked in other words, then with examples, then left. Each question starts anew."""

from __future__ import annotations

from skill.conditions.model import AnswerKind
from skill.dialog import acts, asks, care, contents, gathering, policy, replies
from skill.dialog.coaching_asks import AskGates
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import MOST_ATTEMPTS, give_up
from skill.dialog.returning import back
from skill.dialog.state import Phase

# Who was not understood this often in a row is let go with the safety line rather than questioned on.
MOST_REPAIRS = 8


def repair(moment: Moment) -> Move:
    """Rephrase, then give examples, then move on; let go safely where nothing gets through."""
    state, pending = moment.state, moment.before.pending
    attempt = moment.before.repairs % MOST_ATTEMPTS + 1
    if moment.before.repairs + 1 >= MOST_REPAIRS:
        return care.close(moment)
    if isinstance(moment.act, acts.Unclear) and moment.act.correction:
        return back(moment, replies.WhatToChange())
    if pending is None:
        return Move(Phase.WELCOME, state, (contents.Repair(attempt),), asks.AskComplaint())
    if attempt < MOST_ATTEMPTS:
        told = (contents.Repair(attempt), *_examples(moment, pending)) if attempt > 1 else (contents.Repair(attempt),)
        return Move(state.phase, state, told, policy.again(pending))
    if isinstance(pending, asks.AskFlags) and len(pending.flags) > 1:
        return Move(Phase.SAFETY, state, (contents.Repair(attempt),), policy.split(pending))
    if isinstance(pending, asks.AskFlags | asks.AskQuestion | asks.AskComplaint | asks.ConfirmMistake | AskGates):
        given_up = give_up(moment.inference.knowledge, state)
        return gathering.proceed(moment.inference, given_up).saying_first(contents.MoveOn())
    return care.close(moment)


def _examples(moment: Moment, pending: asks.InitiativeAct) -> tuple[contents.ContentAct, ...]:
    """How the pending question may be answered."""
    if isinstance(pending, asks.AskComplaint):
        return (replies.Examples(),)
    if not isinstance(pending, asks.AskQuestion):
        return (replies.Examples(yes_or_no=True),)
    kind = moment.inference.knowledge.questions[pending.question].kind
    return (replies.Examples(pending.question, yes_or_no=kind is AnswerKind.YES_NO),)
