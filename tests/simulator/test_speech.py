from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.speech import plain_text, seconds, sentences


@pytest.mark.parametrize(
    ("ssml", "heard"),
    [
        ("<speak>Hello there.</speak>", "Hello there."),
        ("<speak>Salt &amp; ice</speak>", "Salt & ice"),
        ("<speak>It's <emphasis level='strong'>hot</emphasis>, really.</speak>", "It's hot, really."),
        ("<speak><p>One.</p><p>Two.</p></speak>", "One. Two."),
        ("<speak>Hold.<break time='5s'/>Rest.</speak>", "Hold. Rest."),
        ("<speak><sub alias='aluminum'>Al</sub> foil</speak>", "aluminum foil"),
        ("<speak><amazon:effect name='whispered'>psst</amazon:effect></speak>", "psst"),
        ("no tags at all", "no tags at all"),
        ("<speak>never closed <p>", "never closed"),
        ("", ""),
    ],
)
def test_ssml_is_read_as_a_person_hears_it(ssml: str, heard: str) -> None:
    assert plain_text(ssml) == heard


@pytest.mark.parametrize(
    ("ssml", "expected"),
    [
        ("<speak>One. Two! Three?</speak>", ("One.", "Two!", "Three?")),
        ("<speak>It is 3.5 miles. Go.</speak>", ("It is 3.5 miles.", "Go.")),
        ("<speak><s>One</s><s>Two</s></speak>", ("One", "Two")),
        ("<speak>One<p>Two</p>Three</speak>", ("One", "Two", "Three")),
        ("<speak>Ready<break time='1s'/> or not?</speak>", ("Ready or not?",)),
    ],
)
def test_sentences_end_at_punctuation_and_at_their_tags(ssml: str, expected: tuple[str, ...]) -> None:
    assert sentences(ssml) == expected


TEN_WORDS = "one two three four five six seven eight nine ten"


@pytest.mark.parametrize(
    ("ssml", "expected"),
    [
        (f"<speak>{TEN_WORDS}</speak>", 4.0),
        (f"<speak>{TEN_WORDS}<break time='2.5s'/></speak>", 6.5),
        (f"<speak>{TEN_WORDS}<break time='500ms'/></speak>", 4.5),
        (f"<speak>{TEN_WORDS}<break strength='x-strong'/></speak>", 5.0),
        (f"<speak><prosody rate='slow'>{TEN_WORDS}</prosody></speak>", 5.3),
        (f"<speak><prosody rate='200%'>{TEN_WORDS}</prosody></speak>", 2.0),
        ("<speak><say-as interpret-as='spell-out'>abcde</say-as></speak>", 2.0),
        ("", 0.0),
    ],
)
def test_the_length_follows_words_breaks_and_rate(ssml: str, expected: float) -> None:
    assert seconds(ssml) == expected


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_timed(text: str) -> None:
    assert seconds(text) >= 0
    assert len(plain_text(text)) <= len(text)
