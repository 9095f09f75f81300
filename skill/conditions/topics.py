"""Questions that may come at any time, and terms that may need explaining: what their answers rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from skill.conditions.entries import citation
from skill.conditions.model import Citation, Condition
from skill.conditions.yaml_reader import Fields


@dataclass(frozen=True, slots=True)
class Topic:
    """A question such as "can I keep running": what its answer rests on, and where it differs, by condition."""

    id: str
    citation: Citation
    by_condition: Mapping[str, Citation]

    def citation_for(self, condition: str | None) -> Citation:
        """What the answer to somebody with the condition rests on; None, and one without its own, get the general."""
        return self.by_condition.get(condition or "", self.citation)


@dataclass(frozen=True, slots=True)
class Term:
    """A word that may need explaining."""

    id: str
    citation: Citation


def _time(condition: Condition) -> Citation:
    """Without a time course, what is said about time is part of when to be seen."""
    return condition.time_course.citation if condition.time_course else condition.safety_net


# The pieces of a condition that answer a topic for it, so that they are written down once.
PIECES: Mapping[str, Callable[[Condition], Citation]] = {"time": _time, "see": lambda each: each.safety_net}


def topic(fields: Fields, conditions: Mapping[str, Condition]) -> Topic:
    """One topic; one that is answered `from_condition` has an answer for every condition, in that condition's words."""
    name, general = fields.text("id"), citation(fields, close=False)
    own = fields.mapping("by_condition")
    answers = {each: citation(own.mapping(each)) for each in own.values}
    if fields.has("from_condition"):
        piece = PIECES[fields.choice("from_condition", tuple(PIECES))]
        answers = {each.id: piece(each) for each in conditions.values()} | answers
    return Topic(name, general, answers)


def term(fields: Fields) -> Term:
    """One term."""
    return Term(fields.text("id"), citation(fields, close=False))
