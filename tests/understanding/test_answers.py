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
