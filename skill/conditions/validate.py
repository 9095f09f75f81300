"""Problems between the files of the knowledge: ids that lead nowhere, sets that do not add up, flags never reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import AnswerKind, Citation, Condition
from skill.conditions.rules import Rule
from skill.conditions.yaml_reader import Problem


def problems_within(knowledge: KnowledgeBase, documents: Mapping[str, Any], root: str) -> list[Problem]:
    """Every cross-file problem. Line numbers come from the documents the knowledge was built from."""
    finder = _Finder(knowledge, documents, root)
    return [
        *finder.references(),
        *finder.one_of_sets(),
        *finder.unreachable_flags(),
        *finder.choices(),
        *finder.priors(),
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
        }
        for file, entry, kind, ids in self._uses():
            table, home = tables[kind]
            for name in ids:
                if name not in table:
                    what = f"'{entry}' names the {kind} '{name}', which does not exist"
                    yield self._problem(file, entry, name, what, f"correct the id or add it to {home}")

    def _uses(self) -> Iterator[tuple[str, str, str, Iterable[str]]]:
        """File, entry, kind of the ids and the ids, for every place that names others."""
        known = self.knowledge
        for finding in known.findings.values():
            named = [finding.requires] if finding.requires else []
            yield "findings.yaml", finding.id, "finding", [*named, *_findings(finding.derived)]
        for question in known.questions.values():
            named = [*question.touches(), *_findings(question.when), *_findings(question.unless)]
            yield "questions.yaml", question.id, "finding", named
        for flag in known.red_flags.values():
            named = [*flag.asks, *_findings(flag.when), *_findings(flag.ask_when)]
            yield "red_flags.yaml", flag.id, "finding", named
            yield "red_flags.yaml", flag.id, "source", flag.citation.sources
        for step in known.care.values():
            yield "care.yaml", step.id, "source", step.citation.sources
        for row in known.priors:
            yield "priors.yaml", row.id, "finding", [*row.encodes, *row.encodes_absent, *_findings(row.when)]
            yield "priors.yaml", row.id, "condition", row.p
        yield "priors.yaml", "rows", "source", known.prior_citation.sources
        for condition in known.conditions.values():
            yield from self._condition_uses(condition)

    def _condition_uses(self, condition: Condition) -> Iterator[tuple[str, str, str, Iterable[str]]]:
        file, name = f"conditions/{condition.id}.yaml", condition.id
        citations: list[Citation] = [entry.citation for entry in condition.likelihoods.values()]
        citations.append(condition.safety_net)
        if condition.time_course:
            citations.append(condition.time_course.citation)
        severities = condition.severities
        yield file, name, "finding", condition.likelihoods
        yield file, name, "finding", [use for severity in severities for use in _findings(severity.when)]
        yield file, name, "care step", [*condition.care, *(step for each in severities for step in each.care)]
        yield file, name, "condition", condition.dangerous_mimics
        yield file, name, "source", dict.fromkeys(source for each in citations for source in each.sources)

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
            for name in dict.fromkeys(_findings(flag.when)):
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


def _findings(rule: Rule | None) -> Iterator[str]:
    return iter(()) if rule is None else rule.findings()


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
