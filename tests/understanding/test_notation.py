from __future__ import annotations

import pytest

from skill.understanding.notation import NotationError, parse, parse_sequence, phrases, verb_forms


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("feels full", {("feels", "full")}),
        ("(a|b c) d", {("a", "d"), ("b", "c", "d")}),
        ("[very] sore", {("sore",), ("very", "sore")}),
    ],
)
def test_a_pattern_stands_for_its_phrases(pattern, meant):
    assert set(phrases(parse_sequence(pattern))) == meant


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
