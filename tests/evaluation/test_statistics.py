from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.evaluation.statistics import Proportion, Spread


# Newcombe 1998 (Stat Med 17:857), table I, method 3
@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_intervals_are_the_published_ones(right, of, low, high):
    assert Proportion(right, of).interval == pytest.approx((low, high), abs=0.0001)


@given(of=st.integers(1, 500), data=st.data())
def test_an_interval_lies_within_bounds_around_its_share(of, data):
    proportion = Proportion(data.draw(st.integers(0, of)), of)
    low, high = proportion.interval
    assert 0 <= low <= proportion.share + 1e-9
    assert proportion.share - 1e-9 <= high <= 1


def test_of_no_cases_nothing_is_claimed():
    assert Proportion.over([]).share is None
    assert Proportion.over([]).interval is None
    assert Spread.over([]) == Spread(0, None, None)


def test_the_90th_percentile_is_a_value_that_nine_in_ten_do_not_exceed():
    assert Spread.over(list(range(1, 11))) == Spread(10, 5.5, 9)
    assert Spread.over([3]) == Spread(1, 3, 3)
