from __future__ import annotations

import pytest

from skill.understanding.heard import Reply
from skill.understanding.pending import Pending


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
        ("go back", "back"),
        ("skip this one", "skip"),
        ("start over", "start_over"),
        ("give me a minute", "wait"),
        ("why do you ask", "why"),
        ("thank you so much", "thanks"),
        ("what else could it be", "others"),
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


@pytest.mark.parametrize(
    ("text", "request_id"),
    [
        ("retract that", "stop"),
        ("i'd like to withdraw what i said", "stop"),
        ("time to stop", "stop"),
        ("i only caught half of that", "repeat"),
        ("you went quiet", "repeat"),
        ("which lump do you mean", "explain"),
        ("what counts as a long journey", "explain"),
        ("why my age", "why"),
        ("who are you", "help"),
        ("tell me how this works", "help"),
        ("change my last answer", "back"),
    ],
)
def test_a_request_is_known_by_how_it_is_built(hear, text, request_id):
    assert hear(text, Pending("yes_no", ("locking",))).request == request_id


@pytest.mark.parametrize("text", ["it's stopped doing that", "i couldn't get out of the chair", "i finished the race"])
def test_what_has_stopped_is_no_wish_to_stop(hear, text):
    assert hear(text, Pending("yes_no", ("locking",))).request is None


def test_who_asks_which_lump_is_meant_tells_of_none(hear):
    assert not hear("which lump do you mean", Pending("yes_no", ("locking",))).evidence.findings


def test_what_is_told_beside_a_request_is_heard_with_it(hear):
    heard = hear("what do you mean, my calf is swollen though", Pending("yes_no", ("locking",)))
    assert (heard.request, heard.evidence.present("calf_swelling")) == ("explain", True)


def test_what_is_taken_back_is_no_wish_to_stop(hear):
    heard = hear("forget that it's the left", Pending("yes_no", ("locking",)))
    assert (heard.request, heard.correction) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "not my left my right",
        "it started on monday no tuesday",
        "i'm fifty two sorry fifty three",
        "change that to no",
        "you misheard me",
        "that was the wrong answer",
        "oh i forgot it clicks",
        "on reflection it does",
    ],
)
def test_a_correction_is_known_by_how_it_is_built(hear, text):
    assert hear(text).correction


@pytest.mark.parametrize("text", ["cancel it", "sorry no idea", "i forgot my keys at the gym", "it's my left knee"])
def test_what_only_sounds_like_a_correction_is_none(hear, text):
    assert not hear(text).correction


@pytest.mark.parametrize(
    ("text", "request_id"),
    [
        ("how many more questions", "progress"),
        ("are we nearly done", "progress"),
        ("what have i told you so far", "recap"),
        ("say it shorter", "brief"),
        ("just the short version", "brief"),
        ("slow down a bit", "slower"),
        ("go back to your usual speed", "faster"),
        ("hang on a second", "wait"),
        ("this really sucks", "vent"),
        ("ow that hurts", "vent"),
        ("i'm so fed up", "vent"),
        ("i'm really scared it's a clot", "vent"),
        ("what would change your mind", "change_mind"),
        ("could it be something else", "others"),
        ("where is that from", "source"),
        ("how do you know", "source"),
        ("give me a summary for my doctor", "summary"),
        ("what should i tell my doctor", "summary"),
        ("i made a mistake", "back"),
        ("how do i treat it", "care"),
        ("what helps", "care"),
        ("next", "next"),
    ],
)
def test_every_kind_of_request_is_recognized_while_danger_is_asked_for(hear, text, request_id):
    heard = hear(text, Pending("bundle", ("cold_pale_foot", "calf_rock_hard_severe")))
    assert (heard.request, heard.reply) == (request_id, None)


@pytest.mark.parametrize("text", ["hell yes", "damn right", "yes, this sucks"])
def test_a_yes_is_heard_through_swearing(hear, text):
    assert hear(text, Pending("yes_no", ("locking",))).reply is Reply.YES


def test_that_is_wrong_answers_a_yes_or_no_question(hear):
    heard = hear("that's wrong", Pending("yes_no", ("locking",)))
    assert (heard.request, heard.reply) == (None, Reply.NO)


def test_that_is_wrong_takes_back_the_last_answer_where_no_yes_or_no_is_asked(hear):
    assert hear("that's wrong", Pending("number", fact="age")).request == "back"
