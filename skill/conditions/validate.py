"""Problems between the files of the knowledge: ids that lead nowhere, sets that do not add up, flags never reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any

from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind
from skill.conditions.uses import findings_of, uses
from skill.conditions.yaml_reader import Problem

# What hearing the set-up, getting into place and the pain checks take, in seconds an exercise: grade C, our estimate.
SETTING_UP = 60


def problems_within(knowledge: KnowledgeBase, documents: Mapping[str, Any], root: str) -> list[Problem]:
    """Every cross-file problem. Line numbers come from the documents the knowledge was built from."""
    finder = _Finder(knowledge, documents, root)
    return [
        *finder.references(),
        *finder.one_of_sets(),
        *finder.unreachable_flags(),
        *finder.choices(),
        *finder.priors(),
        *finder.unread_proof(),
        *finder.plans(),
        *finder.pain_rules(),
    ]


class _Finder:
    def __init__(self, knowledge: KnowledgeBase, documents: Mapping[str, Any], root: str) -> None:
        self.knowledge, self.documents, self.root = knowledge, documents, root

    def references(self) -> Iterator[Problem]:
        """Ids that nothing defines."""
        known = self.knowledge
        tables: dict[str, tuple[Mapping[str, Any], str]] = {
            "finding": (known.findings, "findings.yaml"),
            "source": (known.sources, "sources.yaml"),
            "care step": (known.care, "care.yaml"),
            "condition": (known.conditions, "conditions/"),
            "exercise": (known.exercises, "exercises.yaml"),
            "question or red flag": ({**known.questions, **known.red_flags}, "questions.yaml"),
        }
        for use in uses(known):
            table, home = tables[use.kind]
            for name in use.ids:
                if name not in table:
                    what = f"'{use.entry}' names the {use.kind} '{name}', which does not exist"
                    yield self._problem(use.file, use.entry, name, what, f"correct the id or add it to {home}")

    def unread_proof(self) -> Iterator[Problem]:
        """What is graded as published rests on a text that was read."""
        for use in uses(self.knowledge):
            cited = [self.knowledge.sources[name] for name in use.ids if name in self.knowledge.sources]
            if use.grade == "A" and cited and not any(source.verified for source in cited):
                what = f"'{use.entry}' has a grade A that rests on no source that was read"
                yield self._problem(use.file, use.entry, cited[0].id, what, "lower the grade or cite what was read")

    def plans(self) -> Iterator[Problem]:
        """A plan's exercises are for its conditions, and fit into its time at the doses one starts with."""
        for plan in self.knowledge.plans.values():
            exercises = [self.knowledge.exercises[name] for name in plan.exercises if name in self.knowledge.exercises]
            for exercise in exercises:
                if other := sorted(set(plan.conditions) - set(exercise.for_conditions)):
                    what = f"the plan '{plan.id}' has '{exercise.id}', which is not for '{other[0]}'"
                    yield self._problem("exercises.yaml", plan.id, exercise.id, what, "take another exercise")
            minutes = ceil(sum(each.seconds(each.start) + SETTING_UP for each in exercises) / 60)
            if minutes > plan.minutes:
                what = f"the plan '{plan.id}' takes {minutes} minutes, over its {plan.minutes}"
                yield self._problem("exercises.yaml", plan.id, "minutes", what, "allow more, or plan less")

    def pain_rules(self) -> Iterator[Problem]:
        """One pain rule is for everybody whom no other names, and no two are for the same condition."""
        rules = self.knowledge.pain_rules.values()
        if sum(not rule.conditions for rule in rules) != 1:
            what = "there must be one pain rule without 'conditions', for everybody else"
            yield self._problem("coaching.yaml", "pain_rules", "pain_rules", what, "leave them out of one rule")
        named = [(rule.id, name) for rule in rules for name in rule.conditions]
        for place, (rule, name) in enumerate(named):
            if name in (earlier for _, earlier in named[:place]):
                what = f"'{name}' has two pain rules"
                yield self._problem("coaching.yaml", rule, name, what, "keep it in one of them")

    def one_of_sets(self) -> Iterator[Problem]:
        """Places exclude each other: for one condition they cannot add up to more than 1."""
        sets: dict[str, list[str]] = {}
        for finding in self.knowledge.findings.values():
            if finding.one_of:
                sets.setdefault(finding.one_of, []).append(finding.id)
        for condition in self.knowledge.conditions.values():
            for name, members in sets.items():
                total = sum(condition.likelihoods[m].p for m in members if m in condition.likelihoods)
                if total > 1.001:
                    what = f"the findings of '{name}' exclude each other but add up to {total:.2f}"
                    file = f"conditions/{condition.id}.yaml"
                    yield self._problem(file, condition.id, members[0], what, "bring them to 1 or below")

    def unreachable_flags(self) -> Iterator[Problem]:
        """A finding that a red flag looks at must be asked for somewhere, or follow from what is."""
        known = self.knowledge
        learned = {name for name, finding in known.findings.items() if finding.derived}
        learned.update(*(question.touches() for question in known.questions.values()))
        learned.update(*(flag.asks for flag in known.red_flags.values()))
        for flag in known.red_flags.values():
            for name in dict.fromkeys(findings_of(flag.when)):
                if name in known.findings and name not in learned:
                    what = f"the red flag '{flag.id}' looks at '{name}', which nothing asks for"
                    yield self._problem("red_flags.yaml", flag.id, name, what, "add it to 'asks' or to a question")

    def choices(self) -> Iterator[Problem]:
        """A choice needs something to choose from."""
        for question in self.knowledge.questions.values():
            if question.kind is AnswerKind.CHOICE and len(question.options) < 2:
                what = f"the choice '{question.id}' has fewer than two options"
                yield self._problem("questions.yaml", question.id, question.id, what, "list its options")

    def priors(self) -> Iterator[Problem]:
        """Every row must give every condition a chance."""
        for row in self.knowledge.priors:
            for name in self.knowledge.conditions:
                if name not in row.p:
                    what = f"the row '{row.id}' has no prior for '{name}'"
                    yield self._problem("priors.yaml", row.id, row.id, what, "add one; the row must add up to 1")

    def _problem(self, file: str, entry: str, name: str, what: str, mend: str) -> Problem:
        line = _line_of(self.documents.get(file), entry, name)
        return Problem(f"{self.root}/{file}", line, what, mend)


def _line_of(document: Any, entry: str, name: str) -> int:
    """The line in which `name` stands within the entry; the entry's own, or the file's, where it cannot be told."""
    holder = next((part for part in _mappings(document) if part.get("id") == entry), document)
    for part in _mappings(holder):
        for key, value in part.items():
            if value == name or key == name or (isinstance(value, list) and name in value):
                return int(getattr(part, "lines", {}).get(key, 0))
    return int(getattr(holder, "line", 0))


def _mappings(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _mappings(inner)
