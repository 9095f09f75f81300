from __future__ import annotations

import pytest

from skill.authoring.speech_lint.origins import Origins
from skill.authoring.speech_lint.wordings import alike


@pytest.fixture
def found(style):
    def problems(document):
        return [problem.what for problem in alike(Origins({"prompts.yaml": document}, "xx").texts, style)]

    return problems


def test_two_wordings_that_are_the_same_are_found(found):
    assert found({"okay": ["All right.", "Okay.", "all right"]}) == ["'okay.3' is worded as 'okay.1'"]


def test_an_entry_that_repeats_itself_under_another_key_is_found(found):
    assert found({"age": {"ask": "How old?", "reprompt": "How old?"}}) == ["'age.reprompt' is worded as 'age.ask'"]


def test_two_entries_may_be_worded_alike(found):
    assert found({"go": "Go on.", "next": "Go on."}) == []


def test_nothing_may_be_said_more_than_once(found):
    assert found({"okay": ["Okay.", "", "Thanks.", ""]}) == []


def test_a_third_wording_that_begins_like_two_others_is_found(found):
    document = {"okay": ["Okay, one.", "Okay, two.", "Okay, three."]}
    assert found(document) == ["'okay.3' begins with \"okay,\", as 2 before it do"]


def test_questions_and_what_follows_silence_are_counted_apart(found):
    document = {"more": [{"ask": "Shall I?", "reprompt": "Shall we?"}, {"ask": "Shall you?", "reprompt": "Or not?"}]}
    assert found(document) == []
