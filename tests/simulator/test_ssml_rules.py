from __future__ import annotations

import pytest

from skill.simulator.ssml_rules import ssml_problems


@pytest.mark.parametrize(
    "ssml",
    [
        "salt & pepper",
        "less < more",
        "<p>open",
        "<mark name='here'/>",
        "<script>x</script>",
        "<break time='11s'/>",
        "<break time='soon'/>",
        "<break length='1s'/>",
        "<prosody rate='quick'>x</prosody>",
        "<emphasis level='huge'>x</emphasis>",
        "<amazon:effect name='sung'>x</amazon:effect>",
        "<audio src='http://example.org/a.mp3'/>",
    ],
)
def test_what_alexa_does_not_speak_is_one_problem(ssml: str) -> None:
    assert len(list(ssml_problems(f"<speak>{ssml}</speak>"))) == 1


@pytest.mark.parametrize(
    "ssml",
    [
        "salt &amp; pepper",
        "<break time='10s'/>",
        "<break time='10000ms'/><break strength='strong'/>",
        "<prosody rate='80%' pitch='+10%' volume='soft'>x</prosody>",
        "<amazon:emotion name='excited' intensity='low'>x</amazon:emotion>",
        "<lang xml:lang='fr-FR'>bonjour</lang>",
        "<audio src='soundbank://soundlibrary/bell'/>",
        "<say-as interpret-as='ordinal'>2</say-as>",
    ],
)
def test_what_alexa_speaks_is_no_problem(ssml: str) -> None:
    assert list(ssml_problems(f"<speak>{ssml}</speak>")) == []
