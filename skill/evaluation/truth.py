"""How things really are with one person, and so the true answer to whatever the guide may ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import Question, RedFlag
from skill.conditions.rules import AllOf, AnyOf, Is, Rule

_HEEDED_FIRST = (Presence.PRESENT, Presence.UNKNOWN, Presence.ABSENT)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so. What follows from the `evidence` is so too; of all else the person would say `unlisted`."""

    evidence: Evidence
    unlisted: Presence = Presence.ABSENT

    @classmethod
    def of(cls, evidence: Evidence, knowledge: KnowledgeBase, unlisted: Presence = Presence.ABSENT) -> Truth:
        """The truth behind the evidence, with all that follows from it."""
        return cls(knowledge.settle(evidence), unlisted)

    def finding(self, name: str) -> Presence:
        """Whether the finding is there."""
        return self.evidence.findings.get(name, self.unlisted)

    def flags(self, flags: Iterable[RedFlag]) -> Presence:
        """The answer to "any of these?"."""
        return _first({self._flag(flag) for flag in flags}, _HEEDED_FIRST)

    def yes_or_no(self, question: Question) -> Presence:
        """The answer to a yes/no question."""
        return _first({self.finding(name) for name in question.findings}, _HEEDED_FIRST)

    def option(self, question: Question) -> str | None:
        """The first option that fits; None where none does, or too little is known to say."""
        return next((name for name, option in question.options.items() if self._fits(option)), None)

    def _flag(self, flag: RedFlag) -> Presence:
        """The answer to the flag's own question: its rule, as far as it is about what the question asks for.

        "Hot, and with a fever?" wants both. A sign that is asked for on behalf of another flag is enough by itself.
        """
        others = {self.finding(name) for name in flag.asks if name not in tuple(flag.when.findings())}
        own = self._as_asked(flag.when, flag.asks)
        return _first(others | ({own} if own else set()), _HEEDED_FIRST)

    def _as_asked(self, rule: Rule, asks: tuple[str, ...]) -> Presence | None:
        """Whether the rule holds, leaving out what is not asked for; None where nothing is left."""
        if isinstance(rule, Is):
            return self.finding(rule.finding) if rule.finding in asks else None
        if not isinstance(rule, AllOf | AnyOf):
            return None
        parts = {part for each in rule.parts if (part := self._as_asked(each, asks))}
        order = _HEEDED_FIRST if isinstance(rule, AnyOf) else tuple(reversed(_HEEDED_FIRST))
        return _first(parts, order) if parts else None

    def _fits(self, option: Evidence) -> bool:
        """Whether what the option affirms is so and what it denies is not; one that only denies has to be known."""
        affirmed = [name for name in option.findings if option.present(name)]
        denied = [name for name in option.findings if option.absent(name)]
        if affirmed:
            clash = any(self.finding(name) is Presence.PRESENT for name in denied)
            return not clash and all(self.finding(name) is Presence.PRESENT for name in affirmed)
        return all(self.finding(name) is Presence.ABSENT for name in denied)


def _first(answers: set[Presence], order: Iterable[Presence]) -> Presence:
    return next(presence for presence in order if presence in answers)
