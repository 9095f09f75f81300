"""What the answers to questions at any time rest on."""

from __future__ import annotations

import pytest

from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge

KNOWLEDGE = load_knowledge()
URGENT = ("deep_vein_thrombosis", "ruptured_bakers_cyst")


def test_an_answer_of_its_own_rests_on_its_own_sources(knowledge: KnowledgeBase) -> None:
    surgery = knowledge.topics["surgery"]
    assert surgery.citation_for("meniscal_tear").sources == ("bmj_2017", "dream_trial")


@pytest.mark.parametrize("condition", [None, "popliteus_tendinopathy"])
def test_without_one_the_general_answer_is_cited(condition: str | None, knowledge: KnowledgeBase) -> None:
    surgery = knowledge.topics["surgery"]
    assert surgery.citation_for(condition) == surgery.citation


def test_how_long_it_takes_rests_on_what_the_time_course_rests_on(knowledge: KnowledgeBase) -> None:
    for condition in knowledge.conditions.values():
        if condition.time_course:
            assert knowledge.topics["how_long"].citation_for(condition.id) == condition.time_course.citation


def test_how_long_it_takes_without_a_time_course_rests_on_when_to_be_seen(knowledge: KnowledgeBase) -> None:
    clot = knowledge.conditions["deep_vein_thrombosis"]
    assert knowledge.topics["how_long"].citation_for(clot.id) == clot.safety_net


def test_everybody_is_told_whom_to_see_for_their_cause(knowledge: KnowledgeBase) -> None:
    assert set(knowledge.topics["who_to_see"].by_condition) == set(knowledge.conditions)


@pytest.mark.parametrize("topic", KNOWLEDGE.topics)
def test_what_must_be_seen_today_never_gets_the_general_answer(topic: str, knowledge: KnowledgeBase) -> None:
    """In general, easy running is fine: with a clot, it is not."""
    assert set(URGENT) <= set(knowledge.topics[topic].by_condition)


def test_only_what_was_read_is_named_as_proof(knowledge: KnowledgeBase) -> None:
    signs = knowledge.red_flags["S5"].citation
    assert knowledge.proof(signs) == ("knee_xray_rules",)
    assert set(signs.sources) > {"knee_xray_rules"}
