from __future__ import annotations

import pytest


def test_a_denial_reaches_both_nouns_joined_by_or_and_stops_at_but(findings):
    assert findings("no swelling or lump but it does lock") == {
        "swelling_knee": "absent",
        "lump_behind_knee": "absent",
        "locking": "present",
    }


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("it doesn't really hurt when i straighten it", "pain_straightening"),
        ("squatting doesn't hurt", "pain_deep_bend"),
        ("bending it is fine", "pain_deep_bend"),
        ("without any locking", "locking"),
        ("it has never given way", "giving_way"),
        ("no swelling nor any lump", "lump_behind_knee"),
        ("it's neither red nor hot", "knee_hot_red"),
        ("i don't think there's a lump", "lump_behind_knee"),
        ("i wouldn't say it's swollen", "swelling_knee"),
        ("no arthritis that i know of", "known_knee_arthritis"),
        ("my calf is not hard", "calf_rock_hard_severe"),
        ("my calf isn't swollen", "calf_swelling"),
        ("nope, no chest pain", "breathless_at_rest_or_chest_pain"),
        ("hardly any swelling", "swelling_knee"),
        ("swelling no not really", "swelling_knee"),
        ("the patient denies numbness", "numb_tingle"),
        ("no pain when i pull my toes up", "pain_calf_stretch"),
        ("it never clicks or catches", "catching_clicking"),
        ("there was no pop", "pop_felt"),
        ("cycling doesn't bother it", "overuse_cycling"),
        ("nobody's ever told me i have arthritis", "known_knee_arthritis"),
        ("my back is fine", "back_buttock_pain"),
        ("no pain and no clicking", "catching_clicking"),
        ("it's sore but it doesn't hurt when i bend it", "pain_deep_bend"),
        ("it doesn't hurt to squat it just aches", "pain_deep_bend"),
        ("it clicks but it doesn't hurt", "catching_clicking"),
    ],
)
def test_a_denied_finding_is_absent(findings, text, finding):
    assert findings(text).get(finding) == "absent"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("it's not that it doesn't lock", "locking"),
        ("not only does it click it gives way as well", "giving_way"),
        ("no my calf is swollen", "calf_swelling"),
        ("it doesn't hurt to bend but it does when i straighten it", "pain_straightening"),
        ("it doesn't hurt when i bend it only when i straighten it", "pain_straightening"),
        ("apart from some swelling there's nothing else", "swelling_knee"),
        ("i can't straighten my knee without pain", "pain_straightening"),
    ],
)
def test_what_a_denial_does_not_reach_is_present(findings, text, finding):
    assert findings(text).get(finding) == "present"


@pytest.mark.parametrize(
    "text",
    [
        "i thought it was swollen but it isn't",
        "it was really puffy at first but now it's back to normal",
        "i had some swelling but that cleared up",
        "it was swollen but it came back to normal",
        "it was swollen then i put some ice on it and it went away",
    ],
)
def test_what_a_later_clause_takes_back_is_absent(findings, text):
    assert findings(text) == {"swelling_knee": "absent"}


def test_a_doubt_reaches_no_further_than_its_reason(findings):
    assert findings("it might be my shoes because it clicks")["catching_clicking"] == "present"


def test_what_swelled_slowly_did_swell(findings):
    assert findings("my knee didn't swell up until the next day") == {
        "swelling_fast": "absent",
        "swelling_knee": "present",
    }


@pytest.mark.parametrize(
    "text",
    [
        "i'm not sure whether it's swollen or not",
        "i don't know if it's swollen",
        "it might be swollen",
        "i can't tell if it's swollen",
        "it's not very swollen",
    ],
)
def test_what_is_in_doubt_is_unknown_and_never_absent(findings, text):
    assert findings(text) == {"swelling_knee": "unknown"}


def test_a_doubt_that_tells_how_much_is_a_yes(findings):
    assert findings("maybe a little bit of swelling round the knee") == {"swelling_knee": "present"}


@pytest.mark.parametrize(
    ("text", "finding", "presence"),
    [
        ("i've never had cancer and my weight is steady", "unexplained_weight_loss", "absent"),
        ("it hurts when i bend it fully but straightening it is fine", "pain_straightening", "absent"),
        (
            "years ago my other knee did this and that one was swollen and this one isn't swollen",
            "swelling_knee",
            "absent",
        ),
        ("the swelling has gone but it came back", "swelling_knee", "present"),
        ("they haven't ruled out a clot", "vte_risk", "unknown"),
        ("no pain in the lump", "lump_behind_knee", "present"),
        ("the swelling isn't a problem", "swelling_knee", "present"),
        ("swelling isn't a problem", "swelling_knee", "absent"),
        ("well no my calf is swollen", "calf_swelling", "present"),
        ("if i stand still for a minute it's gone and my calf is swollen", "calf_swelling", "present"),
        ("it's sore but it's anything but swollen", "swelling_knee", "absent"),
    ],
)
def test_a_denial_reaches_as_far_as_its_sentence_is_built_to_let_it(findings, text, finding, presence):
    assert findings(text).get(finding) == presence
