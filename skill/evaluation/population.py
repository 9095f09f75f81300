"""People sampled from the knowledge base, and how quickly each way of choosing questions finds their cause.

These people are as the knowledge has them: findings are independent given the condition, with its own numbers. So the
figures compare ways of asking with each other; they say nothing about real people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.model import AnswerKind, Question, TriageLevel
from skill.evaluation.strategies import Strategy
from skill.evaluation.truth import Truth

SEED = 5
# What people say of themselves before anything is asked: this many of their findings, and their age.
FIRST_WORDS = 2
_YOUNGER, _OLDER, _OLDER_FINDING = 35, 60, "age_50_plus"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a condition: how things are with them, and what they say first."""

    condition: str
    truth: Truth
    says: Evidence


@dataclass(frozen=True, slots=True)
class Interviewed:
    """What asking one person came to: the ranking before the first question, and after each."""

    person: Person
    rankings: tuple[tuple[str, ...], ...]

    @property
    def questions(self) -> int:
        return len(self.rankings) - 1

    def has_cause(self, among: int, most: int | None = None) -> bool:
        """Whether the cause is among the first so many, had there been at most so many questions."""
        last = self.questions if most is None else min(most, self.questions)
        return self.person.condition in self.rankings[last][:among]


def people(inference: Inference, number: int, seed: int = SEED) -> Iterator[Person]:
    """So many people, the same ones for the same seed. Those in danger are left out: nobody interviews them."""
    rng, knowledge = Random(seed), inference.knowledge
    chances = knowledge.priors[-1].p
    calm = [name for name in chances if knowledge.conditions[name].triage < TriageLevel.SAME_DAY]
    weights = [chances[name] for name in calm]
    found = 0
    while found < number:
        person = _person(inference, rng.choices(calm, weights)[0], rng)
        if red_flags.floor(knowledge, person.truth.evidence) < TriageLevel.SAME_DAY:
            found += 1
            yield person


def interview(inference: Inference, person: Person, strategy: Strategy) -> Interviewed:
    """Ask the person by the strategy until it has no more to ask."""
    knowledge, evidence = inference.knowledge, person.says
    asked: list[str] = []
    rankings = [_ranking(inference, evidence)]
    while (question := strategy(inference, evidence, asked)) is not None:
        asked.append(question.id)
        evidence = knowledge.record(evidence, _answer(question, person.truth))
        rankings.append(_ranking(inference, evidence))
    return Interviewed(person, tuple(rankings))


def _ranking(inference: Inference, evidence: Evidence) -> tuple[str, ...]:
    return tuple(name for name, _ in inference.differential(evidence).ranked)


def _person(inference: Inference, condition: str, rng: Random) -> Person:
    knowledge = inference.knowledge
    findings = dict(_sampled(inference, condition, rng))
    older = rng.random() < (inference.chance(_OLDER_FINDING, condition) or 0)
    facts = Facts(age=_OLDER if older else _YOUNGER)
    noticed = [name for name, presence in findings.items() if presence is Presence.PRESENT]
    rng.shuffle(noticed)
    says = Evidence(dict.fromkeys(noticed[:FIRST_WORDS], Presence.PRESENT), facts)
    return Person(condition, Truth.of(Evidence(findings, facts), knowledge), says)


def _sampled(inference: Inference, condition: str, rng: Random) -> Iterator[tuple[str, Presence]]:
    """Each finding by its chance; of findings that exclude each other exactly one; none that lacks what it requires."""
    exclusive, absent = _exclusive(inference), set[str]()
    for members in exclusive.values():
        (place,) = rng.choices(members, [inference.chance(name, condition) or 0 for name in members])
        yield from ((name, Presence.PRESENT if name == place else Presence.ABSENT) for name in members)
    for name, finding in inference.knowledge.findings.items():
        chance = inference.chance(name, condition)
        if chance is None or finding.derived or finding.one_of in exclusive:
            continue
        present = finding.requires not in absent and rng.random() < chance
        if not present:
            absent.add(name)
        yield name, Presence.PRESENT if present else Presence.ABSENT


def _exclusive(inference: Inference) -> Mapping[str, list[str]]:
    """One-of set -> its findings that have numbers, where more than one has."""
    members: dict[str, list[str]] = {}
    for name, finding in inference.knowledge.findings.items():
        if finding.one_of and any(name in each.likelihoods for each in inference.knowledge.conditions.values()):
            members.setdefault(finding.one_of, []).append(name)
    return {name: found for name, found in members.items() if len(found) > 1}


def _answer(question: Question, truth: Truth) -> Evidence:
    if question.kind is AnswerKind.YES_NO:
        return Evidence().with_findings(truth.yes_or_no(question), *question.findings)
    option = truth.option(question)
    return question.options[option] if option else Evidence()
