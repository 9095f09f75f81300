"""What changed between two plays of the same cases: case by case, and in figures."""

from __future__ import annotations

from collections.abc import Iterator

from skill.evaluation.figures import Figures, is_acceptable, is_under_triaged
from skill.evaluation.play import Outcome
from skill.evaluation.report import share


def comparison(before: Figures, now: Figures, revision: str) -> Iterator[str]:
    """The lines about what `now` does otherwise than `before`, which is the knowledge at `revision`."""
    changed = list(changes(before, now))
    yield f"Against the knowledge at {revision}: {len(changed)} of {len(now.outcomes)} cases changed"
    yield from (f"  {change}" for change in changed)
    yield from _figures(before, now)


def changes(before: Figures, now: Figures) -> Iterator[str]:
    """One line for each case that is told another level or other causes, or has another first cause."""
    for old, new in zip(before.outcomes, now.outcomes, strict=True):
        differences = list(_differences(old, new))
        if differences:
            yield f"{new.case.id}: {'; '.join(differences)}"


def _differences(old: Outcome, new: Outcome) -> Iterator[str]:
    if old.level is not new.level:
        verdict = " (too little now)" if is_under_triaged(new) else "" if is_acceptable(new) else " (will not do)"
        yield f"told {_level(old)} -> {_level(new)}{verdict}"
    if old.ranking[0] != new.ranking[0]:
        right = [ranking[0] in new.case.acceptable for ranking in (old.ranking, new.ranking)]
        verdict = "" if right[0] == right[1] else " (right now)" if right[1] else " (was right)"
        yield f"first cause {old.ranking[0]} -> {new.ranking[0]}{verdict}"
    elif old.causes != new.causes:
        yield f"names {', '.join(old.causes) or 'none'} -> {', '.join(new.causes) or 'none'}"


def _figures(before: Figures, now: Figures) -> Iterator[str]:
    counts = (
        ("told too little", before.triage.under_triaged, now.triage.under_triaged),
        ("self-care told more", before.triage.over_triaged_self_care, now.triage.over_triaged_self_care),
    )
    for name, old_ids, new_ids in counts:
        yield f"  {name}: {len(old_ids)} -> {len(new_ids)}"
    for title, olds, news in (
        ("the very level", before.triage.exact, now.triage.exact),
        ("first cause", before.first_cause, now.first_cause),
        ("top three", before.top_three, now.top_three),
    ):
        for group, new in news.items():
            if new.of:
                yield f"  {title}, {group}: {share(olds[group])} -> {share(new)}"
    for group, spread in now.exchanges.items():
        medians = before.exchanges[group].median, spread.median
        if None not in medians:
            yield f"  exchanges, {group}, median: {medians[0]:g} -> {medians[1]:g}"


def _level(outcome: Outcome) -> str:
    return outcome.level.id if outcome.level is not None else "nothing"
