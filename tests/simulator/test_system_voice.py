"""Voices of the system: found, timed and failing, with commands that stand in for them, so that none need be there."""

from __future__ import annotations

import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.simulator.system_voice import VOICES, SystemVoice, SystemVoiceError

# A shell hands over to Python, since the line that names an interpreter ends at a space in its path.
PYTHON = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
"""
# Writes half a second of sound for every word, to the file that the voice's own option names.
SPEAKER = (
    PYTHON
    + """
import sys, wave
option = "-w" if sys.argv[0].endswith("espeak-ng") else "-o"
text = sys.argv[-1] if option == "-w" else sys.argv[sys.argv.index("-t") + 1]
with wave.open(sys.argv[sys.argv.index(option) + 1], "wb") as sound:
    sound.setparams((1, 2, 8000, 0, "NONE", ""))
    sound.writeframes(bytes(2 * 4000 * len(text.split())))
"""
)
FAILING = PYTHON + "raise SystemExit(1)\n"
SSML = '<speak>One two. <break time="2s"/> <break time="500ms"/> Three &amp; four?</speak>'

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts commands on an otherwise empty path."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name: str, script: str = SPEAKER) -> None:
        command = tmp_path / name
        command.write_text(script.format(python=sys.executable))
        command.chmod(0o755)

    return put


@pytest.mark.parametrize("name", VOICES)
def test_a_voice_that_is_there_is_found(install: Install, name: str) -> None:
    install(name)
    assert SystemVoice.installed() == SystemVoice(name)


def test_the_first_voice_is_taken_where_there_are_several(install: Install) -> None:
    for name in VOICES:
        install(name)
    assert SystemVoice.installed().name == next(iter(VOICES))


def test_without_a_voice_a_sentence_says_what_to_install(install: Install) -> None:
    with pytest.raises(SystemVoiceError, match=r"^There is no voice to speak with: install espeak-ng or flite, and"):
        SystemVoice.installed()


@pytest.mark.parametrize("name", VOICES)
def test_speech_is_as_long_as_its_words_and_its_breaks(install: Install, name: str) -> None:
    install(name)
    assert SystemVoice(name).measure(SSML) == pytest.approx(4.5 + 0.5)  # "&" is a word of its own to the command


def test_silence_alone_needs_no_words(install: Install) -> None:
    install("flite")
    assert SystemVoice("flite").measure('<speak><break time="3s"/></speak>') == pytest.approx(3)


def test_the_sound_can_be_kept(install: Install, tmp_path: Path) -> None:
    install("espeak-ng")
    seconds = SystemVoice("espeak-ng").render(SSML, tmp_path / "kept.wav")
    with wave.open(str(tmp_path / "kept.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(seconds)


def test_a_voice_that_fails_says_so(install: Install) -> None:
    install("espeak-ng", FAILING)
    with pytest.raises(SystemVoiceError, match=r"^espeak-ng could not speak\.$"):
        SystemVoice("espeak-ng").measure(SSML)


def test_without_a_player_a_sentence_says_what_to_install(install: Install) -> None:
    install("espeak-ng")
    with pytest.raises(SystemVoiceError, match=r"^There is nothing to play sound with: install one of aplay, "):
        SystemVoice("espeak-ng").say(SSML)


def test_what_is_said_is_played(install: Install, tmp_path: Path) -> None:
    install("espeak-ng")
    install("aplay", PYTHON + f"import shutil, sys\nshutil.copy(sys.argv[-1], {str(tmp_path / 'heard.wav')!r})\n")
    SystemVoice("espeak-ng").say(SSML)
    assert (tmp_path / "heard.wav").stat().st_size > 1000
