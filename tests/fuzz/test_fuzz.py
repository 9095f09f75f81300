"""A short look; `make fuzz` takes a long one."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.target import Target


@pytest.fixture(scope="module")
def target() -> Target:
    return Target()


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_nothing_that_is_sent_stops_the_skill_or_gets_into_its_log(target: Target, by: random.Random) -> None:
    target(by)
