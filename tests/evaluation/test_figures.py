from __future__ import annotations

import json
import re

import pytest

from skill.conditions.model import TriageLevel
from skill.evaluation import figures as figures_module
from skill.evaluation.comparison import changes
from skill.evaluation.figures import figures_of
from skill.evaluation.figures_json import to_json
from skill.evaluation.play import Outcome
from skill.evaluation.published import published_figures
from skill.evaluation.report import published, report
from skill.evaluation.statistics import Proportion

EMERGENCY, SAME_DAY = TriageLevel.EMERGENCY, TriageLevel.SAME_DAY
SEE, SELF = TriageLevel.SEE_CLINICIAN, TriageLevel.SELF_CARE
ARTICLE = {"hamstring_tendinopathy"}


@pytest.fixture
def outcome(case):
    """What a case of the `right` level was told; `ok` are the levels that will do."""

    def made(told, right=SELF, ok=(), ranking=("hamstring_tendinopathy",), exchanges=5, trouble=(), **changes):
        levels = [level.id for level in (right, *ok)]
        someone = case(triage=right.id, triage_ok=levels, **changes)
        return Outcome(someone, told, ranking[:1], tuple(ranking), 3, exchanges, 60.0, trouble)

    return made


@pytest.mark.parametrize(
    ("told", "right", "ok", "under"),
    [
        (SAME_DAY, EMERGENCY, (), True),
        (SAME_DAY, EMERGENCY, (SAME_DAY,), False),
        (SELF, SAME_DAY, (SEE,), True),
        (SEE, SAME_DAY, (SEE,), False),
        (EMERGENCY, SAME_DAY, (), False),
        (None, SAME_DAY, (), True),
        (SELF, SEE, (), False),
    ],
)
def test_under_triaged_is_an_urgent_case_told_less_than_will_do(outcome, told, right, ok, under):
    assert bool(figures_of([outcome(told, right, ok)], ARTICLE).triage.under_triaged) is under


@pytest.mark.parametrize(
    ("told", "ok", "over", "not_acceptable"),
    [(SELF, (), False, False), (SEE, (SEE,), True, False), (SEE, (), True, True), (None, (), False, False)],
)
def test_a_self_care_case_told_more_is_over_triaged_be_it_acceptable_or_not(outcome, told, ok, over, not_acceptable):
    triage = figures_of([outcome(told, SELF, ok)], ARTICLE).triage
    assert (bool(triage.over_triaged_self_care), bool(triage.self_care_not_acceptable)) == (over, not_acceptable)


def test_telling_nothing_is_neither_exact_nor_acceptable(outcome):
    triage = figures_of([outcome(None)], ARTICLE).triage
    assert triage.exact["self_care"] == triage.acceptable["self_care"] == Proportion(0, 1)
    assert len(triage.unfinished) == 1


def test_exact_triage_is_counted_by_the_right_level(outcome):
    exact = figures_of([outcome(SELF, SELF), outcome(SELF, SAME_DAY)], ARTICLE).triage.exact
    assert (exact["self_care"], exact["same_day"], exact["all"]) == (
        Proportion(1, 1),
        Proportion(0, 1),
        Proportion(1, 2),
    )


def test_any_acceptable_cause_is_right(outcome):
    ranking = ("popliteus_tendinopathy", "bakers_cyst", "meniscal_tear")
    right = outcome(SELF, ranking=ranking, acceptable=["popliteus_tendinopathy"])
    assert figures_of([right], ARTICLE).first_cause["all"] == Proportion(1, 1)


def test_the_fourth_cause_is_not_among_the_first_three(outcome):
    fourth = outcome(SELF, ranking=("bakers_cyst", "meniscal_tear", "arterial_cause", "hamstring_tendinopathy"))
    assert figures_of([fourth], ARTICLE).top_three["all"] == Proportion(0, 1)


def test_causes_are_counted_apart_for_the_back_of_the_knee_and_for_the_articles(outcome):
    outcomes = [outcome(SELF), outcome(SELF, felt="calf", condition="arterial_cause")]
    first = figures_of(outcomes, ARTICLE).first_cause
    assert (first["all"], first["posterior"], first["article"]) == (
        Proportion(1, 2),
        Proportion(1, 1),
        Proportion(1, 1),
    )


def test_what_it_takes_is_counted_apart_for_who_was_interviewed_to_the_end(outcome):
    outcomes = [outcome(SELF, exchanges=9), outcome(EMERGENCY, EMERGENCY, exchanges=1)]
    exchanges = figures_of(outcomes, ARTICLE).exchanges
    assert (exchanges["all"].median, exchanges["not_urgent"].median) == (5, 9)


def test_the_baseline_tells_everyone_to_see_a_clinician(outcome):
    baseline = figures_of([outcome(SELF), outcome(EMERGENCY, EMERGENCY), outcome(SELF, SEE)], ARTICLE).baseline
    assert len(baseline.under_triaged) == len(baseline.over_triaged_self_care) == 1
    assert baseline.exact["all"] == Proportion(1, 3)


def test_the_json_has_the_documented_keys_and_no_other(outcome):
    values = to_json(figures_of([outcome(SELF)], ARTICLE))
    documented = re.findall(r"^    ((?:\w+, )*\w+) +", figures_module.__doc__, re.MULTILINE)
    assert set(values) == {key for line in documented for key in line.split(", ")}


def test_the_json_of_no_outcomes_is_json_too():
    assert json.loads(json.dumps(to_json(figures_of([], ARTICLE))))["cases"] == 0


def test_the_report_names_what_was_missed_and_what_went_wrong(outcome):
    missed = outcome(SELF, EMERGENCY, ranking=("bakers_cyst",), trouble=("it broke",))
    lines = list(report("cases", figures_of([missed], ARTICLE)))
    assert any(line.startswith("  !C ") for line in lines)
    assert "  it broke" in lines


def test_the_report_of_no_outcomes_is_still_a_report():
    assert "came to no advice:                            none" in "\n".join(report("cases", figures_of([], ARTICLE)))


def test_published_figures_are_shown_as_not_comparable():
    first, *others = published(published_figures())
    assert "not comparable" in first
    assert len(others) == len(published_figures()) > 0


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ({"told": SELF}, {"told": SELF}, None),
        ({"told": SAME_DAY}, {"told": SELF}, "told same_day -> self_care (too little now)"),
        ({"told": SELF}, {"told": SAME_DAY}, "told self_care -> same_day"),
        (
            {"told": SAME_DAY},
            {"told": SAME_DAY, "ranking": ("bakers_cyst",)},
            "first cause hamstring_tendinopathy -> bakers_cyst (was right)",
        ),
    ],
)
def test_a_comparison_tells_what_changed_for_a_case(outcome, before, now, change):
    figures = [figures_of([outcome(right=SAME_DAY, **each)], ARTICLE) for each in (before, now)]
    expected = [] if change is None else [f"A runner with a stiff start: {change}"]
    assert list(changes(*figures)) == expected
