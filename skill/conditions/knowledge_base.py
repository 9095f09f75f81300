"""Everything known, by id, and what follows from one piece of evidence for another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from skill.conditions.coaching import Gate, PainRule, StopRule
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.exercises import Exercise, Plan
from skill.conditions.model import (
    CareStep,
    Citation,
    Condition,
    Finding,
    PriorRow,
    Question,
    RedFlag,
    Source,
)
from skill.conditions.rules import Rule
from skill.conditions.topics import Term, Topic


@dataclass(frozen=True)
class KnowledgeBase:
    """The validated knowledge. Built by `loader.load_knowledge`; reusable by any front end."""

    findings: Mapping[str, Finding]
    questions: Mapping[str, Question]
    conditions: Mapping[str, Condition]
    priors: tuple[PriorRow, ...]
    prior_citation: Citation
    red_flags: Mapping[str, RedFlag]
    care: Mapping[str, CareStep]
    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]
    terms: Mapping[str, Term]
    exercises: Mapping[str, Exercise]
    plans: Mapping[str, Plan]
    gates: Mapping[str, Gate]
    pain_rules: Mapping[str, PainRule]
    stop_rule: StopRule

    def proof(self, citation: Citation) -> tuple[str, ...]:
        """The sources of the citation that may be named as proof: those whose text was read; none is an answer too."""
        return tuple(name for name in citation.sources if self.sources[name].verified)

    def exercises_for(self, condition: str) -> tuple[Exercise, ...]:
        """The exercises for a condition, in the order of the file."""
        return tuple(each for each in self.exercises.values() if condition in each.for_conditions)

    def pain_rule_for(self, condition: str | None) -> PainRule:
        """The pain rule for somebody with the condition; the one for everybody else where none names it."""
        rules = self.pain_rules.values()
        general = next(rule for rule in rules if not rule.conditions)
        return next((rule for rule in rules if condition in rule.conditions), general)

    def record(self, known: Evidence, said: Evidence) -> Evidence:
        """What is known after something more is said: the latest word counts, and a new place replaces the old one."""
        replaced = {
            other
            for name, presence in said.findings.items()
            if presence is Presence.PRESENT
            for other in self._sets.get(name, ())
        }
        return known.without(*replaced - set(said)).updated(said)

    def settle(self, evidence: Evidence) -> Evidence:
        """The evidence with all that follows from it: exclusive places, findings that need another, derived ones."""
        settled = dict(evidence.findings)
        for name, presence in evidence.findings.items():
            finding = self.findings.get(name)
            if finding and finding.requires and presence is Presence.PRESENT:
                settled[finding.requires] = Presence.PRESENT
        for name, presence in tuple(settled.items()):
            excluded = self._sets.get(name, ()) if presence is Presence.PRESENT else ()
            impossible = self._requiring.get(name, ()) if presence is Presence.ABSENT else ()
            for other in (*excluded, *impossible):
                if settled.get(other, Presence.UNKNOWN) is Presence.UNKNOWN:
                    settled[other] = Presence.ABSENT
        so_far = Evidence(settled, evidence.facts)
        for name, rule in self._derived:
            # One after the other: a derived finding may rest on those above it.
            value = rule.holds(so_far)
            if value not in (Presence.UNKNOWN, so_far[name]):
                settled[name] = value
                so_far = Evidence(settled, evidence.facts)
        return so_far

    @cached_property
    def _sets(self) -> Mapping[str, tuple[str, ...]]:
        """Finding -> the others of its one-of set."""
        members: dict[str, list[str]] = {}
        for finding in self.findings.values():
            if finding.one_of:
                members.setdefault(finding.one_of, []).append(finding.id)
        return {name: tuple(o for o in names if o != name) for names in members.values() for name in names}

    @cached_property
    def _requiring(self) -> Mapping[str, tuple[str, ...]]:
        """Finding -> those that make no sense without it."""
        result: dict[str, tuple[str, ...]] = {}
        for finding in self.findings.values():
            if finding.requires:
                result[finding.requires] = (*result.get(finding.requires, ()), finding.id)
        return result

    @cached_property
    def _derived(self) -> tuple[tuple[str, Rule], ...]:
        return tuple((finding.id, finding.derived) for finding in self.findings.values() if finding.derived)
