"""One condition as plain text for a clinician: what moves it, what follows from it, and what each number rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from skill.authoring.pull_table import pull_table
from skill.authoring.references import References
from skill.authoring.rule_words import rule_words
from skill.conditions.inference import Inference
from skill.conditions.model import Condition, Review
from skill.speech.phrases import as_sentence
from skill.speech.words import ConditionWords, Words

WIDTH = 120


def condition_report(inference: Inference, condition: Condition, words: Words) -> Iterator[str]:
    """The lines of the report. Sources are numbered through it and listed at its end."""
    said, references = words.conditions[condition.id], References(inference.knowledge.sources)
    yield from _head(condition, said)
    yield from ("", *pull_table(inference, condition.id, words.findings, references))
    yield from ("", *_priors(inference, condition, words, references))
    yield from ("", *_urgency(condition, words, references))
    yield from ("", *_care(inference, condition, words, references))
    yield from ("", "SOURCES", *_wrapped(references.lines()))


def review_words(review: Review) -> str:
    """Who reviewed an entry and when, or that nobody has."""
    if review.by is None:
        return "not reviewed by a clinician"
    return f"reviewed by {review.by} on {review.on or 'an unknown date'}"


def _head(condition: Condition, said: ConditionWords) -> Iterator[str]:
    code = f", ICD-10 {condition.icd10}" if condition.icd10 else ""
    article = "; one of the source article's conditions" if condition.from_article else ""
    yield f"{said.name.upper()} ({condition.id}{code}){article}"
    yield f"{as_sentence(review_words(condition.reviewed))}."
    yield from _wrapped([said.about])


def _priors(inference: Inference, condition: Condition, words: Words, references: References) -> Iterator[str]:
    rows = inference.knowledge.priors
    yield f"HOW COMMON AMONG PEOPLE WHO ASK  {references.graded(inference.knowledge.prior_citation)}"
    yield "The first row that fits is used."
    for row in rows:
        share = f"{100 * row.p[condition.id]:5.1f} %"
        yield from _wrapped([f"{share}  {_spaced(row.id)}: {rule_words(row.when, words.findings)}"], 9)


def _urgency(condition: Condition, words: Words, references: References) -> Iterator[str]:
    said = words.conditions[condition.id]
    yield "HOW SOON TO BE SEEN"
    yield f"Triage: {_spaced(condition.triage.id)}, unless a red flag says sooner."
    for severity in condition.severities:
        when = rule_words(severity.when, words.findings)
        advice = said.severities.get(severity.id, "")
        yield from _wrapped([f'{severity.id}: {_spaced(severity.triage.id)}; when {when}. "{advice}"'])
    yield from _wrapped([f'Safety net: "{said.safety_net}" {references.graded(condition.safety_net)}'])
    mimics = ", ".join(words.conditions[name].name for name in condition.dangerous_mimics) or "none listed"
    yield f"Dangerous mimics: {mimics}."
    yield from _wrapped([_time_course(condition, said, references)])


def _time_course(condition: Condition, said: ConditionWords, references: References) -> str:
    course = condition.time_course
    weeks = f"{course.min_weeks} to {course.max_weeks} weeks" if course else "no number"
    cited = f" {references.graded(course.citation)}" if course else ""
    return f'Time course: {weeks}{cited}. "{said.time}"'


def _care(inference: Inference, condition: Condition, words: Words, references: References) -> Iterator[str]:
    """Each step once, numbered; a severity with an order of its own gives it by number."""
    steps = dict.fromkeys((*condition.care, *(step for each in condition.severities for step in each.care)))
    numbers = {step: number for number, step in enumerate(steps, 1)}
    yield "CARE STEPS, IN THE ORDER SPOKEN"
    own = {each.id: each.care for each in condition.severities if each.care not in ((), condition.care)}
    for severity, care in own.items():
        yield f"{severity}: {', '.join(str(numbers[step]) for step in care)}"
    if own:
        yield f"otherwise: {', '.join(str(numbers[step]) for step in condition.care)}"
    for step, number in numbers.items():
        entry = inference.knowledge.care[step]
        corrects = " CORRECTS THE ARTICLE." if entry.corrects_article else ""
        text = f"{number:2}. {entry.kind:5} {words.care[step]} {references.graded(entry.citation)}.{corrects}"
        yield from _wrapped([text], 10)


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _wrapped(texts: Iterable[str], indent: int = 4) -> Iterator[str]:
    for text in texts:
        yield from textwrap.wrap(text, WIDTH, subsequent_indent=" " * indent, break_on_hyphens=False)
