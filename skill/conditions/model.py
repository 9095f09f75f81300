"""The vocabulary of the condition rules: what a knowledge base is made of. Language-free; words live elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.rules import Rule


class TriageLevel(IntEnum):
    """How soon to be seen, in rising order, so that `max` never lowers it."""

    SELF_CARE = 0
    SEE_CLINICIAN = 1
    SAME_DAY = 2
    EMERGENCY = 3

    @property
    def id(self) -> str:
        return self.name.lower()


class AnswerKind(Enum):
    """How a question is answered."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication. `verified` is False while its text has not been read: such a number is never spoken."""

    id: str
    title: str
    year: int | None
    url: str | None
    verified: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """What a number or step rests on: grade A is published, B derived from descriptions, C expert judgement."""

    grade: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation. Of a `group` of correlated findings one counts; of a `one_of` set one can be present.

    A finding that `requires` another makes no sense without it (a lump that pulses is a lump). One that is
    `derived` follows from others and is never asked.
    """

    id: str
    group: str | None = None
    one_of: str | None = None
    requires: str | None = None
    derived: Rule | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask. A yes makes `findings` present, a no absent; of a choice, each option stands for evidence.

    It is asked only when `when` holds, and never when `unless` does. A `self_check` is a safe thing to try first.
    To somebody who does not know, something safe to try or look at may be offered while `check_when` holds.
    """

    id: str
    kind: AnswerKind
    when: Rule
    unless: Rule | None
    findings: tuple[str, ...] = ()
    options: Mapping[str, Evidence] = field(default_factory=dict)
    fact: str | None = None
    self_check: bool = False
    check_when: Rule | None = None

    def may_be_checked(self, settled: Evidence) -> bool:
        """Whether a check can be offered to somebody who does not know: there is one, and it is safe as things are."""
        return self.check_when is not None and self.check_when.holds(settled) is Presence.PRESENT

    def outcomes(self) -> tuple[Evidence, ...]:
        """The evidence that each informative answer would bring; options that stand for the same are one outcome."""
        if self.kind is AnswerKind.CHOICE:
            options = tuple(self.options.values())
            return tuple(each for place, each in enumerate(options) if each not in options[:place])
        blank = Evidence()
        return tuple(blank.with_findings(answer, *self.findings) for answer in (Presence.PRESENT, Presence.ABSENT))

    def touches(self) -> frozenset[str]:
        """Every finding that an answer would settle."""
        return frozenset(self.findings).union(*(option.findings for option in self.options.values()))


@dataclass(frozen=True, slots=True)
class Likelihood:
    """P(finding present | condition): how many of 100 people with it would say yes, as a fraction."""

    finding: str
    p: float
    citation: Citation


@dataclass(frozen=True, slots=True)
class CareTimer:
    """How many minutes a care step takes, where a timer helps."""

    minutes: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class CareStep:
    """One thing to do, to avoid or to know. `corrects_article` where current guidance disagrees with the article."""

    id: str
    kind: str
    citation: Citation
    corrects_article: bool = False
    timer: CareTimer | None = None


@dataclass(frozen=True, slots=True)
class Severity:
    """A degree of a condition that changes the advice; never pronounced as a grade."""

    id: str
    when: Rule
    triage: TriageLevel
    care: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeCourse:
    """How long it usually takes, in weeks."""

    min_weeks: int
    max_weeks: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed an entry and when; nobody yet where both are None."""

    by: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A cause: how often its findings are there, what to do, and how soon to be seen when it is the likely one.

    `severities` in order; the first whose rule holds gives its own triage and care. `from_article` marks the four
    causes of the source article; `is_rest` what none of the others explains, which is never named as a cause.
    """

    id: str
    likelihoods: Mapping[str, Likelihood]
    triage: TriageLevel
    care: tuple[str, ...]
    severities: tuple[Severity, ...] = ()
    icd10: str | None = None
    from_article: bool = False
    is_rest: bool = False
    dangerous_mimics: tuple[str, ...] = ()
    time_course: TimeCourse | None = None
    safety_net: Citation = Citation("C", ())
    reviewed: Review = Review()


@dataclass(frozen=True, slots=True)
class PriorRow:
    """P(condition) for people like this one.

    The findings that it `encodes` when present, or `encodes_absent`, are in its numbers already: not applied again.
    """

    id: str
    when: Rule
    encodes: tuple[str, ...]
    encodes_absent: tuple[str, ...]
    p: Mapping[str, float]

    def holds_already(self, finding: str, presence: Presence) -> bool:
        """Whether the finding, known so, is in the row's numbers."""
        return finding in (self.encodes if presence is Presence.PRESENT else self.encodes_absent)


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A danger rule: when `when` holds, urgency is at least `level`, whatever else is known.

    `asks` are the findings that its lay question settles, asked while `ask_when` holds (never, without `asks`).
    One that is `asked_alone` has a question that no few words can stand for in a bundle.
    One that is `asked_anyway` is asked even when a clinician is to be seen already, which alone it would not change.
    A flag that `ends_matching` allows no causes to be named.
    """

    id: str
    level: TriageLevel
    when: Rule
    ask_when: Rule
    citation: Citation
    asks: tuple[str, ...] = ()
    asked_alone: bool = False
    asked_anyway: bool = False
    ends_matching: bool = False
    reviewed: Review = Review()
