"""How each kind of knowledge entry is read from its YAML mapping. Wrong values become problems, not exceptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.model import (
    AnswerKind,
    CareStep,
    CareTimer,
    Citation,
    Condition,
    Finding,
    Likelihood,
    PriorRow,
    Question,
    RedFlag,
    Review,
    Severity,
    Source,
    TimeCourse,
    TriageLevel,
)
from skill.conditions.rules import ALWAYS, FACTS, Rule, Unless, read_rule
from skill.conditions.yaml_reader import Fields


class HasId(Protocol):
    """An entry that other files name by its id."""

    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", covariant=True)
Reader = Callable[[Fields], _Entry]

_KINDS = tuple(kind.value for kind in AnswerKind)
_LEVELS = tuple(level.id for level in TriageLevel)
_CARE_KINDS = ("do", "avoid", "know", "see")


def finding(fields: Fields) -> Finding:
    """One finding."""
    return Finding(
        id=fields.text("id"),
        group=fields.optional_text("group"),
        one_of=fields.optional_text("one_of"),
        requires=fields.optional_text("requires"),
        derived=read_rule(fields, "derived") if fields.has("derived") else None,
    )


def question(fields: Fields) -> Question:
    """One question; a yes/no question without `findings` asks for the finding of its own name."""
    name = fields.text("id")
    kind = AnswerKind(fields.choice("kind", _KINDS, "yes_no"))
    findings = fields.texts("findings")
    if kind is AnswerKind.YES_NO and not findings:
        findings = (name,)
    unless = read_rule(fields, "unless") if fields.has("unless") else None
    return Question(
        id=name,
        kind=kind,
        when=read_rule(fields, "when", ALWAYS),
        unless=unless,
        findings=findings,
        options={item.text("id"): _option(item) for item in fields.items("options")},
        fact=fields.choice("fact", FACTS) if kind is AnswerKind.NUMBER else None,
        self_check=fields.flag("self_check"),
        check_when=_check_when(fields, unless),
    )


def _check_when(fields: Fields, unless: Rule | None) -> Rule | None:
    """When something may be tried out for an answer: for a self-check, whenever it may be asked at all."""
    if fields.flag("self_check"):
        return Unless(unless) if unless else ALWAYS
    return read_rule(fields, "check_when") if fields.has("check_when") else None


def _option(fields: Fields) -> Evidence:
    evidence = (
        Evidence()
        .with_findings(Presence.PRESENT, *fields.texts("present"))
        .with_findings(Presence.ABSENT, *fields.texts("absent"))
    )
    fields.take("id")
    fields.close()
    return evidence


def condition(fields: Fields, name: str) -> Condition:
    """The condition in the file called `name`; its `id` must agree."""
    given = fields.text("id")
    if given and given != name:
        fields.report("id", f"the id is not the file's name '{name}'", f"write 'id: {name}'")
    codes = fields.mapping("codes")
    result = Condition(
        id=name,
        likelihoods={entry.finding: entry for entry in _likelihoods(fields)},
        triage=_level(fields, "triage"),
        care=fields.texts("care", required=True),
        severities=tuple(_severity(item) for item in fields.items("severities")),
        icd10=codes.optional_text("icd10"),
        from_article=fields.flag("from_article"),
        is_rest=fields.flag("is_rest"),
        dangerous_mimics=fields.texts("dangerous_mimics"),
        time_course=_time_course(fields.mapping("time_course", required=True)) if fields.has("time_course") else None,
        safety_net=citation(fields.mapping("safety_net", required=True)),
        reviewed=review(fields),
    )
    codes.close()
    fields.close()
    return result


def _likelihoods(fields: Fields) -> list[Likelihood]:
    result: list[Likelihood] = []
    for item in fields.items("findings", required=True):
        entry = Likelihood(item.text("finding"), item.number("p", 0, 1), citation(item, close=False))
        item.close()
        if any(entry.finding == earlier.finding for earlier in result):
            item.report("finding", f"'{entry.finding}' stands twice", "keep one number for it")
        result.append(entry)
    return result


def _severity(fields: Fields) -> Severity:
    result = Severity(
        fields.text("id"), read_rule(fields, "when", ALWAYS), _level(fields, "triage"), fields.texts("care")
    )
    fields.close()
    return result


def _time_course(fields: Fields) -> TimeCourse:
    low, high = fields.integer("min_weeks", 0, 520), fields.integer("max_weeks", 0, 520)
    if low > high:
        fields.report("min_weeks", f"'min_weeks' {low} is over 'max_weeks' {high}", "swap them")
    return TimeCourse(low, high, citation(fields))


def priors(fields: Fields) -> tuple[tuple[PriorRow, ...], Citation]:
    """The rows in order, and what they all rest on."""
    rows = tuple(_prior_row(item) for item in fields.items("rows", required=True))
    return rows, citation(fields)


def _prior_row(fields: Fields) -> PriorRow:
    chances = fields.mapping("p", required=True)
    row = PriorRow(
        id=fields.text("id"),
        when=read_rule(fields, "when", ALWAYS),
        encodes=fields.texts("encodes"),
        encodes_absent=fields.texts("encodes_absent"),
        p={name: chances.number(name, 0, 1) for name in chances.values},
    )
    if abs(sum(row.p.values()) - 1) > 0.001:
        fields.report("p", f"the priors of '{row.id}' add up to {sum(row.p.values()):.3f}", "make them add up to 1")
    fields.close()
    return row


def red_flag(fields: Fields) -> RedFlag:
    """One red flag; from same-day urgency on it ends the matching of causes unless the file says otherwise."""
    level = _level(fields, "triage")
    return RedFlag(
        id=fields.text("id"),
        level=level,
        when=read_rule(fields, "when"),
        ask_when=read_rule(fields, "ask_when", ALWAYS),
        citation=citation(fields, close=False),
        asks=fields.texts("asks"),
        asked_alone=fields.flag("asked_alone"),
        asked_anyway=fields.flag("asked_anyway"),
        ends_matching=fields.flag("ends_matching", level >= TriageLevel.SAME_DAY),
        reviewed=review(fields),
    )


def care_step(fields: Fields) -> CareStep:
    """One care step."""
    return CareStep(
        id=fields.text("id"),
        kind=fields.choice("kind", _CARE_KINDS),
        citation=citation(fields, close=False),
        corrects_article=fields.flag("corrects_article"),
        timer=_care_timer(fields.mapping("timer")) if fields.has("timer") else None,
    )


def _care_timer(fields: Fields) -> CareTimer:
    """Two hours is as long as Alexa lets a timer run."""
    return CareTimer(fields.integer("minutes", 1, 120), citation(fields))


def source(fields: Fields) -> Source:
    """One source; unverified unless the file says otherwise."""
    return Source(
        id=fields.text("id"),
        title=fields.text("title"),
        year=fields.integer("year", 1900, 2100) if fields.has("year") else None,
        url=fields.optional_text("url"),
        verified=fields.flag("verified"),
    )


def _level(fields: Fields, key: str) -> TriageLevel:
    return TriageLevel[fields.choice(key, _LEVELS).upper()]


def citation(fields: Fields, *, close: bool = True) -> Citation:
    """Grade and citations, both demanded: a number that rests on nothing is not used."""
    result = Citation(fields.choice("grade", ("A", "B", "C")), fields.texts("cites", required=True))
    if close:
        fields.close()
    return result


def review(fields: Fields) -> Review:
    """Who reviewed the entry and when; an empty place for it is demanded, so that nobody forgets that it is empty."""
    reviewed = fields.mapping("reviewed", required=True)
    result = Review(reviewed.optional_text("by"), reviewed.optional_text("on"))
    reviewed.close()
    return result
