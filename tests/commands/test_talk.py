"""The talk command as it is typed: timers that behave as told, speech in time, and a voice where there is one."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.cli import main
from skill.commands import talk as talking
from skill.simulator import Fault

TO_THE_ICE = ("ask knee pain guide how do i treat a torn meniscus", "no", "no", "no", "i'm fifty", "next")

Talk = Callable[..., list[str]]


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Says lines through a pipe and returns what was printed."""

    def typed(*lines: str, options: tuple[str, ...] = (), status: int = 0) -> list[str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert main(["talk", *options]) == status
        printed = capsys.readouterr()
        return (printed.err if status else printed.out).splitlines()

    return typed


def test_a_timer_is_permitted_shown_and_rings(talk: Talk) -> None:
    lines = talk(*TO_THE_ICE, "yes", "i approve", "(wait 15 minutes)")
    assert "Alexa: Do you give Knee Pain Guide permission to update your timers? You can say I approve or no." in lines
    assert "(the timer 'Rest break' rings in 0:15:00)" in lines
    assert lines[-2:] == ["(nobody answered)", "(the timer 'Rest break' rings)"]


def test_timers_fail_as_they_are_told_to(talk: Talk) -> None:
    last = talk(*TO_THE_ICE, "yes", options=("--timers", Fault.FORBIDDEN.value))[-1]
    assert last.startswith("Alexa: I can't set one from here.")


def test_speech_can_be_printed_in_time(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(talking, "sleep", slept.append)
    lines = talk(options=("--pace",))
    assert lines[:2] == ["Alexa:", "   0.0 s  Hi,"]
    assert lines[-1].strip() == f"{sum(slept):.1f} s"


def test_without_a_voice_a_sentence_says_what_to_install(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    lines = talk(options=("--aloud",), status=2)
    assert lines == ["There is no voice to speak with: install espeak-ng or flite, and try again."]


def test_a_length_cannot_be_measured_without_a_voice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO("<speak>Hello.</speak>"))
    assert main(["aloud"]) == 2
    assert "install espeak-ng or flite" in capsys.readouterr().err
