"""Answers from what we know: conditions, terms, exercises, care, and living with it."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions.triage import assess
from skill.dialog import acts, care, contents, course, gathering, replies
from skill.dialog.moves import Moment, Move
from skill.dialog.returning import ADVISING, back, result_told

# The topic that is answered by how soon to be seen, once that is known.
SERIOUS = "is_it_serious"


def about(moment: Moment, topic: str | None) -> Move:
    """What something is; without a name, the likely cause when there is a result."""
    knowledge, advising = moment.inference.knowledge, result_told(moment)
    if topic in knowledge.terms:
        return back(moment, replies.Define(str(topic)))
    if topic in knowledge.exercises:
        return back(moment, replies.AboutExercise(str(topic)))
    if topic in knowledge.topics:
        return advice(moment, topic)
    condition = topic or (care.likely_cause(moment.inference, moment.state) if advising else None)
    if condition is None:
        return course.repeat(moment, topic) if advising else course.help_here(moment, topic)
    return back(moment, contents.About(condition))


def treatment(moment: Moment, topic: str | None) -> Move:
    """Care: told once danger has been asked for; until then, danger first."""
    condition = topic if topic in moment.inference.knowledge.conditions else None
    if moment.before.phase in ADVISING:
        condition = condition or moment.state.focus or care.likely_cause(moment.inference, moment.state)
        if condition is None or gathering.told_no_cause(moment):
            return gathering.conclude(moment.inference, moment.state)
        return care.first_step(moment.inference, moment.state, condition)
    state = replace(moment.state, focus=condition or moment.state.focus)
    return gathering.proceed(moment.inference, state).saying_first(contents.SafetyFirst())


def concerned(moment: Moment) -> str | None:
    """The condition that a question is about: the one named, or else in focus, or the likely one once told."""
    if isinstance(moment.act, acts.Ask) and moment.act.condition:
        return moment.act.condition
    told = moment.before.phase in ADVISING and not gathering.told_no_cause(moment)
    return moment.state.focus or (care.likely_cause(moment.inference, moment.state) if told else None)


def advice(moment: Moment, topic: str | None) -> Move:
    """A question about living with it: for the condition it is about, where there is one, or in general."""
    if topic not in moment.inference.knowledge.topics:
        return course.help_here(moment, topic)
    condition = concerned(moment)
    if topic == SERIOUS and moment.before.phase in ADVISING:
        level = assess(moment.inference, moment.state.evidence, moment.state.floor).level
        return back(moment, replies.Seriousness(level, condition))
    return back(moment, replies.Advice(str(topic), condition))
