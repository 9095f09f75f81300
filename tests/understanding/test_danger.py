from __future__ import annotations

import pytest

from skill.understanding.heard import Reply
from skill.understanding.pending import Pending


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("i can't catch my breath even sitting down", "breathless_at_rest_or_chest_pain"),
        ("i have chest pain", "breathless_at_rest_or_chest_pain"),
        ("i coughed up blood this morning", "breathless_at_rest_or_chest_pain"),
        ("my foot's gone white", "cold_pale_foot"),
        ("my foot feels cold and dead", "cold_pale_foot"),
        ("it popped out and went back in", "knee_out_of_shape"),
        ("the calf's rock hard and it's agony", "calf_rock_hard_severe"),
        ("i can't pee", "saddle_numbness_or_bladder"),
        ("i can't feel anything down below", "saddle_numbness_or_bladder"),
        ("i've been wetting myself", "saddle_numbness_or_bladder"),
        ("the knee is hot and red", "knee_hot_red"),
        ("i've got a temperature and i'm shivering", "fever_or_unwell"),
        ("one calf is fatter than the other", "calf_swelling"),
        ("my calf has gone red", "calf_warm_red"),
        ("i flew home last week", "vte_risk"),
        ("i'm pregnant", "pregnant_or_postpartum"),
        ("my knee is stuck right now", "knee_stuck_now"),
        ("i can't put any weight on it", "cannot_take_four_steps"),
        ("it blew up within an hour", "swelling_fast"),
        ("the lump is throbbing like a heartbeat", "lump_pulses"),
        ("the lump is getting bigger", "lump_hard_or_growing"),
        ("i take warfarin", "blood_thinner"),
        ("i just finished cipro", "fluoroquinolone"),
        ("i'm diabetic", "joint_infection_risk"),
        ("my foot drags when i walk", "foot_weak_or_dropping"),
        ("i've lost weight without trying", "unexplained_weight_loss"),
    ],
)
def test_danger_in_lay_words_is_heard(findings, text, finding):
    assert findings(text).get(finding) == "present"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("i'm a bit puffed", "breathless_at_rest_or_chest_pain"),
        ("out of breath from running", "breathless_at_rest_or_chest_pain"),
        ("pins and needles after an hour on the saddle", "numb_tingle"),
        ("my leg is dead straight", "cold_pale_foot"),
        ("numb from sitting on the saddle down below", "saddle_numbness_or_bladder"),
        ("it hurts once i'm warm", "knee_hot_red"),
        ("i put a heat pack on my knee", "knee_hot_red"),
        ("my feet are always cold", "cold_pale_foot"),
    ],
)
def test_what_only_sounds_like_danger_is_none(findings, text, finding):
    assert findings(text).get(finding) != "present"


@pytest.mark.parametrize(
    "text",
    [
        "I'm out of breath, I just finished intervals",
        "I'm out of breath. I just did a hill session.",
        "I just finished intervals and I'm out of breath",
        "I'm breathless because I've just been running",
    ],
)
def test_an_efforts_breath_is_no_danger_whichever_sentence_tells_of_the_effort(findings, text):
    assert findings(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "I'm out of breath, I just finished intervals but it's not settling",
        "out of breath even sitting here, I finished an hour ago",
        "I'm out of breath, I finished my run an hour ago",
        "I'm out of breath, I just finished intervals and my chest hurts",
        "I'm short of breath and I haven't been running",
        "I'm out of breath, I just finished lunch",
    ],
)
def test_an_effort_excuses_no_breath_that_does_not_settle(findings, text):
    assert findings(text).get("breathless_at_rest_or_chest_pain") == "present"


def test_it_is_gone_leaves_several_danger_signs_to_be_asked_for_one_by_one(hear):
    assert hear("it's gone now", Pending("bundle", ("cold_pale_foot", "calf_swelling"))).reply is Reply.UNSURE


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("i had chest pain this morning but it's gone now", "breathless_at_rest_or_chest_pain"),
        ("my foot went cold but it's fine now", "cold_pale_foot"),
    ],
)
def test_an_emergency_that_is_told_as_over_is_left_to_be_asked_for(hear, text, finding):
    assert finding not in hear(text).evidence


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("i get chest pain and then it wears off", "breathless_at_rest_or_chest_pain"),
        ("my calf swells and then it wears off", "calf_swelling"),
    ],
)
def test_what_passes_each_time_is_not_over(hear, text, finding):
    assert hear(text).evidence.present(finding)


@pytest.mark.parametrize("text", ["well a bit puffed going upstairs but i'm unfit", "i get puffed walking to the shop"])
def test_breath_that_is_short_from_little_is_no_denial_of_danger(hear, text):
    asked = Pending("bundle", ("breathless_at_rest_or_chest_pain", "cold_pale_foot"))
    assert not hear(text, asked).evidence.absent("breathless_at_rest_or_chest_pain")


def test_being_let_go_home_ends_nothing(hear):
    assert hear("the hospital let me go home last week").request is None
