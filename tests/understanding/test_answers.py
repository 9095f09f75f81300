from __future__ import annotations

import pytest

from skill.conditions.evidence import Evidence, Presence
from skill.understanding.heard import Reply
from skill.understanding.pending import Pending

SWOLLEN_CALF = Pending("yes_no", ("calf_swelling",))
BUNDLE = Pending("bundle", ("calf_swelling", "cold_pale_foot", "breathless_at_rest_or_chest_pain"))
PLACE = Pending(
    "choice",
    options={
        "inner": Evidence({"pain_inner_back": Presence.PRESENT}),
        "outer": Evidence({"pain_outer_back": Presence.PRESENT}),
        "calf": Evidence({"pain_in_calf": Presence.PRESENT}),
    },
)
SPORT = Pending(
    "choice",
    options={
        "running": Evidence({"overuse_running": Presence.PRESENT, "overuse_cycling": Presence.ABSENT}),
        "neither": Evidence({"overuse_running": Presence.ABSENT, "overuse_cycling": Presence.ABSENT}),
    },
)


@pytest.mark.parametrize(
    ("text", "reply", "presence"),
    [
        ("yes", Reply.YES, Presence.PRESENT),
        ("yeah a bit", Reply.YES, Presence.PRESENT),
        ("only when i run", Reply.YES, Presence.PRESENT),
        ("sometimes", Reply.YES, Presence.PRESENT),
        ("i think so", Reply.YES, Presence.PRESENT),
        ("uh huh", Reply.YES, Presence.PRESENT),
        ("it is", Reply.YES, Presence.PRESENT),
        ("no", Reply.NO, Presence.ABSENT),
        ("not really", Reply.NO, Presence.ABSENT),
        ("not that i know of", Reply.NO, Presence.ABSENT),
        ("i don't think so", Reply.NO, Presence.ABSENT),
        ("that's not true", Reply.NO, Presence.ABSENT),
        ("maybe", Reply.UNSURE, Presence.UNKNOWN),
        ("yes and no", Reply.UNSURE, Presence.UNKNOWN),
        ("hard to say", Reply.UNSURE, Presence.UNKNOWN),
        ("i don't know", Reply.UNSURE, Presence.UNKNOWN),
        ("i really couldn't tell you", Reply.UNSURE, Presence.UNKNOWN),
        ("not much", Reply.UNSURE, Presence.UNKNOWN),
    ],
)
def test_a_short_answer_settles_the_pending_finding(hear, text, reply, presence):
    heard = hear(text, SWOLLEN_CALF)
    assert (heard.reply, heard.evidence.findings.get("calf_swelling")) == (reply, presence)


def test_words_without_a_place_mean_what_was_asked(findings):
    assert findings("it looks a bit swollen", SWOLLEN_CALF) == {"calf_swelling": "present"}


def test_denying_something_else_does_not_answer(hear):
    heard = hear("no lump", SWOLLEN_CALF)
    assert (heard.reply, dict(heard.evidence.findings)) == (None, {"lump_behind_knee": Presence.ABSENT})


def test_telling_something_else_does_not_answer(hear):
    assert hear("it locks when i walk", SWOLLEN_CALF).reply is None


def test_no_to_a_bundle_denies_every_item(findings):
    assert set(findings("no just puffing a bit", BUNDLE).values()) == {"absent"}


def test_no_to_a_bundle_spares_the_item_that_the_same_breath_affirms(findings):
    answer = findings("no but my foot is cold", BUNDLE)
    assert (answer["cold_pale_foot"], answer["calf_swelling"]) == ("present", "absent")


def test_denying_one_item_of_a_bundle_denies_only_that(hear):
    heard = hear("no chest pain", BUNDLE)
    assert (heard.reply, list(heard.evidence)) == (None, ["breathless_at_rest_or_chest_pain"])


@pytest.mark.parametrize("text", ["yes", "yeah", "i'm not sure"])
def test_a_bundle_answered_without_an_item_leaves_no_evidence(findings, text):
    assert findings(text, BUNDLE) == {}


def test_an_item_of_a_bundle_can_be_picked_by_its_place(findings):
    assert findings("the second one", BUNDLE) == {"cold_pale_foot": "present"}


@pytest.mark.parametrize(
    ("text", "finding"),
    [("the outside", "pain_outer_back"), ("the inner one", "pain_inner_back"), ("down in the calf", "pain_in_calf")],
)
def test_an_option_is_chosen_in_its_own_words(findings, text, finding):
    assert findings(text, PLACE) == {finding: "present"}


def test_an_option_brings_all_its_evidence(findings):
    assert findings("when i run", SPORT) == {"overuse_running": "present", "overuse_cycling": "absent"}


def test_neither_is_an_option_and_not_a_refusal(findings):
    assert set(findings("neither", SPORT).values()) == {"absent"}


@pytest.mark.parametrize("text", ["no say that again", "can you repeat that", "what do you mean"])
def test_a_request_answers_nothing(hear, text):
    heard = hear(text, BUNDLE)
    assert (heard.reply, dict(heard.evidence.findings)) == (None, {})


LOCKS = Pending("yes_no", ("locking",))
HURTS_TO_BEND = Pending("yes_no", ("pain_deep_bend",))
TOO_SORE = Pending("bundle", ("cannot_take_four_steps", "cannot_bend_right_angle"))
OFFER = Pending("yes_no")


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("it has a couple of times", Reply.YES),
        ("it certainly does", Reply.YES),
        ("more than i'd like", Reply.YES),
        ("quite badly", Reply.YES),
        ("every other day or so", Reply.YES),
        ("so my doctor tells me", Reply.YES),
        ("it hasn't happened to me", Reply.NO),
        ("doesn't do that", Reply.NO),
        ("no more than usual", Reply.NO),
        ("can't say it has", Reply.NO),
        ("nobody's ever mentioned it", Reply.NO),
        ("definitely neither of those", Reply.NO),
        ("i'd be guessing", Reply.UNSURE),
        ("i haven't really tested it", Reply.UNSURE),
        ("some days yes some days no", Reply.UNSURE),
        ("it all happened too fast to tell", Reply.UNSURE),
    ],
)
def test_an_answer_is_known_by_how_it_is_built(hear, text, reply):
    assert hear(text, LOCKS).reply is reply


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("not often but yes", Reply.YES),
        ("it's not constant but yeah it does", Reply.YES),
        ("no but yes", Reply.UNSURE),
        ("i don't think so but i can't be sure", Reply.UNSURE),
        ("yes but only for a second", Reply.YES),
        ("yeah but no chills", Reply.YES),
    ],
)
def test_a_but_turns_an_answer_only_where_another_follows(hear, text, reply):
    assert hear(text, LOCKS).reply is reply


@pytest.mark.parametrize(("pending", "reply"), [(HURTS_TO_BEND, Reply.NO), (OFFER, Reply.YES)])
def test_that_is_fine_denies_a_complaint_and_takes_an_offer(hear, pending, reply):
    assert hear("that's fine", pending).reply is reply


def test_what_a_knee_does_not_like_hurts(hear):
    assert hear("it doesn't like that at all", HURTS_TO_BEND).reply is Reply.YES


@pytest.mark.parametrize("text", ["i can't walk no", "no i can't walk"])
def test_a_no_beside_what_cannot_be_done_does_not_turn_it_round(findings, text):
    assert findings(text, TOO_SORE)["cannot_take_four_steps"] == "present"


def test_a_no_before_what_is_fine_does_not_turn_it_round(findings):
    asked = Pending("yes_no", ("breathless_at_rest_or_chest_pain",))
    assert findings("no chest is fine", asked) == {"breathless_at_rest_or_chest_pain": "absent"}


def test_a_bare_i_can_leaves_open_whether_it_is_too_sore(hear):
    assert hear("i can yes", TOO_SORE).reply is Reply.UNSURE


@pytest.mark.parametrize(
    "text",
    ["i can't feel anything", "no feeling at all", "nothing i do helps", "it never lets up", "it's not going away"],
)
def test_what_is_gone_or_does_not_stop_denies_no_danger(hear, text):
    assert hear(text, BUNDLE).reply is not Reply.NO


def test_a_denied_danger_stays_denied_when_a_no_follows(hear):
    heard = hear("it doesn't feel hot, no", Pending("yes_no", ("knee_hot_red",)))
    assert (heard.reply, heard.evidence.absent("knee_hot_red")) == (Reply.NO, True)


def test_pain_only_on_moving_is_none_at_rest(hear):
    assert hear("only when i move", Pending("yes_no", ("night_rest_pain",))).reply is Reply.NO


def test_a_knee_that_went_on_me_gave_way(hear):
    assert hear("it went on me twice this morning").evidence.present("giving_way")
