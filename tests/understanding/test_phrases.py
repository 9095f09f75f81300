from __future__ import annotations

import pytest

from skill.understanding.notation import NotationError, parse_run, word_key
from skill.understanding.phrases import Phrases, phrases_of


def names(phrases: Phrases, said: str) -> list[str]:
    """The groups that have a phrase of just these words."""
    state: int | None = 0
    for word in said.split():
        state = phrases.steps[state or 0].get(word_key(word))
        if state is None:
            return []
    return list(phrases.names[state or 0])


def phrases(**groups: list[str]) -> Phrases:
    return phrases_of({name: [parse_run(text) for text in texts] for name, texts in groups.items()})


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("back of knee", ["place"]),
        ("the back of knee", ["place"]),
        ("back of the knee", []),
        ("lock", ["verb"]),
        ("locking", ["verb"]),
        ("locking up", ["verb"]),
        ("up", []),
    ],
)
def test_a_walk_ends_at_the_groups_that_have_the_phrase(said, found):
    assert names(phrases(place=["[the] (back|rear) of knee"], verb=["lock* [up]"]), said) == found


def test_groups_that_share_a_phrase_come_in_their_own_order():
    assert names(phrases(second=["sore"], first=["(tender|sore)"]), "sore") == ["second", "first"]


def test_alternatives_share_their_way_on():
    """Written out there would be a thousand phrases."""
    digits = "(" + "|".join("abcdefghij") + ")"
    assert len(phrases(code=[f"{digits} {digits} {digits}"]).steps) == 4


def test_the_same_groups_make_the_same_automaton():
    groups = {"place": ["(back|rear|hollow) of [the] knee"], "it": ["(it|this|that)"]}
    assert phrases(**groups) == phrases(**groups)


def test_a_phrase_cannot_have_a_gap():
    with pytest.raises(NotationError):
        phrases(place=["back ... knee"])
