from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.pacing import Phrase, paced, phrases, runs
from skill.simulator.speech import plain_text, seconds

COUNTING = '<speak>Ready. One, <break time="2s"/> two, <break time="1s"/><break time="1s"/> done. Next?</speak>'

texts = st.text("abc .,?", max_size=12).map(lambda text: f" {text} ")
breaks = st.integers(0, 40).map(lambda tenths: f'<break time="{tenths / 10}s"/>')
slowed = texts.map(lambda text: f'<prosody rate="slow">{text}</prosody>')
spoken = st.lists(texts | breaks | slowed, max_size=8).map(lambda parts: f"<speak>{''.join(parts)}</speak>")


def test_words_between_two_breaks_are_one_run() -> None:
    assert [(run.text, run.pause) for run in runs(COUNTING)] == [("Ready. One,", 2), ("two,", 2), ("done. Next?", 0)]


def test_a_run_is_parted_at_punctuation_and_keeps_its_silence_at_the_end() -> None:
    assert [(phrase.text, phrase.pause) for phrase in phrases(COUNTING)] == [
        ("Ready.", 0),
        ("One,", 2),
        ("two,", 2),
        ("done.", 0),
        ("Next?", 0),
    ]


def test_another_rate_is_another_run() -> None:
    found = runs('<speak>So <prosody rate="slow">and slowly</prosody> so</speak>')
    assert [(run.text, run.rate) for run in found] == [("So", 1.0), ("and slowly", 0.75), ("so", 1.0)]


def test_silence_before_any_word_stands_alone() -> None:
    assert runs('<speak><break time="3s"/> Now.</speak>')[0] == Phrase("", pause=3)


@given(spoken)
def test_however_it_is_parted_it_takes_as_long_and_no_word_is_lost(ssml: str) -> None:
    for parts in (runs(ssml), phrases(ssml)):
        assert sum(part.seconds + part.pause for part in parts) == pytest.approx(seconds(ssml), abs=0.06)
        assert "".join(part.text for part in parts).replace(" ", "") == plain_text(ssml).replace(" ", "")


def test_lines_come_at_their_time_and_the_last_says_how_long_it_was() -> None:
    slept: list[float] = []
    shown = []
    for line in paced(COUNTING, slept.append):
        shown.append((round(sum(slept), 1), line.strip()))
    assert shown == [
        (0.0, "0.0 s  Ready."),
        (0.4, "0.4 s  One,"),
        (0.8, "0.8 s  ... 2 s ..."),
        (2.8, "2.8 s  two,"),
        (3.2, "3.2 s  ... 2 s ..."),
        (5.2, "5.2 s  done."),
        (5.6, "5.6 s  Next?"),
        (6.0, "6.0 s"),
    ]


def test_what_is_spelled_is_given_to_a_voice_character_by_character() -> None:
    (said,) = runs('<speak>Call <say-as interpret-as="digits">911</say-as>. Now.</speak>')
    assert said.text == "Call 9 1 1. Now."
