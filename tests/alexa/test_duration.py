from __future__ import annotations

import pytest

from skill.alexa.duration import days_in, years_in


@pytest.mark.parametrize(
    ("value", "days"),
    [("P3D", 3), ("P3W", 21), ("P2M", 60), ("P1Y", 365), ("P1Y2M", 425), ("PT5H", 0), ("P1DT12H", 1)],
)
def test_a_duration_counts_whole_days(value: str, days: int) -> None:
    assert days_in(value) == days


@pytest.mark.parametrize("value", ["three weeks", "P", "PT", "P3", "PXW", "?", "", "p3w"])
def test_what_is_no_duration_has_no_days(value: str) -> None:
    assert days_in(value) is None


@pytest.mark.parametrize(("value", "years"), [("P34Y", 34), ("P1Y2M", None), ("P3W", None), ("34", None)])
def test_only_years_alone_may_be_an_age(value: str, years: int | None) -> None:
    assert years_in(value) == years
