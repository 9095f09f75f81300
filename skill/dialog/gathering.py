"""The steps from the first word to the result: open, hear, ask, and say what the pattern fits."""

from __future__ import annotations

from skill.conditions import explain, red_flags
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.conditions.triage import Assessment, assess, severity_of
from skill.dialog import acts, asks, care, contents, policy, urgency
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import MOST_ATTEMPTS, give_up
from skill.dialog.state import ConversationState, Phase

MOST_REASONS = 3
# Who was not understood this often in a row is let go with the safety line rather than questioned on.
MOST_REPAIRS = 8


def open_conversation(moment: Moment) -> Move:
    """Welcome, whatever went before."""
    return Move(Phase.WELCOME, ConversationState(), (contents.Welcome(),), asks.AskComplaint())


def start_over(moment: Moment) -> Move:
    """Forget all but that the disclaimer was heard."""
    fresh = ConversationState(disclosed=moment.before.disclosed)
    return Move(Phase.WELCOME, fresh, (contents.StartedOver(),), asks.AskComplaint())


def advance(moment: Moment) -> Move:
    """Say back what was understood, and ask the next thing or give the result."""
    pending = moment.before.pending
    unsure_of_several = isinstance(moment.act, acts.Unsure) and isinstance(pending, asks.AskFlags)
    if unsure_of_several and isinstance(pending, asks.AskFlags) and len(pending.flags) > 1:
        return Move(Phase.SAFETY, moment.state, (contents.Acknowledge(unsure=True),), policy.split(pending))
    move = proceed(moment.inference, moment.state)
    learned = moment.learned()
    if (
        isinstance(moment.act, acts.Affirm)
        and not learned
        and isinstance(move.ask, asks.AskQuestion)
        and move.ask.attempt
    ):
        return move.saying_first(contents.ChooseOne(number=move.ask.question == policy.AGE))
    if learned or pending is not None:
        move = move.saying_first(contents.Acknowledge(learned, unsure=isinstance(moment.act, acts.Unsure)))
    if pending is None and moment.state.evidence.facts.sport:
        # The first words of a one-shot about a sport may come from someone still running.
        move = move.saying_first(contents.EaseToStop())
    return move


def proceed(inference: Inference, state: ConversationState) -> Move:
    """The next question, or what there is to say when none is left."""
    ask = policy.next_ask(inference, state)
    if isinstance(ask, asks.AskFlags):
        return Move(Phase.SAFETY, state, (), ask)
    if ask is not None:
        return Move(Phase.INTERVIEW, state, (), ask)
    return conclude(inference, state)


def conclude(inference: Inference, state: ConversationState) -> Move:
    """The result; or why there is none; or the care that was asked for."""
    assessment = assess(inference, state.evidence, state.floor)
    if assessment.level >= TriageLevel.SAME_DAY:
        return urgency.urge(inference, state, assessment.level)
    if policy.outside_the_guide(inference, state):
        # What the guide does not know is no reason for a doctor: only a danger sign is.
        level = max(state.floor, red_flags.floor(inference.knowledge, state.evidence))
        return Move(Phase.RESULT, state, (contents.NoCause("outside", level),), asks.AskBehindToo())
    if assessment.differential is None:
        return Move(Phase.RESULT, state, (contents.NoCause("child", assessment.level),), asks.OfferRepeat())
    if state.focus:
        return care.first_step(inference, state, state.focus)
    if assessment.likely is None:
        return Move(Phase.RESULT, state, (contents.NoCause("unclear", assessment.level),), asks.OfferRepeat())
    return Move(Phase.RESULT, state, (_result(inference, state, assessment),), asks.OfferCare())


def _result(inference: Inference, state: ConversationState, assessment: Assessment) -> contents.Result:
    """The causes to name, how soon to be seen, and the findings that speak most for the first cause."""
    differential, likely = assessment.differential, assessment.likely
    assert differential is not None
    assert likely is not None
    known = inference.knowledge.conditions
    severity = severity_of(inference.knowledge, known[likely], state.evidence)
    reasons = explain.reasons_for(inference, differential, likely)[:MOST_REASONS]
    return contents.Result(
        causes=tuple(name for name in differential.named() if not known[name].is_rest),
        level=assessment.level,
        reasons=tuple((reason.finding, reason.presence) for reason in reasons),
        severity=severity.id if severity else None,
        flags=tuple(flag.id for flag in assessment.flags),
    )


def repair(moment: Moment) -> Move:
    """Not understood: rephrase, then explain with examples, then move on, or close safely where nothing is known."""
    state, pending = moment.state, moment.before.pending
    attempt = moment.before.repairs + 1
    if pending is None:
        return Move(Phase.WELCOME, state, (contents.Repair(attempt),), asks.AskComplaint(attempt))
    if attempt < MOST_ATTEMPTS:
        told = (contents.Repair(attempt), *explained(pending)) if attempt > 1 else (contents.Repair(attempt),)
        return Move(state.phase, state, told, policy.again(pending))
    if isinstance(pending, asks.AskFlags) and len(pending.flags) > 1:
        return Move(Phase.SAFETY, state, (contents.Repair(attempt),), policy.split(pending))
    if isinstance(pending, asks.AskFlags | asks.AskQuestion | asks.AskComplaint) and attempt < MOST_REPAIRS:
        return proceed(moment.inference, give_up(moment.inference.knowledge, state)).saying_first(contents.MoveOn())
    return care.close(moment)


def explained(pending: asks.InitiativeAct | None) -> tuple[contents.ContentAct, ...]:
    """What the pending question means, where it has a meaning to explain."""
    if isinstance(pending, asks.AskFlags):
        return (contents.Explain(pending.flags),)
    return (contents.Explain((pending.question,)),) if isinstance(pending, asks.AskQuestion) else ()
