"""The steps from the first word to the result: open, hear, ask, and say what the pattern fits."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions import explain, red_flags
from skill.conditions.evidence import Facts
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.conditions.triage import Assessment, assess, severity_of
from skill.dialog import acts, asks, care, coaching_gates, coaching_steps, contents, policy, returning, urgency
from skill.dialog.coaching_acts import NotCoached
from skill.dialog.coaching_asks import AskGates
from skill.dialog.moves import Moment, Move
from skill.dialog.state import ConversationState, Phase

MOST_REASONS = 3


def open_conversation(moment: Moment) -> Move:
    """Welcome, whatever went before."""
    return Move(Phase.WELCOME, ConversationState(), (contents.Welcome(),), asks.AskComplaint())


def start_over(moment: Moment) -> Move:
    """Forget all but that the disclaimer was heard."""
    fresh = ConversationState(disclosed=moment.before.disclosed)
    return Move(Phase.WELCOME, fresh, (contents.StartedOver(),), asks.AskComplaint())


def advance(moment: Moment) -> Move:
    """Say back what was understood, and ask the next thing or give the result."""
    act, pending = moment.act, moment.before.pending
    if isinstance(act, acts.Unsure):
        if isinstance(pending, asks.AskFlags) and len(pending.flags) > 1:
            return Move(Phase.SAFETY, moment.state, _heard(moment), policy.split(pending))
        if check := policy.safe_check(moment.inference, moment.before):
            return Move(Phase.INTERVIEW, moment.state, _heard(moment), check)
    move = proceed(moment.inference, moment.state)
    learned = moment.learned()
    put_again = isinstance(move.ask, asks.AskQuestion) and move.ask.attempt > 0
    if isinstance(act, acts.Affirm) and not learned and isinstance(move.ask, asks.AskQuestion) and put_again:
        return move.saying_first(contents.ChooseOne(number=move.ask.question == policy.AGE))
    if _corrects(act) and returning.result_changed(moment):
        move = move.saying_first(contents.Changed())
    if learned or pending is not None:
        move = move.saying_first(*_heard(moment))
    first_words = pending is None and moment.state.evidence.facts.sport
    if first_words or moment.new_facts().moving:
        # The first words of a one-shot about a sport may come from someone still running.
        move = move.saying_first(contents.EaseToStop())
    return move


def _heard(moment: Moment) -> tuple[contents.Acknowledge, ...]:
    """What was understood, said back in a few words."""
    facts = moment.new_facts() if _corrects(moment.act) else Facts()
    return (contents.Acknowledge(moment.learned(), isinstance(moment.act, acts.Unsure), facts),)


def _corrects(act: acts.UserAct) -> bool:
    return isinstance(act, acts.Inform) and act.correction


def proceed(inference: Inference, state: ConversationState) -> Move:
    """The next question, or what there is to say when none is left; in an exercise, its own question again."""
    if state.coaching is not None:
        return coaching_steps.again(inference, state)
    ask = coaching_gates.next_ask(inference, state) if state.wanted else policy.next_ask(inference, state)
    if isinstance(ask, asks.AskFlags | AskGates):
        return Move(Phase.SAFETY, state, (), ask)
    if ask is not None:
        return Move(Phase.INTERVIEW, state, (), ask)
    return conclude(inference, state)


def conclude(inference: Inference, state: ConversationState) -> Move:
    """The result; or why there is none; or the care that was asked for."""
    assessment = assess(inference, state.evidence, state.floor)
    if assessment.level >= TriageLevel.SAME_DAY:
        return urgency.urge(inference, state, assessment.level)
    if state.wanted:
        return _coach(inference, state)
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
    return advise(inference, state, _result(inference, state, assessment))


def advise(inference: Inference, state: ConversationState, *told: contents.ContentAct) -> Move:
    """Tell the result, or something else in its place, and offer what may come next."""
    likely = care.likely_cause(inference, state)
    exercise = coaching_steps.wanted_for(inference.knowledge, likely)
    may = exercise is not None and coaching_gates.may_offer(inference, state, exercise)
    return Move(Phase.RESULT, state, told, asks.OfferCare(exercise=may))


def _coach(inference: Inference, state: ConversationState) -> Move:
    """The exercise that was wanted, now that danger was asked for; or why not, and what follows without it."""
    why = coaching_gates.refusal(inference, state)
    if why is None:
        return coaching_steps.begin(inference, state)
    state = replace(state, wanted=None)
    refused = NotCoached(why)
    move = proceed(inference, state)
    told_already = isinstance(move.ask, asks.OfferCare)
    return advise(inference, state, refused) if told_already else move.saying_first(refused)


def _result(inference: Inference, state: ConversationState, assessment: Assessment) -> contents.Result:
    """The causes to name, how soon to be seen, and the findings that speak most for the first cause."""
    differential, likely = assessment.differential, assessment.likely
    assert differential is not None
    assert likely is not None
    known = inference.knowledge.conditions
    severity = severity_of(inference.knowledge, known[likely], state.evidence)
    reasons = explain.reasons_for(inference, differential, likely)[:MOST_REASONS]
    return contents.Result(
        causes=differential.named(),
        level=assessment.level,
        reasons=tuple((reason.finding, reason.presence) for reason in reasons),
        severity=severity.id if severity else None,
        flags=tuple(flag.id for flag in assessment.flags),
    )


def accept(moment: Moment) -> Move:
    """Yes to what was offered: the next care step; where no cause was named, what was said instead of one."""
    focus = moment.state.focus or care.likely_cause(moment.inference, moment.state)
    if focus is None or told_no_cause(moment):
        return conclude(moment.inference, moment.state)
    return care.next_step(moment.inference, moment.state, focus)


def told_no_cause(moment: Moment) -> bool:
    """Whether the result was that no cause can be named."""
    return isinstance(moment.before.pending, asks.AskBehindToo | asks.OfferRepeat)


def explained(pending: asks.InitiativeAct | None) -> tuple[contents.ContentAct, ...]:
    """What the pending question means, where it has a meaning to explain."""
    if isinstance(pending, asks.AskFlags):
        return (contents.Explain(pending.flags),)
    return (contents.Explain((pending.question,)),) if isinstance(pending, asks.AskQuestion) else ()
