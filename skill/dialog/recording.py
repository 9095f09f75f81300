"""What an utterance adds to what is known: the answer to the pending question, and all that was said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind, Question, TriageLevel
from skill.dialog import acts, asks
from skill.dialog.coaching_asks import AskGates
from skill.dialog.state import ConversationState

# How often one question is put before it counts as not known.
MOST_ATTEMPTS = 3

_REPLIES: Mapping[type[acts.UserAct], Presence] = {
    acts.Affirm: Presence.PRESENT,
    acts.Deny: Presence.ABSENT,
    acts.Unsure: Presence.UNKNOWN,
}


def record(knowledge: KnowledgeBase, state: ConversationState, act: acts.Inform | acts.Ask) -> ConversationState:
    """The state after the act: evidence, what counts as asked, and what a bare yes to danger signs sets.

    What was said in so many words stands above what a bare yes or no implies.
    """
    reply = _REPLIES.get(type(act))
    implied = _implied(knowledge, state, reply, act.evidence)
    evidence = knowledge.record(knowledge.record(state.evidence, implied), act.evidence)
    if reply is Presence.PRESENT and (affirmed := _affirmed(knowledge, state.pending)):
        levels = (knowledge.red_flags[flag].level for flag in affirmed)
        state = replace(state, floor=max(state.floor, *levels), affirmed=(*state.affirmed, *affirmed))
    state = replace(state, evidence=evidence)
    return replace(state, asked=tuple(dict.fromkeys((*state.asked, *_answered(knowledge, state, reply)))))


def give_up(knowledge: KnowledgeBase, state: ConversationState) -> ConversationState:
    """The state when the pending question could not be answered: not known, and not asked again."""
    state = record(knowledge, state, acts.Unsure())
    return replace(state, asked=tuple(dict.fromkeys((*state.asked, *_put(state.pending)))))


def _implied(knowledge: KnowledgeBase, state: ConversationState, reply: Presence | None, said: Evidence) -> Evidence:
    """What the bare reply says of what was asked. A no never takes back what was said before."""
    nothing = Evidence()
    if reply is None:
        return nothing
    pending = state.pending
    if isinstance(pending, asks.AskQuestion):
        question = knowledge.questions[pending.question]
        return nothing.with_findings(reply, *question.findings) if question.kind is AnswerKind.YES_NO else nothing
    if isinstance(pending, AskGates):
        return _of_gates(knowledge, pending, reply)
    if not isinstance(pending, asks.AskFlags):
        return nothing
    several = len(pending.flags) > 1
    if several and reply is not Presence.ABSENT:
        return nothing
    flags = [knowledge.red_flags[flag] for flag in pending.flags]
    if reply is Presence.PRESENT:
        return nothing.with_findings(reply, *red_flags.affirmed(knowledge, flags[0], state.evidence))
    if reply is Presence.ABSENT:
        heard = knowledge.record(state.evidence, said)
        return nothing.with_findings(
            reply, *(each for flag in flags for each in red_flags.denied(knowledge, flag, heard))
        )
    return nothing.with_findings(
        reply, *(finding for flag in flags for finding in flag.asks if finding not in state.evidence)
    )


def _of_gates(knowledge: KnowledgeBase, pending: AskGates, reply: Presence) -> Evidence:
    """What the reply says of the reasons not to exercise. A yes to several does not say which."""
    findings = tuple(name for gate in pending.gates for name in knowledge.gates[gate].bars.findings())
    known = reply is not Presence.PRESENT or len(findings) == 1
    return Evidence().with_findings(reply, *findings) if known else Evidence()


def _affirmed(knowledge: KnowledgeBase, pending: asks.InitiativeAct | None) -> tuple[str, ...]:
    """The danger signs that a bare yes to the question may mean. It says how urgent it is, but not always which."""
    if isinstance(pending, asks.AskFlags):
        return pending.flags
    if not isinstance(pending, AskGates):
        return ()
    every = (flag for gate in pending.gates for flag in knowledge.gates[gate].asks)
    return tuple(flag for flag in every if knowledge.red_flags[flag].level is TriageLevel.SAME_DAY)


def _answered(knowledge: KnowledgeBase, state: ConversationState, reply: Presence | None) -> tuple[str, ...]:
    """The ids of what was asked and need not be asked again."""
    pending = state.pending
    if isinstance(pending, asks.AskFlags):
        if reply is Presence.UNKNOWN and len(pending.flags) > 1:
            return ()
        if reply is not None:
            return pending.flags
        settled = knowledge.settle(state.evidence)
        return tuple(flag for flag in pending.flags if all(each in settled for each in knowledge.red_flags[flag].asks))
    if isinstance(pending, asks.AskQuestion):
        question = knowledge.questions[pending.question]
        done = _settles(knowledge, question, state.evidence) or _closes(question, reply)
        return (question.id,) if done or pending.attempt + 1 >= MOST_ATTEMPTS else ()
    return ()


def _settles(knowledge: KnowledgeBase, question: Question, evidence: Evidence) -> bool:
    if question.fact is not None:
        return question.fact in evidence.facts.known()
    settled = knowledge.settle(evidence)
    return any(finding in settled for finding in question.touches())


def _closes(question: Question, reply: Presence | None) -> bool:
    """Whether a bare reply is an answer: a yes to "inner or outer?" is not, a no or "not sure" is."""
    return reply is not None and (question.kind is AnswerKind.YES_NO or reply is not Presence.PRESENT)


def _put(pending: asks.InitiativeAct | None) -> tuple[str, ...]:
    if isinstance(pending, asks.AskFlags):
        return pending.flags if len(pending.flags) == 1 else ()
    return (pending.question,) if isinstance(pending, asks.AskQuestion) else ()
