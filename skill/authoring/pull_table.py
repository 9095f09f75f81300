"""The findings of one condition as a plain table: how common each is with it and on average, and what that weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp

from skill.authoring.pulls import ANSWERS, Pull, pulls_of
from skill.authoring.references import References
from skill.conditions.inference import CAP, SHRINKAGE, Inference
from skill.speech.words import FindingWords

_HEAD = (
    ("", "with", "on", "ratio", "ratio", "counts", "counts", "grade, sources,"),
    ("", "it", "average", "present", "absent", "present", "absent", "group"),
)


def pull_table(
    inference: Inference, condition: str, findings: Mapping[str, FindingWords], references: References
) -> Iterator[str]:
    """The lines of the table, in three parts."""
    pulls = pulls_of(inference, condition)
    shared = _shared(inference)
    parts = {
        "ITS PRESENCE SPEAKS FOR IT": pulls.towards,
        "ITS PRESENCE SPEAKS AGAINST IT": pulls.away,
        "HARDLY MATTERS EITHER WAY": pulls.slight,
    }
    width = max((len(findings[each.finding].present) for part in parts.values() for each in part), default=0)
    yield from (_line(cells, width) for cells in _HEAD)
    for title, part in parts.items():
        yield title
        yield from (_line(_cells(each, findings, references, shared), width) for each in part)
        yield ""
    yield "The ratio sets people with it against the default mix of people who ask. As the guide counts, it is raised"
    yield f"to the power {SHRINKAGE:g} and capped at {exp(CAP):.0f} either way."
    yield "Of the findings in one group, only the most telling one counts."


def _shared(inference: Inference) -> frozenset[str]:
    """The groups that more than one finding belongs to."""
    groups = [each.group for each in inference.knowledge.findings.values() if each.group]
    return frozenset(group for group in groups if groups.count(group) > 1)


def _cells(
    pull: Pull, findings: Mapping[str, FindingWords], references: References, shared: frozenset[str]
) -> tuple[str, ...]:
    group = f" ({pull.group})" if pull.group in shared else ""
    return (
        findings[pull.finding].present,
        f"{100 * pull.chance:.0f} %",
        f"{100 * pull.average:.0f} %",
        *(_number(pull.ratio(answer)) for answer in ANSWERS),
        *(_number(exp(pull.log_weight(answer))) for answer in ANSWERS),
        f"{pull.citation.grade} {references.cite(pull.citation)}{group}",
    )


def _number(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"


def _line(cells: tuple[str, ...], width: int) -> str:
    first, *numbers, last = cells
    return f"{first:{width}}{''.join(f'{each:>9}' for each in numbers)}  {last}".rstrip()
