from __future__ import annotations

import pytest

from skill.conditions.evidence import Presence
from skill.dialog.asks import AskBehindToo, AskComplaint, AskFlags, AskQuestion, OfferCare, OfferRepeat

YES, NO, UNSURE = "yes", "no", "i don't know"


def flags(*names):
    return AskFlags(flags=names)


def question(name):
    return AskQuestion(question=name)


@pytest.mark.parametrize(
    ("answers", "asked", "reply"),
    [
        ({}, ("E1", "E2"), NO),
        ({"cold_pale_foot": "present"}, ("E1", "E2"), YES),
        ({"cold_pale_foot": "present", "calf_rock_hard_severe": "unknown"}, ("E2", "E4"), YES),
        ({"calf_rock_hard_severe": "unknown"}, ("E2", "E4"), UNSURE),
    ],
)
def test_of_several_danger_signs_one_is_enough_for_a_yes(patient, answers, asked, reply):
    assert patient(answers=answers).answer(flags(*asked)) == reply


def test_what_is_not_listed_is_denied_unless_told_to_be_unknown(patient):
    assert patient(answers={}).answer(question("locking")) == NO
    assert patient(answers={}, unlisted=Presence.UNKNOWN).answer(question("locking")) == UNSURE


def test_what_follows_from_a_listed_finding_is_true_as_well(patient):
    assert patient(answers={"lump_pulses": "present"}).answer(question("lump_behind_knee")) == YES


@pytest.mark.parametrize(
    ("answers", "asked", "said"),
    [
        ({"pain_outer_back": "present"}, "location", "the outer side"),
        ({"sudden_onset": "absent"}, "onset", "it crept up on me"),
        ({"overuse_running": "present", "overuse_cycling": "present"}, "activity", "both"),
        ({"overuse_running": "present"}, "activity", "running"),
        ({}, "activity", "neither"),
        ({}, "location", UNSURE),
    ],
)
def test_a_choice_is_answered_with_the_option_that_fits(patient, answers, asked, said):
    assert patient(answers=answers).answer(question(asked)) == said


def test_a_choice_that_only_denies_is_not_made_by_who_does_not_know(patient):
    assert patient(answers={}, unlisted=Presence.UNKNOWN).answer(question("activity")) == UNSURE


def test_a_choice_is_made_by_what_is_known_though_the_rest_is_not(patient):
    someone = patient(answers={"overuse_running": "present"}, unlisted=Presence.UNKNOWN)
    assert someone.answer(question("activity")) == "running"


@pytest.mark.parametrize(
    ("facts", "said"),
    [({"age": 44}, "i'm 44"), ({"age": 9, "for_child": True}, "9"), ({}, "i'd rather not say")],
)
def test_an_age_is_told_or_refused(patient, facts, said):
    assert patient(facts=facts).answer(question("age")) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "about 1 day"),
        (20, "about 3 weeks"),
        (90, "about 3 months"),
        (365, "about 12 months"),
        (1095, "about 3 years"),
    ],
)
def test_a_duration_is_rounded_as_people_do(patient, days, said):
    assert patient(facts={"duration_days": days}).answer(question("duration")) == said


def test_a_duration_that_is_not_known_is_not_made_up(patient):
    assert patient(facts={}).answer(question("duration")) == UNSURE


def test_who_is_not_understood_says_it_again_sentence_by_sentence(patient):
    someone = patient(says="My knee hurts. It is swollen.")
    said = [someone.answer(AskComplaint(attempt=attempt)) for attempt in range(4)]
    assert said == ["My knee hurts. It is swollen.", "My knee hurts.", "It is swollen.", "My knee hurts."]


@pytest.mark.parametrize("offer", [OfferCare(), OfferRepeat()])
def test_offers_are_declined(patient, offer):
    assert patient().answer(offer) == NO


@pytest.mark.parametrize(
    ("changes", "reply"),
    [
        ({"felt": "posterior"}, YES),
        ({"felt": "knee_other", "answers": {"pain_outer_back": "present"}}, YES),
        ({"felt": "knee_other", "answers": {"pain_front": "present"}}, NO),
    ],
)
def test_whether_it_hurts_behind_too_is_answered_by_where_it_hurts(patient, changes, reply):
    assert patient(**changes).answer(AskBehindToo()) == reply


def test_every_option_of_every_question_has_words(knowledge, words):
    options = {option for question in knowledge.questions.values() for option in question.options}
    assert options <= words.options.keys()
