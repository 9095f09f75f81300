from __future__ import annotations

import pytest

from skill.speech.phrases import as_sentence, joined


@pytest.mark.parametrize(
    ("items", "word", "phrase"),
    [
        ([], "and", ""),
        (["a"], "and", "a"),
        (["a", "b"], "and", "a, and b"),
        (["a", "b"], "or", "a, or b"),
        (["a", "b", "c"], "and", "a, b, and c"),
    ],
)
def test_a_list_is_spoken_with_its_word_before_the_last(items: list[str], word: str, phrase: str) -> None:
    assert joined(items, word) == phrase


def test_a_sentence_begins_with_a_capital_and_is_otherwise_left_alone() -> None:
    assert as_sentence("okay, a Baker's cyst.") == "Okay, a Baker's cyst."
