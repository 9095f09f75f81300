from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "request_id"),
    [
        ("can you say that again", "repeat"),
        ("sorry i didn't catch that", "repeat"),
        ("what did you just ask me", "repeat"),
        ("what do you mean by that", "explain"),
        ("i'm a bit confused", "explain"),
        ("stop", "stop"),
        ("please just stop talking", "stop"),
        ("never mind", "stop"),
        ("what can i ask you", "help"),
        ("help", "help"),
        ("go back", "go_back"),
        ("skip this one", "skip"),
        ("start over", "start_over"),
        ("give me a minute", "wait"),
        ("why do you ask", "why"),
        ("thank you so much", "thanks"),
        ("what else could it be", "what_else"),
        ("how sure are you", "how_sure"),
    ],
)
def test_a_request_is_recognized(hear, text, request_id):
    assert hear(text).request == request_id


@pytest.mark.parametrize(
    "text",
    [
        "the pain goes as soon as i stop",
        "i had to stop running",
        "it stops hurting when i rest",
        "it helps when i sit",
        "it hurts again",
        "i get up and it hurts",
    ],
)
def test_telling_of_pain_is_no_request(hear, text):
    assert hear(text).request is None


@pytest.mark.parametrize(
    "text",
    [
        "no wait i meant my left knee",
        "actually there is a bit of a lump",
        "sorry it's my right knee",
        "scratch that it's the calf",
        "now that you mention it it does click",
        "it's on the inside or rather the outside",
        "on second thought it did pop",
        "it's not the right knee it's the left knee",
    ],
)
def test_a_correction_is_noticed(hear, text):
    assert hear(text).correction


@pytest.mark.parametrize(
    "text",
    ["no not that i've noticed", "i'm sorry could you repeat that", "it's actually quite sore", "oh no i'm fine"],
)
def test_no_correction_is_imagined(hear, text):
    assert not hear(text).correction


def test_a_named_condition_is_the_topic(hear):
    assert hear("what is a bakers sist").topic == "bakers_cyst"


def test_the_longest_name_is_the_topic(hear):
    assert hear("could it be a burst cyst").topic == "ruptured_bakers_cyst"
