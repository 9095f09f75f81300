from __future__ import annotations

import pytest

from skill.conditions.evidence import Presence
from skill.understanding.heard import Reply
from skill.understanding.pending import Pending

BREATH, FOOT, CALF = "breathless_at_rest_or_chest_pain", "cold_pale_foot", "calf_rock_hard_severe"
EMERGENCIES = Pending("bundle", (BREATH, FOOT, CALF))
CALF_SIGNS = Pending("bundle", ("calf_swelling", "vte_risk"))


@pytest.mark.parametrize("text", ["not the foot", "my foot's fine", "no not the foot", "no my foot's okay"])
def test_denying_one_item_by_its_part_leaves_the_others_open(hear, text):
    heard = hear(text, EMERGENCIES)
    assert (heard.reply, dict(heard.evidence.findings)) == (None, {FOOT: Presence.ABSENT})


@pytest.mark.parametrize("text", ["yeah the foot", "the foot", "it's the foot", "just the foot"])
def test_naming_one_item_by_its_part_affirms_that_item(hear, text):
    heard = hear(text, EMERGENCIES)
    assert (heard.reply, dict(heard.evidence.findings)) == (Reply.YES, {FOOT: Presence.PRESENT})


def test_a_part_told_with_something_else_is_no_item(hear):
    assert FOOT not in hear("my foot hurts", EMERGENCIES).evidence


@pytest.mark.parametrize("text", ["only when i run", "just from running", "not at rest", "just puffing a bit"])
def test_an_efforts_breath_denies_only_breathlessness_at_rest(hear, text):
    heard = hear(text, EMERGENCIES)
    assert (heard.reply, dict(heard.evidence.findings)) == (None, {BREATH: Presence.ABSENT})


@pytest.mark.parametrize(
    "text", ["only when i run", "just from running", "just puffing a bit", "yeah when i'm running"]
)
def test_an_efforts_breath_is_a_no_to_breathlessness_at_rest(hear, text):
    assert hear(text, Pending("yes_no", (BREATH,))).reply is Reply.NO


@pytest.mark.parametrize(
    "text",
    ["maybe a little short of breath", "yes even at rest", "when i'm sitting", "just from walking to the door"],
)
def test_breath_that_is_short_at_rest_is_a_yes(hear, text):
    assert hear(text, Pending("yes_no", (BREATH,))).reply is Reply.YES


@pytest.mark.parametrize("text", ["only when i run", "a bit", "sometimes", "not at rest"])
def test_a_yes_on_a_condition_to_several_signs_is_unsure(hear, text):
    assert hear(text, CALF_SIGNS).reply is Reply.UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "i'm on my feet all day",
        "right behind the knee",
        "it's only my left leg",
        "it's mostly on the stairs",
        "not at all",
    ],
)
def test_what_tells_something_else_affirms_no_danger(hear, text):
    heard = hear(text, EMERGENCIES)
    assert heard.reply is not Reply.YES
    assert not [name for name in EMERGENCIES.findings if heard.evidence.present(name)]


@pytest.mark.parametrize(
    "text", ["yes", "um yeah actually", "i do", "in my foot, yes", "all of them", "unfortunately yes"]
)
def test_a_plain_yes_answers_for_several_dangers_at_once(hear, text):
    assert hear(text, EMERGENCIES).reply is Reply.YES


@pytest.mark.parametrize("text", ["sure is", "every day", "it does a bit", "yeah no"])
def test_a_yes_that_is_not_plain_has_several_dangers_asked_one_by_one(hear, text):
    assert hear(text, EMERGENCIES).reply is Reply.UNSURE


@pytest.mark.parametrize("text", ["the left one", "the right", "my left calf"])
def test_naming_the_leg_affirms_that_one_calf_is_swollen(hear, text):
    assert hear(text, Pending("yes_no", ("calf_swelling", "calf_warm_red"))).evidence.present("calf_swelling")


@pytest.mark.parametrize("text", ["okay", "ok then", "alright", "great"])
def test_a_word_that_only_takes_note_affirms_no_finding(hear, text):
    assert hear(text, Pending("yes_no", (FOOT,))).reply is None


@pytest.mark.parametrize("text", ["no", "none of those", "no nothing like that my foot's fine"])
def test_a_no_to_all_denies_every_item(hear, text):
    assert set(hear(text, EMERGENCIES).evidence.findings.values()) == {Presence.ABSENT}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("it won't go straight", "locking"),
        ("i can't put any pressure through it", "giving_way"),
        ("haven't slept a wink", "night_rest_pain"),
        ("no strength in it", "weak_after_pop"),
    ],
)
def test_what_fails_is_no_no_to_a_question_about_trouble(hear, text, finding):
    assert hear(text, Pending("yes_no", (finding,))).reply is not Reply.NO


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("everything works down there", "saddle_numbness_or_bladder"),
        ("my chest is clear", BREATH),
        ("the calves match", "calf_swelling"),
        ("i can get about", "cannot_take_four_steps"),
        ("it settles at night", "night_rest_pain"),
    ],
)
def test_what_is_as_it_should_be_is_a_no(hear, text, finding):
    assert hear(text, Pending("yes_no", (finding,))).reply is Reply.NO
