"""People who say anything at all, at any time: no response breaks a rule, and no session is left hanging."""

from __future__ import annotations

import random

import pytest

from skill.commands.devices import device

UTTERANCES = (
    "yes",
    "no",
    "i don't know",
    "help",
    "why",
    "what do you mean",
    "repeat that",
    "skip",
    "next",
    "thanks",
    "start over",
    "purple monkey dishwasher",
    "the outer side",
    "forty four",
    "about three weeks",
    "there's a soft lump behind my knee",
    "it hurts when i bend it but there's no lump",
    "i twisted it and it locks",
    "it hurts at the start of my run and then it eases",
    "my calf hurts when i push off",
    "what is a baker's cyst",
    "how do i treat a torn meniscus",
    "my son is twelve",
    "no wait it was the left one",
    "it gives way sometimes",
    "it's in my calf",
    "",
)


@pytest.mark.parametrize("seed", range(40))
def test_every_response_to_someone_who_says_anything_keeps_the_rules(seed: int) -> None:
    chance, alexa = random.Random(seed), device("en-US")
    exchange = alexa.open()
    for _ in range(25):
        assert exchange.breaches == (), exchange.speech
        if not exchange.session_open:
            break
        exchange = alexa.say(chance.choice(UTTERANCES))
