from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.simulator import Device, Timer, TimerService, talk, trace

Json = dict[str, Any]
MakeResponse = Callable[..., Json]

CLOSED = "(the skill closed the session)"


class Tty(io.StringIO):
    """Text that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


class Interrupted(Tty):
    """A terminal at which Ctrl-C is pressed."""

    def readline(self, *_: Any) -> str:
        raise KeyboardInterrupt


def talked(device: Device, typed: str | io.StringIO, **options: Any) -> list[str]:
    output = io.StringIO()
    status = talk(device, input=io.StringIO(typed) if isinstance(typed, str) else typed, output=output, **options)
    assert status == 0
    return output.getvalue().splitlines()


@pytest.fixture
def closing(device: Device, skill: Any, make_response: MakeResponse) -> Device:
    """A device whose skill ends the session at "stop"."""
    skill.script["AMAZON.StopIntent"] = make_response("Enjoy.")
    return device


def test_a_card_is_written_below_what_is_said(closing: Device, skill: Any, make_response: MakeResponse) -> None:
    skill.script["AMAZON.StopIntent"] = make_response("Enjoy.")
    skill.script["AMAZON.StopIntent"]["response"]["card"] = {
        "type": "Simple",
        "title": "Order",
        "content": "One.\n\nTwo.",
    }
    assert talked(closing, "stop\n")[-4:] == ["(in the Alexa app: Order)", "  One.", "  Two.", CLOSED]


def test_piped_lines_read_as_a_conversation_after_a_launch(closing: Device) -> None:
    assert talked(closing, "order a pizza\nstop\n") == [
        "Alexa: What would you like?",
        "You: order a pizza",
        "Alexa: What would you like?",
        "You: stop",
        "Alexa: Enjoy.",
        CLOSED,
    ]


def test_a_first_line_that_invokes_the_skill_stands_in_for_the_launch(closing: Device, skill: Any) -> None:
    lines = talked(closing, "Alexa, ask pizza palace how long it will take\nstop\n")
    assert lines[0] == "You: Alexa, ask pizza palace how long it will take"
    assert "LaunchRequest" not in [envelope["request"]["type"] for envelope in skill.requests]


def test_lines_left_when_the_session_is_over_are_not_said(closing: Device, skill: Any) -> None:
    assert talked(closing, "stop\norder a pizza\n")[-2:] == ["Alexa: Enjoy.", CLOSED]
    assert skill.last["intent"]["name"] == "AMAZON.StopIntent"


def test_nothing_is_said_to_a_skill_that_ends_its_launch(
    device: Device, skill: Any, make_response: MakeResponse
) -> None:
    skill.script["LaunchRequest"] = make_response("We are closed.")
    assert talked(device, "order a pizza\n") == ["Alexa: We are closed.", CLOSED]


def test_the_end_of_the_input_ends_the_session(device: Device, skill: Any) -> None:
    assert talked(device, "") == ["Alexa: What would you like?"]
    assert (skill.last["type"], skill.last["reason"]) == ("SessionEndedRequest", "USER_INITIATED")


def test_an_empty_line_is_silence(device: Device) -> None:
    assert talked(device, "\n")[1:] == ["You: (silence)", "Alexa: Which pizza?"]


def test_a_second_empty_line_ends_the_session_and_says_why(device: Device) -> None:
    assert talked(device, "\n\n")[-2:] == ["You: (silence)", "(nobody answered)"]


def test_a_breach_is_shown_as_a_line(device: Device, skill: Any, make_response: MakeResponse) -> None:
    skill.script["LaunchRequest"] = make_response("Anything else?")
    assert talked(device, "")[1].startswith("! question_opens_microphone: ")


def test_a_skill_that_raises_shows_no_traceback(device: Device, skill: Any) -> None:
    skill.script["LaunchRequest"] = KeyError("menu")
    assert talked(device, "hello\n") == [
        "Alexa: There was a problem with the requested skill's response.",
        "! no_exception: The skill raised KeyError: 'menu' (skill)",
        "(the skill failed)",
    ]


def test_a_terminal_prompts_and_does_not_echo(closing: Device) -> None:
    hint, *lines = talked(closing, Tty("order a pizza\nstop\n"))
    assert "silence" in hint
    assert lines == ["Alexa: What would you like?", "you> Alexa: What would you like?", "you> Alexa: Enjoy.", CLOSED]


def test_ctrl_d_at_a_terminal_ends_the_session(device: Device, skill: Any) -> None:
    talked(device, Tty(""))
    assert skill.last["reason"] == "USER_INITIATED"


def test_ctrl_c_at_a_terminal_ends_the_session(device: Device, skill: Any) -> None:
    talked(device, Interrupted())
    assert skill.last["reason"] == "USER_INITIATED"


@pytest.mark.parametrize(("no_color", "colored"), [(None, True), ("1", False)])
def test_there_is_color_at_a_terminal_unless_the_user_wants_none(
    device: Device, monkeypatch: pytest.MonkeyPatch, no_color: str | None, colored: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    output = Tty()
    talk(device, input=io.StringIO(), output=output)
    assert ("\033[" in output.getvalue()) is colored


def test_a_trace_follows_each_exchange(device: Device) -> None:
    lines = talked(device, "a big pizza with ham and herring\n", trace=trace)
    start = lines.index("You: a big pizza with ham and herring")
    assert lines[start + 2 : start + 7] == [
        "  request: IntentRequest",
        '  heard: OrderIntent (exact by "a {size} pizza with {topping}", 0.87)',
        '  slot: size = "big" (L)',
        '  slot: topping = "ham" (HAM) and "herring"',
        "  speech: about 2 s",
    ]


def test_speech_can_come_in_lines_of_its_own_and_be_spoken_too(closing: Device) -> None:
    heard: list[str] = []
    lines = talked(closing, "stop\n", pace=lambda ssml: [f"[{ssml}]"], voice=heard.append)
    assert lines[:3] == ["Alexa:", "[<speak>What would you like?</speak>]", "You: stop"]
    assert heard == ["<speak>What would you like?</speak>", "<speak>Enjoy.</speak>"]


def five_minutes() -> TimerService:
    """A service with one timer that has just begun."""
    span = timedelta(minutes=5)
    return TimerService(timers=[Timer("1", "Dough", span, TimerService().now + span)])


def test_running_timers_are_shown_after_each_exchange(make_device: Any) -> None:
    timers = five_minutes()
    lines = talked(make_device(timers=timers), "order a pizza\n")
    assert lines[-1] == "(the timer 'Dough' rings in 0:05:00)"


def test_time_can_be_let_pass_which_ends_the_session_and_rings_a_timer(make_device: Any, skill: Any) -> None:
    timers = five_minutes()
    lines = talked(make_device(timers=timers), "(wait 5 minutes)\n")
    assert lines[1:] == [
        "You: (wait 5 minutes)",
        "Alexa: Which pizza?",
        "(nobody answered)",
        "(the timer 'Dough' rings)",
    ]
    assert skill.last["reason"] == "EXCEEDED_MAX_REPROMPTS"


PROGRAM = """
import json, sys
from skill.simulator import Device, talk

def skill(envelope):
    return {"version": "1.0", "response": {"shouldEndSession": False}}

with open(sys.argv[1]) as file:
    talk(Device(skill, json.load(file), rules={}))
"""


def test_nothing_typed_at_a_real_terminal_is_saved_to_disk(tmp_path: Path, pizzeria_json: Json) -> None:
    model = tmp_path / "model.json"
    model.write_text(json.dumps(pizzeria_json))
    home = tmp_path / "home"
    home.mkdir()
    keyboard, terminal = os.openpty()
    os.write(keyboard, b"order a pizza\nexit\n")
    with os.fdopen(terminal, "rb") as screen:
        command = [sys.executable, "-c", PROGRAM, str(model)]
        environment = {**os.environ, "HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(command, stdin=screen, stdout=screen, env=environment, check=False, timeout=20)
        shown = os.read(keyboard, 4096).decode()
    os.close(keyboard)
    assert (done.returncode, shown.count("you> "), list(home.iterdir())) == (0, 2, [])
