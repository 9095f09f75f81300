"""What an utterance adds to what is known: the answer to the pending question, and all that was said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind, Question, RedFlag, TriageLevel
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
    affirmed: tuple[str, ...] = ()
    if reply is Presence.PRESENT or (reply is None and _names_gate(knowledge, state.pending, act.evidence)):
        affirmed = _affirmed(knowledge, state.pending, act.evidence)
    elif reply is None:
        named = _named(knowledge, state.pending, act.evidence)
        affirmed = tuple(flag.id for flag in named if red_flags.told_in_full(knowledge, flag, evidence))
    if affirmed:
        levels = (knowledge.red_flags[flag].level for flag in affirmed)
        state = replace(state, floor=max(state.floor, *levels), affirmed=(*state.affirmed, *affirmed))
    answered = _answered(knowledge, replace(state, evidence=evidence), reply, affirmed)
    return replace(state, evidence=evidence, asked=tuple(dict.fromkeys((*state.asked, *answered))))


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


def _affirmed(knowledge: KnowledgeBase, pending: asks.InitiativeAct | None, said: Evidence) -> tuple[str, ...]:
    """The danger signs that a yes to the question may mean: those named beside it, or else any that was asked for.

    Whatever bars an exercise is seen the same day: there a yes means every sign that asks for that.
    """
    if isinstance(pending, asks.AskFlags):
        return tuple(flag.id for flag in _named(knowledge, pending, said)) or pending.flags
    if not isinstance(pending, AskGates):
        return ()
    every = (flag for gate in pending.gates for flag in knowledge.gates[gate].asks)
    return tuple(flag for flag in every if knowledge.red_flags[flag].level is TriageLevel.SAME_DAY)


def _named(knowledge: KnowledgeBase, pending: asks.InitiativeAct | None, said: Evidence) -> tuple[RedFlag, ...]:
    """The danger signs of the pending question of which something was told in so many words."""
    flags = (knowledge.red_flags[flag] for flag in (pending.flags if isinstance(pending, asks.AskFlags) else ()))
    return tuple(flag for flag in flags if any(map(said.present, flag.asks)))


def _names_gate(knowledge: KnowledgeBase, pending: asks.InitiativeAct | None, said: Evidence) -> bool:
    """Whether something that bars the exercise in question was told in so many words."""
    gates = (knowledge.gates[gate] for gate in (pending.gates if isinstance(pending, AskGates) else ()))
    return any(said.present(finding) for gate in gates for finding in gate.bars.findings())


def _answered(
    knowledge: KnowledgeBase, state: ConversationState, reply: Presence | None, affirmed: tuple[str, ...]
) -> tuple[str, ...]:
    """The ids of what was asked and need not be asked again. A yes that names some leaves the others open."""
    pending = state.pending
    if isinstance(pending, asks.AskFlags):
        if reply is Presence.UNKNOWN and len(pending.flags) > 1:
            return ()
        if reply is not None:
            return affirmed or pending.flags
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
