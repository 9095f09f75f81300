"""Outcomes -> figures.

As JSON (`to_json` in `figures_json`) these are the keys; a proportion is `{right, of, share, low, high}` with Wilson's
95 % interval, a spread `{of, median, p90}`:

    cases                    how many were played
    under_triaged            ids of emergency and same-day cases told less than the least level that will do for them
    over_triaged_self_care   ids of self-care cases told anything higher, ...
    self_care_not_acceptable ... and those of them told a level that will not do for them
    unfinished               ids of cases that came to no advice at all
    triage_exact             a proportion for `all` and for each level: told the very level
    triage_acceptable        the same: told a level that will do
    first_cause, top_three   proportions for `all`, `posterior` (felt at the back of the knee) and `article` (the
                             condition is one of the article's four): an acceptable cause is first, or among the first
                             three, in the internal differential, be it spoken or not
    causes_spoken            spread, of the cases that were told causes
    questions, exchanges     spreads for `all` and for `not_urgent` (told less than same day, so interviewed to
                             the end): interview questions; what was said from the first words to the outcome
    seconds                  the same: speech listened to, in seconds
    trouble                  id -> what Alexa would have refused or the skill raised
    baseline_see_clinician   `under_triaged`, `over_triaged_self_care` and `triage_exact`, were everyone told to see a
                             clinician
    outcomes                 for each case: `id`, `triage`, `told`, `ranking` (three), `causes`, `questions`,
                             `exchanges`, `seconds`
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from skill.conditions.model import TriageLevel
from skill.evaluation.cases import POSTERIOR
from skill.evaluation.play import Outcome
from skill.evaluation.statistics import Proportion, Spread

ALL, ARTICLE, NOT_URGENT = "all", "article", "not_urgent"

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TriageFigures:
    """How well urgency was told. The proportions are by level id, and `all`."""

    under_triaged: Ids
    over_triaged_self_care: Ids
    self_care_not_acceptable: Ids
    unfinished: Ids
    exact: Mapping[str, Proportion]
    acceptable: Mapping[str, Proportion]


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one file of cases; `outcomes` are what they are made of."""

    outcomes: tuple[Outcome, ...]
    triage: TriageFigures
    baseline: TriageFigures
    first_cause: Mapping[str, Proportion]
    top_three: Mapping[str, Proportion]
    causes_spoken: Spread
    questions: Mapping[str, Spread]
    exchanges: Mapping[str, Spread]
    seconds: Mapping[str, Spread]
    trouble: Mapping[str, Ids]


def figures_of(outcomes: Sequence[Outcome], article: Collection[str]) -> Figures:
    """The figures; `article` are the ids of the article's conditions."""
    to_clinician = [replace(outcome, level=TriageLevel.SEE_CLINICIAN) for outcome in outcomes]
    return Figures(
        outcomes=tuple(outcomes),
        triage=_triage(outcomes),
        baseline=_triage(to_clinician),
        first_cause=_causes(outcomes, article, 1),
        top_three=_causes(outcomes, article, 3),
        causes_spoken=Spread.over([len(outcome.causes) for outcome in outcomes if outcome.causes]),
        questions=_spreads(outcomes, lambda outcome: outcome.questions),
        exchanges=_spreads(outcomes, lambda outcome: outcome.exchanges),
        seconds=_spreads(outcomes, lambda outcome: outcome.seconds),
        trouble={outcome.case.id: outcome.trouble for outcome in outcomes if outcome.trouble},
    )


def is_exact(outcome: Outcome) -> bool:
    """Whether the very level was told."""
    return outcome.level is outcome.case.triage


def is_acceptable(outcome: Outcome) -> bool:
    """Whether a level that will do was told."""
    return outcome.level in outcome.case.triage_ok


def is_under_triaged(outcome: Outcome) -> bool:
    """Whether an urgent case was told less than will do; telling nothing is the least of all."""
    if outcome.case.triage < TriageLevel.SAME_DAY:
        return False
    return outcome.level is None or outcome.level < min(outcome.case.triage_ok)


def is_over_triaged(outcome: Outcome) -> bool:
    """Whether a self-care case was told anything higher."""
    told = outcome.level or TriageLevel.SELF_CARE
    return outcome.case.triage is TriageLevel.SELF_CARE and told > TriageLevel.SELF_CARE


def has_cause(outcome: Outcome, among: int) -> bool:
    """Whether a right cause is among the first so many of the differential."""
    return not outcome.case.acceptable.isdisjoint(outcome.ranking[:among])


def _triage(outcomes: Sequence[Outcome]) -> TriageFigures:
    def ids(holds: Callable[[Outcome], bool]) -> Ids:
        return tuple(outcome.case.id for outcome in outcomes if holds(outcome))

    return TriageFigures(
        under_triaged=ids(is_under_triaged),
        over_triaged_self_care=ids(is_over_triaged),
        self_care_not_acceptable=ids(lambda outcome: is_over_triaged(outcome) and not is_acceptable(outcome)),
        unfinished=ids(lambda outcome: outcome.level is None),
        exact=_by_level(outcomes, is_exact),
        acceptable=_by_level(outcomes, is_acceptable),
    )


def _by_level(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> dict[str, Proportion]:
    by_level = {
        level.id: Proportion.over(holds(outcome) for outcome in outcomes if outcome.case.triage is level)
        for level in sorted(TriageLevel, reverse=True)
    }
    return {ALL: Proportion.over(map(holds, outcomes)), **by_level}


def _spreads(outcomes: Sequence[Outcome], value: Callable[[Outcome], float]) -> dict[str, Spread]:
    calm = [outcome for outcome in outcomes if outcome.level is not None and outcome.level < TriageLevel.SAME_DAY]
    return {ALL: Spread.over(list(map(value, outcomes))), NOT_URGENT: Spread.over(list(map(value, calm)))}


def _causes(outcomes: Sequence[Outcome], article: Collection[str], among: int) -> dict[str, Proportion]:
    groups = {
        ALL: outcomes,
        POSTERIOR: [outcome for outcome in outcomes if outcome.case.felt == POSTERIOR],
        ARTICLE: [outcome for outcome in outcomes if outcome.case.condition in article],
    }
    return {name: Proportion.over(has_cause(outcome, among) for outcome in group) for name, group in groups.items()}
