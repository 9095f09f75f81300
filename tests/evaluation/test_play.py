from __future__ import annotations

from dataclasses import replace

import pytest

from skill.conditions.model import TriageLevel
from skill.evaluation import play
from skill.simulator import Ended
from skill.understanding.understander import Understander


def test_a_plain_case_comes_to_a_result_with_causes(player, case):
    outcome = player.play(case())
    assert outcome.level is TriageLevel.SELF_CARE
    assert outcome.causes[0] == outcome.ranking[0] == "hamstring_tendinopathy"


def test_a_listed_danger_is_found_by_asking_though_the_first_words_hide_it(player, case):
    outcome = player.play(case(answers={"cold_pale_foot": "present"}))
    assert outcome.level is TriageLevel.EMERGENCY


def test_an_urgent_turn_names_no_causes_and_is_ranked_all_the_same(player, case):
    outcome = player.play(case(answers={"cold_pale_foot": "present"}))
    assert outcome.causes == ()
    assert len(outcome.ranking) == 12


def test_an_urgent_conversation_is_held_to_its_close(player, case):
    *_, last = player.conversation(case(answers={"cold_pale_foot": "present"}))
    assert last.ended is Ended.BY_SKILL


def test_declining_to_hear_an_instruction_again_is_not_on_the_way_to_it(player, case):
    someone = case(answers={"cold_pale_foot": "present"})
    patient_spoke = len(list(player.conversation(someone))) - 1
    assert player.play(someone).exchanges == patient_spoke - 1


def test_urgency_raised_after_the_first_urgent_turn_counts(player, case):
    someone = case(says="the back of my knee hurts and my calf is swollen", answers={"cold_pale_foot": "present"})
    assert player.play(someone).level is TriageLevel.EMERGENCY


def test_pain_in_front_alone_is_told_a_level_and_no_cause(player, case):
    someone = case(says="the front of my knee hurts", answers={"pain_front": "present"}, felt="knee_other")
    outcome = player.play(someone)
    assert outcome.level is not None
    assert outcome.causes == ()


def test_who_hurts_behind_as_well_goes_on_to_causes(player, case):
    someone = case(says="the front of my knee hurts", answers={"pain_front": "present"}, felt="posterior")
    assert player.play(someone).causes != ()


def test_a_child_is_told_a_level_and_no_cause(player, case):
    someone = case(says="my daughter's knee hurts at the back", answers={}, facts={"age": 12, "for_child": True})
    outcome = player.play(someone)
    assert outcome.level is TriageLevel.SEE_CLINICIAN
    assert outcome.causes == ()


def test_questions_are_the_interviews_without_age_and_danger_signs(player, case):
    asked = [
        exchange.attributes["state"]["pending"]["question"]
        for exchange in player.conversation(case())
        if (exchange.attributes["state"]["pending"] or {}).get("act") == "AskQuestion"
    ]
    assert player.play(case()).questions == len(set(asked) - {"age"}) > 0


def test_direct_hands_over_the_first_words_whole(player, case):
    says = "it hurts at the back of my knee, " + "and it does so every single time I go for a long run, " * 4
    _, first, *_ = replace(player, direct=True).conversation(case(says=says))
    assert first.request["request"]["intent"]["slots"]["description"]["value"] == says


def test_a_conversation_without_end_is_cut_and_has_no_level(player, case, monkeypatch):
    monkeypatch.setattr(play, "MOST_EXCHANGES", 2)
    outcome = player.play(case())
    assert outcome.exchanges == 2
    assert outcome.level is None


@pytest.fixture
def broken(player, monkeypatch):
    """Break a part of the skill."""

    def break_part(owner, name):
        def fail(*_):
            raise RuntimeError("broken")

        monkeypatch.setattr(owner, name, fail)
        return player

    return break_part


def test_a_skill_that_fails_is_trouble_and_no_crash(broken, player, case):
    outcome = broken(player.device, "_skill").play(case())
    assert outcome.level is None
    assert any("broken" in each for each in outcome.trouble)


def test_a_turn_that_fails_and_is_apologized_for_is_trouble(broken, case):
    outcome = broken(Understander, "understand").play(case())
    assert outcome.level is None
    assert outcome.trouble == (f"apologized {play.MOST_EXCHANGES} times for a fault of its own",)


def test_the_same_case_comes_out_the_same_again(player, case):
    assert player.play(case()) == player.play(case())
