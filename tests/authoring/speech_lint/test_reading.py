from __future__ import annotations

import pytest

from skill.authoring.speech_lint.reading import grade, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [("knee", 1), ("bone", 1), ("pain", 1), ("ankle", 2), ("swelled", 1), ("rested", 2), ("injury", 3), ("hmm", 1)],
)
def test_syllables_are_runs_of_vowels_but_for_a_silent_end(style, word, number):
    assert syllables(word, style.reading) == number


def test_the_grade_is_the_formula_of_flesch_and_kincaid(style):
    # Two sentences of four words and nine syllables in all.
    sentences = ["Stop and sit down.", "Keep your ankle still."]
    assert grade(sentences, style.reading) == pytest.approx(0.39 * 4 + 11.8 * 9 / 8 - 15.59)


def test_of_a_few_words_no_grade_is_told(style):
    assert grade(["Sit down now."], style.reading) is None


def test_a_name_that_has_no_plainer_word_does_not_count(style):
    plain, named = "Rest and ice it well.", "Rest and ice gastrocnemius tendonitis it well."
    assert grade([plain], style.reading) == grade([named], style.reading)
