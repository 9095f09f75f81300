from __future__ import annotations

import pytest

from skill.understanding.notation import NotationError, parse, parse_run, verb_forms, word_key


@pytest.mark.parametrize(
    ("pattern", "said", "stands"),
    [
        ("feels full", "feels full", True),
        ("feels full", "feels very full", False),
        ("(a|b c) d", "b c d", True),
        ("(a|b c) d", "b d", False),
        ("[very] sore", "sore", True),
        ("[very] sore", "very sore", True),
        ("a ... b", "a one two three four b", True),
        ("a ... b", "a one two three four five b", False),
    ],
)
def test_a_pattern_stands_for_its_phrases(pattern, said, stands):
    words = said.split()
    places = [*({word_key(word): [at + 1]} for at, word in enumerate(words)), {}]
    assert (len(words) in parse_run(pattern).ends(places, 0)) is stands


@pytest.mark.parametrize("pattern", ["(a|b", "a)", "[a", "", "so#re"])
def test_a_malformed_pattern_is_refused(pattern):
    with pytest.raises(NotationError):
        parse(pattern)


@pytest.mark.parametrize(
    ("verb", "form"),
    [("lock", "locking"), ("give", "giving"), ("carry", "carried"), ("pop", "popped"), ("squat", "squatting")],
)
def test_a_starred_verb_has_its_endings(verb, form):
    assert form in verb_forms(verb)


def test_and_and_unless_separate_the_parts():
    pattern = parse("a AND b UNLESS c UNLESS d")
    assert (len(pattern.parts), len(pattern.unless)) == (2, 2)


def test_a_pattern_can_ask_for_the_end_of_its_clause(findings):
    assert findings("my knee just goes") == {"giving_way": "present"}
    assert "giving_way" not in findings("my knee just goes red")


def test_a_pattern_names_the_words_it_can_not_do_without():
    assert [set(need) for need in parse("(a|b) [c] d").needs] == [{"=a", "=b"}, {"=d"}]
