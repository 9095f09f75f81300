"""Questions about living with it, and what is named in a question."""

from __future__ import annotations

import pytest

from skill.understanding.heard import Reply
from skill.understanding.pending import Pending

DANGER = Pending("bundle", ("cold_pale_foot", "calf_rock_hard_severe"))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how long will it take", "how_long"),
        ("when will it get better", "how_long"),
        ("can i keep running", "keep_running"),
        ("do i have to stop running", "keep_running"),
        ("is running bad for it", "keep_running"),
        ("can i still ride my bike", "keep_riding"),
        ("is it okay to squat", "keep_exercising"),
        ("should i rest it", "keep_exercising"),
        ("can i walk on it", "walking"),
        ("do i need an mri", "scan"),
        ("will i need surgery", "surgery"),
        ("should i use ice or heat", "heat"),
        ("does ice help", "ice"),
        ("can i take ibuprofen", "medicine"),
        ("should i get a massage", "massage_rolling"),
        ("should i stretch", "stretching"),
        ("do i need a knee brace", "brace_sleeve"),
        ("what kind of doctor should i see", "who_to_see"),
        ("should i go to the emergency room", "is_it_serious"),
        ("is it serious", "is_it_serious"),
        ("when can i run again", "work_and_sport_return"),
    ],
)
def test_a_question_is_known_by_its_form(hear, text, topic):
    heard = hear(text)
    assert (heard.request, heard.topic) == ("advice", topic)


@pytest.mark.parametrize(
    "text",
    [
        "it hurts when i run",
        "i took ibuprofen and it's swollen",
        "i can walk fine",
        "i put ice on it",
        "my doctor told me to rest",
        "i had surgery last month",
        "there is no lump it just aches when i'm on the bike",
        "i had to stop running",
    ],
)
def test_what_is_told_is_no_question(hear, text):
    assert hear(text).request is None


def test_what_is_told_beside_a_question_is_heard_with_it(hear):
    heard = hear("can i take ibuprofen, i'm on blood thinners")
    assert (heard.request, heard.topic) == ("advice", "medicine")
    assert heard.evidence.present("blood_thinner")


@pytest.mark.parametrize("text", ["is ice or heat better", "can i keep running", "is running bad for it"])
def test_what_is_only_asked_about_is_not_told(hear, text):
    heard = hear(text)
    assert (dict(heard.evidence.findings), heard.evidence.facts.known()) == ({}, {})


def test_the_condition_that_advice_is_asked_for_is_heard(hear):
    heard = hear("how long does a torn meniscus take to heal")
    assert (heard.topic, heard.condition) == ("how_long", "meniscal_tear")


def test_a_yes_to_danger_is_heard_though_a_question_follows(hear):
    assert hear("yes, can i still run", DANGER).reply is Reply.YES


def test_a_no_leaves_the_word_to_the_question_behind_it(hear):
    heard = hear("no, can i still run", DANGER)
    assert (heard.reply, heard.request) == (None, "advice")


def test_a_yes_to_an_offer_leaves_the_word_to_the_question_behind_it(hear):
    heard = hear("yes but how long will it take", Pending("yes_no"))
    assert (heard.reply, heard.request) == (None, "advice")


@pytest.mark.parametrize(
    ("text", "request_id", "topic"),
    [
        ("what is the meniscus", "about", "meniscus"),
        ("what is a torn meniscus", "about", "meniscal_tear"),
        ("what is a baker's cyst", "about", "bakers_cyst"),
        ("what's rice", "about", "rice"),
        ("what does locking mean", "about", "locking"),
        ("tell me about heel drops", "about", "heel_drop"),
        ("how to treat a torn meniscus", "care", "meniscal_tear"),
        ("how do i treat my hamstring", "care", "hamstring_tendinopathy"),
        ("why not a baker's cyst", "why_not", "bakers_cyst"),
        ("couldn't it be a meniscus tear", "why_not", "meniscal_tear"),
        ("is it arthritis", "why_not", "knee_osteoarthritis"),
        ("coach me through clam openers", "coach", "clam_opener"),
        ("let's do some calf raises", "coach", "calf_raise"),
    ],
)
def test_what_a_question_names_is_its_topic(hear, text, request_id, topic):
    heard = hear(text)
    assert (heard.request, heard.topic) == (request_id, topic)


@pytest.mark.parametrize("text", ["what is giving way", "could it be a blood clot", "what does locking mean"])
def test_what_a_question_names_is_not_told(hear, text):
    assert not hear(text).evidence.findings


def test_a_name_far_from_the_question_is_not_what_it_is_about(hear):
    assert hear("my gran has a baker's cyst and mine is just tight behind the knee").request is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("no, the other leg", "right"),
        ("it's my other knee", "right"),
        ("the other knee is fine", None),
        ("it's bigger than the other leg", None),
    ],
)
def test_the_other_leg_is_known_from_the_one_told(hear, text, side):
    assert hear(text, Pending("yes_no", ("locking",), side="left")).evidence.facts.side == side


def test_the_other_leg_is_nothing_where_none_was_told(hear):
    assert hear("no, the other leg", Pending("yes_no", ("locking",))).evidence.facts.side is None


@pytest.mark.parametrize("text", ["no, the other leg", "no i meant the frobnicator", "the other knee is fine"])
def test_the_no_of_a_correction_denies_no_danger(hear, text):
    heard = hear(text, DANGER)
    assert (heard.reply, dict(heard.evidence.findings)) == (None, {})
