"""Figures -> JSON values, by the keys that `figures` lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.evaluation.figures import Figures, TriageFigures
from skill.evaluation.play import Outcome
from skill.evaluation.statistics import Proportion, Spread

_DIGITS = 4


def to_json(figures: Figures) -> dict[str, Any]:
    """The figures as an object."""
    triage = figures.triage
    return {
        "cases": len(figures.outcomes),
        **_triage(triage),
        "self_care_not_acceptable": list(triage.self_care_not_acceptable),
        "unfinished": list(triage.unfinished),
        "triage_acceptable": _proportions(triage.acceptable),
        "first_cause": _proportions(figures.first_cause),
        "top_three": _proportions(figures.top_three),
        "causes_spoken": _spread(figures.causes_spoken),
        "questions": _spreads(figures.questions),
        "exchanges": _spreads(figures.exchanges),
        "seconds": _spreads(figures.seconds),
        "trouble": {name: list(what) for name, what in figures.trouble.items()},
        "baseline_see_clinician": _triage(figures.baseline),
        "outcomes": [_outcome(outcome) for outcome in figures.outcomes],
    }


def _triage(triage: TriageFigures) -> dict[str, Any]:
    return {
        "under_triaged": list(triage.under_triaged),
        "over_triaged_self_care": list(triage.over_triaged_self_care),
        "triage_exact": _proportions(triage.exact),
    }


def _proportions(values: Mapping[str, Proportion]) -> dict[str, Any]:
    return {name: _proportion(value) for name, value in values.items()}


def _proportion(value: Proportion) -> dict[str, Any]:
    low, high = value.interval or (None, None)
    shares = {"share": value.share, "low": low, "high": high}
    rounded = {name: None if share is None else round(share, _DIGITS) for name, share in shares.items()}
    return {"right": value.right, "of": value.of, **rounded}


def _spreads(values: Mapping[str, Spread]) -> dict[str, Any]:
    return {name: _spread(value) for name, value in values.items()}


def _spread(value: Spread) -> dict[str, Any]:
    rounded = (None if each is None else round(each, 1) for each in (value.median, value.p90))
    return {"of": value.of, **dict(zip(("median", "p90"), rounded, strict=True))}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.case.id,
        "triage": outcome.case.triage.id,
        "told": outcome.level.id if outcome.level is not None else None,
        "ranking": list(outcome.ranking[:3]),
        "causes": list(outcome.causes),
        "questions": outcome.questions,
        "exchanges": outcome.exchanges,
        "seconds": round(outcome.seconds, 1),
    }
