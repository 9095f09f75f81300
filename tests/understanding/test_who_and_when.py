from __future__ import annotations

import pytest

from skill.understanding.pending import Pending


@pytest.mark.parametrize(
    "text",
    [
        "my mother had a clot",
        "my dad had a blood clot in his leg so i'm worried",
        "blood clots run in my family",
        "my husband says it's nothing",
        "should i worry if it swells",
        "what if it locks",
        "i'm scared it might be a clot",
        "could it be a blood clot",
        "i had a cyst removed years ago",
        "it used to lock years ago",
        "my shoulder hurts",
        "ten years ago i had surgery on my shoulder",
        "my neighbour says it's a cyst",
        "both my feet are freezing in winter",
        "my mum has arthritis",
    ],
)
def test_others_the_past_questions_and_fears_tell_nothing_of_the_patient(findings, text):
    assert findings(text) == {}


def test_a_clot_ever_counts_however_long_ago(hear):
    heard = hear("i had a clot two years ago")
    assert heard.evidence.present("vte_risk")
    assert heard.evidence.facts.duration_days is None


def test_a_past_injury_of_others_is_not_carried_into_the_next_clause(findings):
    assert findings("my mom had a clot she was in hospital but my calf is swollen") == {"calf_swelling": "present"}


def test_what_has_gone_is_absent_now(findings):
    assert findings("it was swollen last week but it's gone down") == {"swelling_knee": "absent"}


def test_what_used_to_be_and_is_no_more_is_absent(findings):
    assert findings("it used to lock years ago but not any more") == {"locking": "absent"}


def test_gone_numb_is_not_gone(findings):
    assert findings("my toes have gone numb")["numb_tingle"] == "present"


def test_what_another_notices_about_the_patient_counts(findings):
    assert findings("my wife thinks my calf looks swollen") == {"calf_swelling": "present"}


def test_a_question_that_takes_a_finding_for_granted_tells_it(findings):
    assert findings("is it bad that it clicks") == {"catching_clicking": "present"}


@pytest.mark.parametrize(
    ("text", "age"),
    [("my daughter's knee hurts she's ten", 10), ("my son is 14", 14), ("my 10-year-old's right knee hurts", 10)],
)
def test_a_parent_speaks_for_a_child_who_is_the_patient(hear, text, age):
    facts = hear(text).evidence.facts
    assert (facts.for_child, facts.age) == (True, age)


def test_a_child_who_is_only_part_of_the_story_is_not_the_patient(hear):
    assert hear("i was running after my son when it popped").evidence.facts.for_child is None


def test_findings_of_the_child_are_the_patients(findings):
    assert findings("my son is eleven and he's been limping")["limp"] == "present"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("my husband's calf is swollen", "calf_swelling"),
        ("my wife twisted her knee", "twist_mechanism"),
        ("my brother's knee locks", "locking"),
        ("i'm calling for my mother her knee is swollen", "swelling_knee"),
    ],
)
def test_another_person_who_has_it_now_is_the_patient(findings, text, finding):
    assert findings(text)[finding] == "present"


def test_the_age_of_another_patient_is_heard(hear):
    assert hear("my dad's knee hurts he's seventy").evidence.facts.age == 70


def test_a_speaker_who_tells_of_themself_is_the_patient(findings):
    assert "locking" not in findings("my calf is swollen and my husband's knee locks")


def test_it_means_the_part_of_the_body_named_before(findings):
    assert findings("my calf's tight but it isn't swollen and it isn't hot")["calf_warm_red"] == "absent"


@pytest.mark.parametrize("text", ["my mum had a clot but I never have", "my dad had a clot but not me"])
def test_what_only_others_had_is_never_the_speakers(findings, text):
    assert findings(text).get("vte_risk") != "present"


def test_a_hot_knee_warms_no_calf(findings):
    assert findings("it's a hot and red knee") == {"knee_hot_red": "present"}


def test_just_now_is_a_time_only_as_an_answer(hear):
    told, answered = hear("it hurts just now"), hear("just now", Pending("number", fact="duration_days"))
    assert (told.evidence.facts.duration_days, answered.evidence.facts.duration_days) == (None, 0)
