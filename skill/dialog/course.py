"""Answers to requests about the conversation itself: where we are, how fast, back, forth and once more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.conditions.question_selection import MOST_QUESTIONS
from skill.conditions.red_flags import LARGEST_BUNDLE
from skill.conditions.triage import care_for
from skill.dialog import acts, asks, care, contents, gathering, policy, replies
from skill.dialog.moves import Moment, Move
from skill.dialog.recording import give_up
from skill.dialog.returning import ADVISING, back
from skill.dialog.state import ConversationState, Phase

# How a request changes the way we speak from now on.
PACES: Mapping[acts.Request, Callable[[ConversationState], ConversationState]] = {
    acts.Request.SLOWER: lambda state: replace(state, slow=True),
    acts.Request.FASTER: lambda state: replace(state, slow=False),
    acts.Request.BRIEF: lambda state: replace(state, brief=True),
}


def help_here(moment: Moment, topic: str | None) -> Move:
    """What one can do at this point."""
    return back(moment, contents.Help(moment.before.phase.value))


def repeat(moment: Moment, topic: str | None) -> Move:
    """The last content again: it can be made anew from what is known."""
    state = moment.state
    if moment.before.phase is Phase.CARE and state.focus:
        again = care.next_step(moment.inference, replace(state, care_step=max(0, state.care_step - 1)), state.focus)
        return replace(again, ask=policy.again(moment.before.pending) if moment.before.pending else again.ask)
    if moment.before.phase is Phase.RESULT:
        told = gathering.conclude(moment.inference, replace(state, focus=None))
        return back(moment, *told.contents)
    return back(moment)


def explain(moment: Moment, topic: str | None) -> Move:
    """What the pending question means."""
    explained = gathering.explained(moment.before.pending)
    return back(moment, *explained) if explained else help_here(moment, topic)


def go_on(moment: Moment, topic: str | None) -> Move:
    """The next thing: the next care step, or the next question."""
    return gathering.accept(moment) if moment.before.phase in ADVISING else skip(moment, topic)


def resume(moment: Moment, topic: str | None) -> Move:
    """On with what was offered; before that nothing was broken off but the question, which is asked again."""
    return gathering.accept(moment) if moment.before.phase in ADVISING else back(moment)


def skip(moment: Moment, topic: str | None) -> Move:
    """Leave the pending question unanswered: not known, never absent."""
    if not isinstance(moment.before.pending, asks.AskFlags | asks.AskQuestion):
        return gathering.accept(moment) if moment.before.phase in ADVISING else help_here(moment, topic)
    skipped = give_up(moment.inference.knowledge, moment.state)
    told = (contents.Acknowledge(moment.learned()), contents.MoveOn()) if moment.learned() else (contents.MoveOn(),)
    if isinstance(moment.before.pending, asks.AskFlags) and len(moment.before.pending.flags) > 1:
        return Move(Phase.SAFETY, skipped, told[:-1], policy.split(moment.before.pending))
    return gathering.proceed(moment.inference, skipped).saying_first(*told)


def go_back(moment: Moment, topic: str | None) -> Move:
    """The question before, or the care step before. What it was answered counts until it is answered anew."""
    state = moment.state
    if moment.before.phase is Phase.CARE and state.focus and state.care_step > 1:
        return care.next_step(moment.inference, replace(state, care_step=state.care_step - 2), state.focus)
    ask = _last_asked(moment)
    if ask is None:
        return back(moment, replies.AtTheStart())
    kept = tuple(name for name in state.asked if name not in _ids(ask))
    phase = Phase.SAFETY if isinstance(ask, asks.AskFlags) else Phase.INTERVIEW
    return Move(phase, replace(state, asked=kept), (), ask)


def wait(moment: Moment, topic: str | None) -> Move:
    """Some time, then the question again."""
    return back(moment, replies.Pause())


def progress(moment: Moment, topic: str | None) -> Move:
    """How many questions or steps are left at most."""
    state, knowledge = moment.state, moment.inference.knowledge
    if moment.before.phase in ADVISING:
        focus = state.focus or care.likely_cause(moment.inference, state)
        steps = len(care_for(knowledge, knowledge.conditions[focus], state.evidence)) if focus else 0
        told = state.care_step if moment.before.phase is Phase.CARE else 0
        return back(moment, replies.Progress(steps - told, "steps"))
    put = sum(name in knowledge.questions and name != policy.AGE for name in state.asked)
    age = state.evidence.facts.age is None and policy.AGE not in state.asked
    return back(moment, replies.Progress(MOST_QUESTIONS - put + age))


def recap(moment: Moment, topic: str | None) -> Move:
    """What was told so far."""
    return back(moment, replies.Recap(moment.state.evidence.known(), moment.state.evidence.facts))


def thanks(moment: Moment, topic: str | None) -> Move:
    """Answer thanks."""
    return back(moment, contents.YouAreWelcome())


def vent(moment: Moment, topic: str | None) -> Move:
    """Answer swearing, fear or misery with warmth."""
    return back(moment, replies.Sympathy())


def hurts(moment: Moment, topic: str | None) -> Move:
    """That it hurts, and no more: enough of an answer to an open question, since danger is asked for next anyway."""
    if moment.before.pending is None or isinstance(moment.before.pending, asks.AskComplaint):
        return gathering.proceed(moment.inference, moment.state)
    return vent(moment, topic)


def _last_asked(moment: Moment) -> asks.InitiativeAct | None:
    """The last question that was answered, or the danger signs that were asked for together."""
    asked, knowledge = moment.state.asked, moment.inference.knowledge
    if not asked:
        return None
    if asked[-1] in knowledge.questions:
        return asks.AskQuestion(attempt=1, question=asked[-1])
    level = knowledge.red_flags[asked[-1]].level
    flags: list[str] = []
    for name in reversed(asked[-LARGEST_BUNDLE:]):
        if name not in knowledge.red_flags or knowledge.red_flags[name].level is not level:
            break
        flags.insert(0, name)
    return asks.AskFlags(attempt=1, flags=tuple(flags))


def _ids(ask: asks.InitiativeAct) -> tuple[str, ...]:
    if isinstance(ask, asks.AskFlags):
        return ask.flags
    return (ask.question,) if isinstance(ask, asks.AskQuestion) else ()
