from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge

KNOWLEDGE = load_knowledge()
P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN

evidence = st.builds(
    Evidence, st.dictionaries(st.sampled_from(sorted(KNOWLEDGE.findings)), st.sampled_from(list(Presence)), max_size=15)
)


def test_a_place_excludes_the_other_places(knowledge: KnowledgeBase) -> None:
    settled = knowledge.settle(Evidence({"pain_inner_back": P}))
    assert settled.absent("pain_outer_back")


def test_a_lump_that_pulses_is_a_lump(knowledge: KnowledgeBase) -> None:
    assert knowledge.settle(Evidence({"lump_pulses": P})).present("lump_behind_knee")


def test_without_a_lump_no_lump_is_hard(knowledge: KnowledgeBase) -> None:
    assert knowledge.settle(Evidence({"lump_behind_knee": A})).absent("lump_hard_or_growing")


def test_an_unsure_lump_says_nothing_of_its_hardness(knowledge: KnowledgeBase) -> None:
    assert "lump_hard_or_growing" not in knowledge.settle(Evidence({"lump_behind_knee": U}))


def test_age_settles_what_follows_from_it(knowledge: KnowledgeBase) -> None:
    assert knowledge.settle(Evidence(facts=Facts(age=50))).present("age_50_plus")
    assert knowledge.settle(Evidence(facts=Facts(age=49))).absent("age_50_plus")


def test_a_new_place_replaces_the_old_one(knowledge: KnowledgeBase) -> None:
    known = knowledge.record(Evidence({"pain_inner_back": P}), Evidence({"pain_outer_back": P}))
    assert (known["pain_inner_back"], known["pain_outer_back"]) == (U, P)


def test_recording_keeps_what_was_not_spoken_of(knowledge: KnowledgeBase) -> None:
    known = knowledge.record(Evidence({"locking": P}, Facts(age=40)), Evidence({"locking": A}, Facts(side="left")))
    assert known == Evidence({"locking": A}, Facts(age=40, side="left"))


@given(evidence)
def test_settling_twice_changes_nothing_more(known: Evidence) -> None:
    once = KNOWLEDGE.settle(known)
    assert KNOWLEDGE.settle(once) == once


@given(evidence)
def test_settling_does_not_depend_on_the_order_of_what_was_said(known: Evidence) -> None:
    backwards = Evidence(dict(reversed(known.findings.items())))
    assert KNOWLEDGE.settle(backwards) == KNOWLEDGE.settle(known)
