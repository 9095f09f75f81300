from __future__ import annotations

import pytest

from skill.simulator.invocation import InvocationReader
from skill.simulator.language import load_language

READER = InvocationReader("pizza palace", load_language("en-US"))


@pytest.mark.parametrize(
    "said",
    [
        "Alexa, open Pizza Palace",
        "open pizza palace",
        "launch pizza palace please",
        "pizza palace",
        "talk to pizza palace",
    ],
)
def test_opening_the_skill_is_a_plain_launch(said: str) -> None:
    invocation = READER.read(said)
    assert invocation is not None
    assert invocation.requests == ()


@pytest.mark.parametrize("said", ["ask pizza palace", "alexa, ask pizza palace to"])
def test_asking_for_nothing_is_a_plain_launch(said: str) -> None:
    invocation = READER.read(said)
    assert invocation is not None
    assert invocation.requests == ()


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("Alexa, ask pizza palace for a large pizza", "a large pizza"),
        ("ask pizza palace how long it takes", "how long it takes"),
        ("tell pizza palace that I can wait", "i can wait"),
        ("open pizza palace and order a pizza", "order a pizza"),
        ("um, alexa, ask pizza palace to order a pizza please", "order a pizza"),
        ("order a pizza using pizza palace", "order a pizza"),
    ],
)
def test_what_is_asked_along_with_the_name_is_the_request(said: str, request_: str) -> None:
    invocation = READER.read(said)
    assert invocation is not None
    assert invocation.requests[0] == request_


def test_a_connecting_word_may_belong_to_the_request() -> None:
    invocation = READER.read("ask pizza palace if it is ready")
    assert invocation is not None
    assert invocation.requests == ("it is ready", "if it is ready")


@pytest.mark.parametrize(
    "said",
    ["", "alexa", "open the window", "ask burger barn for fries", "is pizza palace open", "fries with burger barn"],
)
def test_anything_else_does_not_call_for_the_skill(said: str) -> None:
    assert READER.read(said) is None
