"""A voice of the system's, to hear a skill without a device: espeak-ng or flite, where one is installed.

What is said between two breaks is rendered by itself and the breaks are ours, so that every voice keeps them alike.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import wave
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from skill.simulator.pacing import Phrase, runs
from skill.simulator.speech import WORDS_PER_MINUTE

_RENDER_SECONDS = 30  # nobody waits longer for a phrase
_SAMPLES = "speech.wav"
_BYTES = 2  # of a sample, in one channel: what all voices write
_RATE = 16_000  # samples a second, where there is nothing but silence
_PLAYERS = (("aplay", "-q"), ("paplay",), ("afplay",), ("play", "-q"))

Command = Callable[[Phrase, Path], list[str]]


class SystemVoiceError(RuntimeError):
    """There is no voice, no player, or it failed; the message is a sentence for whoever wanted to hear it."""


def _espeak(phrase: Phrase, path: Path) -> list[str]:
    # -z: no pause at the end, since the breaks are ours
    return ["espeak-ng", "-z", "-s", str(round(WORDS_PER_MINUTE * phrase.rate)), "-w", str(path), "--", phrase.text]


def _flite(phrase: Phrase, path: Path) -> list[str]:
    stretched = f"duration_stretch={1 / phrase.rate:.2f}"
    return ["flite", "--setf", stretched, "-t", phrase.text, "-o", str(path)]


VOICES: dict[str, Command] = {"espeak-ng": _espeak, "flite": _flite}


@dataclass(frozen=True)
class SystemVoice:
    """One of the voices, by its command's name."""

    name: str

    @classmethod
    def installed(cls, *, among: Iterable[str] = tuple(VOICES)) -> SystemVoice:
        """The first voice that is there.

        Raises:
            SystemVoiceError: when there is none.
        """
        names = tuple(among)
        found = next((name for name in names if shutil.which(name)), None)
        if found is None:
            raise SystemVoiceError(f"There is no voice to speak with: install {' or '.join(names)}, and try again.")
        return cls(found)

    def render(self, ssml: str, path: Path) -> float:
        """Write the speech as a WAV file and return how long it is, in seconds.

        Raises:
            SystemVoiceError: when the voice fails.
        """
        with tempfile.TemporaryDirectory(prefix="voice-") as folder:
            spoken = Path(folder) / _SAMPLES
            parts = [(*self._spoken(run, spoken), run.pause) for run in runs(ssml)]
        rate = max((rate for _, rate, _ in parts), default=0) or _RATE
        frames = b"".join(words + bytes(round(pause * rate) * _BYTES) for words, _, pause in parts)
        with wave.open(str(path), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(_BYTES)
            sound.setframerate(rate)
            sound.writeframes(frames)
        return len(frames) / _BYTES / rate

    def measure(self, ssml: str) -> float:
        """How many seconds the speech takes in this voice."""
        with tempfile.TemporaryDirectory(prefix="voice-") as folder:
            return self.render(ssml, Path(folder) / _SAMPLES)

    def say(self, ssml: str) -> None:
        """Speak aloud, and return when it is said.

        Raises:
            SystemVoiceError: when nothing can play it, or the voice fails.
        """
        player = next((player for player in _PLAYERS if shutil.which(player[0])), None)
        if player is None:
            names = ", ".join(name for name, *_ in _PLAYERS)
            raise SystemVoiceError(f"There is nothing to play sound with: install one of {names}.")
        with tempfile.TemporaryDirectory(prefix="voice-") as folder:
            path = Path(folder) / _SAMPLES
            seconds = self.render(ssml, path)
            self._run([*player, str(path)], seconds + _RENDER_SECONDS)

    def _spoken(self, run: Phrase, path: Path) -> tuple[bytes, int]:
        """The words' frames, of two bytes each, and how many of them are a second; nothing where there are no words."""
        if not any(map(str.isalnum, run.text)):
            return b"", 0
        self._run(VOICES[self.name](run, path))
        with wave.open(str(path), "rb") as said:
            return said.readframes(said.getnframes()), said.getframerate()

    def _run(self, command: list[str], limit: float = _RENDER_SECONDS) -> None:
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=limit)
        except (OSError, subprocess.SubprocessError):
            raise SystemVoiceError(f"{command[0]} could not speak.") from None
