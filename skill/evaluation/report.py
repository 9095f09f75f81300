"""Figures -> a page of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from skill.evaluation.figures import Figures, Ids, has_cause, is_acceptable, is_exact
from skill.evaluation.play import Outcome
from skill.evaluation.published import PublishedFigure
from skill.evaluation.statistics import Proportion, Spread

_NOTHING = "none"
_GROUPS = {"all": "all cases", "posterior": "felt at the back of the knee", "article": "one of the article's four"}


def report(title: str, figures: Figures) -> Iterator[str]:
    """The lines about one file of cases."""
    yield f"{title} (cases: {len(figures.outcomes)})"
    yield ""
    yield from _urgency(figures)
    yield ""
    yield from _causes(figures)
    yield ""
    yield from _effort(figures)
    yield from _misses(figures)


def summary(title: str, figures: Figures) -> Iterator[str]:
    """The figures that matter most, a line each."""
    triage = figures.triage
    yield f"{title} (cases: {len(figures.outcomes)})"
    yield f"  urgent cases told too little            {len(triage.under_triaged)}"
    yield f"  the very level of urgency               {share(triage.exact['all'])}"
    yield f"  a level that will do                    {share(triage.acceptable['all'])}"
    yield f"  self-care cases told self-care          {share(triage.exact['self_care'])}"
    yield f"  first cause, of the article's four      {share(figures.first_cause['article'])}"
    yield f"  among the first three, of these         {share(figures.top_three['article'])}"
    yield f"  first cause, felt behind the knee       {share(figures.first_cause['posterior'])}"
    yield f"  exchanges to the outcome, everyone      {_spread(figures.exchanges['all'])}"
    yield f"  exchanges to the outcome, not urgent    {_spread(figures.exchanges['not_urgent'])}"


def published(figures: Iterable[PublishedFigure]) -> Iterator[str]:
    """The lines about what others published."""
    yield "Published by others; not comparable: other cases, other rules"
    for each in figures:
        yield f"  {each.figure:>7}  {each.what} ({each.cases}; {each.source})"


def share(value: Proportion) -> str:
    """A proportion as "68 % (48 to 83), 17 of 25"."""
    if value.share is None or value.interval is None:
        return "no cases"
    low, high = value.interval
    return f"{100 * value.share:3.0f} % ({100 * low:.0f} to {100 * high:.0f}), {value.right} of {value.of}"


def _urgency(figures: Figures) -> Iterator[str]:
    triage, baseline = figures.triage, figures.baseline
    yield "How soon to be seen"
    yield f"  emergency or same-day cases told too little:  {_listed(triage.under_triaged)}"
    yield f"  self-care cases told more than self-care:     {_listed(triage.over_triaged_self_care)}"
    yield f"    of these, told a level that will not do:    {_listed(triage.self_care_not_acceptable)}"
    yield f"  came to no advice:                            {_listed(triage.unfinished)}"
    yield f"  {'':16}{'the very level':30}{'a level that will do':30}always 'see a clinician'"
    for level, exact in triage.exact.items():
        acceptable = share(triage.acceptable[level])
        yield f"  {level:16}{share(exact):30}{acceptable:30}{share(baseline.exact[level])}"
    too_little, too_much = len(baseline.under_triaged), len(baseline.over_triaged_self_care)
    yield f"  always 'see a clinician' would tell {too_little} too little, and {too_much} self-care cases more"


def _causes(figures: Figures) -> Iterator[str]:
    yield "The right cause in the internal differential"
    yield f"  {'':32}{'first':30}among the first three"
    for group, name in _GROUPS.items():
        yield f"  {name:32}{share(figures.first_cause[group]):30}{share(figures.top_three[group])}"
    yield f"  causes spoken, where any were: {_spread(figures.causes_spoken)}"


def _effort(figures: Figures) -> Iterator[str]:
    yield "What it takes"
    yield f"  {'':36}{'everyone':36}not urgent"
    for name, spreads in (
        ("interview questions", figures.questions),
        ("exchanges, first words to outcome", figures.exchanges),
        ("seconds of speech listened to", figures.seconds),
    ):
        yield f"  {name:36}" + "".join(f"{_spread(spread):36}" for spread in spreads.values()).rstrip()


def _misses(figures: Figures) -> Iterator[str]:
    rows = list(map(_miss, filter(_is_missed, figures.outcomes)))
    if rows:
        yield ""
        yield "Missed: a level that will not do (!), another level (~), first cause not right (c), nor top three (C)"
        yield from rows
    yield from _troubles(figures.trouble)


def _troubles(trouble: Mapping[str, Ids]) -> Iterator[str]:
    for case, what in trouble.items():
        yield ""
        yield f"Trouble in '{case}':"
        yield from (f"  {each}" for each in what)


def _is_missed(outcome: Outcome) -> bool:
    return not (is_exact(outcome) and has_cause(outcome, 1))


def _miss(outcome: Outcome) -> str:
    triage = "" if is_exact(outcome) else "~" if is_acceptable(outcome) else "!"
    cause = "" if has_cause(outcome, 1) else "c" if has_cause(outcome, 3) else "C"
    told = outcome.level.id if outcome.level is not None else _NOTHING
    case = outcome.case
    return (
        f"  {triage + cause:3}{case.id}: told {told}, right {case.triage.id}; "
        f"{outcome.ranking[0]} first, right {case.condition}"
    )


def _listed(ids: Ids) -> str:
    return f"{len(ids)} ({', '.join(ids)})" if ids else _NOTHING


def _spread(value: Spread) -> str:
    return f"median {value.median:g}, 90th percentile {value.p90:g}" if value.median is not None else "no cases"
