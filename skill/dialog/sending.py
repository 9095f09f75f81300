"""The step that hands out general information, to be read later; only ever on request."""

from __future__ import annotations

from skill.dialog import care, gathering, handouts, replies
from skill.dialog.moves import Moment, Move
from skill.dialog.returning import ADVISING, TOLD, back
from skill.dialog.state import Phase


def send(moment: Moment, topic: str | None) -> Move:
    """Hand out what is being talked of: what was named, the exercise under way, or the likely cause once told."""
    handout = _handout(moment, topic)
    if handout is None:
        return back(moment, replies.NothingToSend(yet=moment.before.phase not in ADVISING))
    return back(moment, replies.Sent(handout))


def _handout(moment: Moment, topic: str | None) -> handouts.Handout | None:
    knowledge, state, phase = moment.inference.knowledge, moment.state, moment.before.phase
    coached = state.coaching.exercise if phase is Phase.COACHING and state.coaching else None
    for name in filter(None, (topic, coached, moment.before.answered_topic, _told(moment))):
        if name in knowledge.exercises:
            return handouts.on_exercise(knowledge, name)
        if name in knowledge.conditions:
            return handouts.on_condition(knowledge, name, care=phase in TOLD)
    return None


def _told(moment: Moment) -> str | None:
    """The condition whose care or result was told."""
    if moment.before.phase not in ADVISING or gathering.told_no_cause(moment):
        return None
    return moment.state.focus or care.likely_cause(moment.inference, moment.state)
