"""Rules about the invocation name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Pizza palace", "holds more than small letters"),
        ("pizza 4 you", "holds more than small letters"),
        ("pizza", "is a single word"),
        ("the pizza", "is an article or preposition"),
        ("pizza alexa now", "wakes the device"),
        ("open pizza now", "launches skills"),
        ("pizza for everyone", "connects a request to the name"),
        ("p" * 25 + " " + "q" * 25, "has 51 characters"),
    ],
)
def test_a_name_that_amazon_would_refuse_is_found(broken, only, name, what):
    broken.language["invocationName"] = name
    assert what in only("invocation-name")


@pytest.mark.parametrize("name", ["knee pain guide", "baker's helper", "n. b. a. news"])
def test_a_name_that_amazon_would_take_passes(broken, name):
    broken.language["invocationName"] = name
    assert broken.faults("invocation-name") == []
