"""Every place of the knowledge that names entries of another table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skill.conditions.exercises import Exercise
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import Citation, Condition
from skill.conditions.rules import Rule
from skill.conditions.topics import PIECES


@dataclass(frozen=True, slots=True)
class Use:
    """The `ids` of one `kind` that an entry of a file names; the `grade` they were given, where they are sources."""

    file: str
    entry: str
    kind: str
    ids: tuple[str, ...]
    grade: str | None = None


def findings_of(rule: Rule | None) -> Iterator[str]:
    """The findings that a rule looks at; none without a rule."""
    return iter(()) if rule is None else rule.findings()


def uses(known: KnowledgeBase) -> Iterator[Use]:
    """Every use, file by file."""
    yield from _findings(known)
    yield from _questions(known)
    yield from _red_flags(known)
    yield from _priors(known)
    for condition in known.conditions.values():
        yield from _condition(condition)
    for step in known.care.values():
        yield _cited("care.yaml", step.id, step.citation)
        if step.timer:
            yield _cited("care.yaml", step.id, step.timer.citation)
    for term in known.terms.values():
        yield _cited("terms.yaml", term.id, term.citation)
    yield from _topics(known)
    for exercise in known.exercises.values():
        yield from _exercise(exercise)
    yield from _plans(known)
    yield from _coaching(known)


def _use(file: str, entry: str, kind: str, ids: Iterable[str]) -> Use:
    return Use(file, entry, kind, tuple(ids))


def _cited(file: str, entry: str, citation: Citation) -> Use:
    return Use(file, entry, "source", citation.sources, citation.grade)


def _findings(known: KnowledgeBase) -> Iterator[Use]:
    for finding in known.findings.values():
        named = [finding.requires] if finding.requires else []
        yield _use("findings.yaml", finding.id, "finding", [*named, *findings_of(finding.derived)])


def _questions(known: KnowledgeBase) -> Iterator[Use]:
    for question in known.questions.values():
        rules = (question.when, question.unless, question.check_when)
        named = dict.fromkeys(name for rule in rules for name in findings_of(rule))
        yield _use("questions.yaml", question.id, "finding", dict.fromkeys([*question.touches(), *named]))


def _red_flags(known: KnowledgeBase) -> Iterator[Use]:
    for flag in known.red_flags.values():
        named = [*flag.asks, *findings_of(flag.when), *findings_of(flag.ask_when)]
        yield _use("red_flags.yaml", flag.id, "finding", named)
        yield _cited("red_flags.yaml", flag.id, flag.citation)


def _priors(known: KnowledgeBase) -> Iterator[Use]:
    for row in known.priors:
        named = [*row.encodes, *row.encodes_absent, *findings_of(row.when)]
        yield _use("priors.yaml", row.id, "finding", named)
        yield _use("priors.yaml", row.id, "condition", row.p)
    yield _cited("priors.yaml", "rows", known.prior_citation)


def _condition(condition: Condition) -> Iterator[Use]:
    file, name = f"conditions/{condition.id}.yaml", condition.id
    citations = [entry.citation for entry in condition.likelihoods.values()]
    citations.append(condition.safety_net)
    if condition.time_course:
        citations.append(condition.time_course.citation)
    severities = condition.severities
    yield _use(file, name, "finding", condition.likelihoods)
    yield _use(file, name, "finding", [use for severity in severities for use in findings_of(severity.when)])
    yield _use(file, name, "care step", [*condition.care, *(step for each in severities for step in each.care)])
    yield _use(file, name, "condition", condition.dangerous_mimics)
    for citation in dict.fromkeys(citations):
        yield _cited(file, name, citation)


def _topics(known: KnowledgeBase) -> Iterator[Use]:
    """What is taken from a condition is cited there, and not a second time by the topic."""
    taken = {piece(condition) for condition in known.conditions.values() for piece in PIECES.values()}
    for topic in known.topics.values():
        yield _use("topics.yaml", topic.id, "condition", topic.by_condition)
        for citation in dict.fromkeys([topic.citation, *topic.by_condition.values()]):
            if citation not in taken:
                yield _cited("topics.yaml", topic.id, citation)


def _exercise(exercise: Exercise) -> Iterator[Use]:
    file, name = "exercises.yaml", exercise.id
    others = [other for other in (exercise.easier, exercise.harder) if other]
    yield _use(file, name, "condition", exercise.for_conditions)
    yield _use(file, name, "exercise", [*others, *exercise.alternatives])
    yield _use(file, name, "finding", findings_of(exercise.unless))
    yield _cited(file, name, exercise.citation)


def _plans(known: KnowledgeBase) -> Iterator[Use]:
    for plan in known.plans.values():
        yield _use("exercises.yaml", plan.id, "condition", plan.conditions)
        yield _use("exercises.yaml", plan.id, "exercise", plan.exercises)
        yield _cited("exercises.yaml", plan.id, plan.citation)


def _coaching(known: KnowledgeBase) -> Iterator[Use]:
    file = "coaching.yaml"
    for gate in known.gates.values():
        yield _use(file, gate.id, "finding", findings_of(gate.bars))
        yield _use(file, gate.id, "question or red flag", gate.asks)
        yield _cited(file, gate.id, gate.citation)
    for rule in known.pain_rules.values():
        yield _use(file, rule.id, "condition", rule.conditions)
        yield _cited(file, rule.id, rule.citation)
    yield _use(file, "stop", "finding", known.stop_rule.findings)
    yield _cited(file, "stop", known.stop_rule.citation)
