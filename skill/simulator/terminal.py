"""A conversation in a terminal, or through a pipe, one utterance a line."""

from __future__ import annotations

import builtins
import contextlib
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import chain, islice
from typing import TextIO

from skill.simulator.device import Device
from skill.simulator.exchange import Ended, Exchange
from skill.simulator.timers import TimerService

Trace = Callable[[Exchange], Iterable[str]]
Pace = Callable[[str], Iterable[str]]
Voice = Callable[[str], None]

_PROMPT = "you> "
_HINT = "Type what you would say. An empty line is silence, (wait 15 minutes) lets time pass, exit leaves."
_WAIT = re.compile(r"\s*\(wait (\d+) (second|minute)s?\)\s*")
_ENDED = {
    Ended.BY_SKILL: "the skill closed the session",
    Ended.USER_INITIATED: "you left",
    Ended.EXCEEDED_MAX_REPROMPTS: "nobody answered",
    Ended.ERROR: "the skill failed",
}
_BOLD, _DIM, _RED = "1", "2", "31"


def talk(
    device: Device,
    *,
    input: TextIO | None = None,
    output: TextIO | None = None,
    trace: Trace | None = None,
    color: bool | None = None,
    pace: Pace | None = None,
    voice: Voice | None = None,
) -> int:
    """Hold one conversation, on standard input and output unless told otherwise; return the exit status, 0.

    At a terminal the skill is launched and each line is said to it; an empty line is silence, Ctrl-D or Ctrl-C ends.
    Through a pipe the lines are echoed, so that the output reads as the conversation, and a first line that invokes
    the skill starts it in place of a launch. What is left once the session is over is not said. "(wait 15 minutes)"
    lets that time pass, in silence. Left to itself, `color` is on at a terminal unless NO_COLOR is set. `pace` makes
    lines of SSML, each at its time, and `voice` speaks it.
    """
    source, sink = input or sys.stdin, output or sys.stdout
    screen = _Screen(sink, trace, pace, voice, color=_wants_color(sink) if color is None else color)
    with contextlib.suppress(KeyboardInterrupt):
        if source.isatty():
            screen.note(_HINT)
            _converse(device, _typed_lines(source, sink), screen)
        else:
            _replay(device, _piped_lines(source), screen)
    if device.session_open:
        device.end()
    return 0


def _replay(device: Device, lines: Iterator[str], screen: _Screen) -> None:
    first = tuple(islice(lines, 1))
    hold = _say_each if any(map(device.invokes, first)) else _converse
    hold(device, chain(first, lines), screen, echo=True)


def _converse(device: Device, lines: Iterator[str], screen: _Screen, *, echo: bool = False) -> None:
    """Launch the skill, then say each line."""
    screen.show(device.open())
    if device.session_open:
        _say_each(device, lines, screen, echo=echo)


def _say_each(device: Device, lines: Iterator[str], screen: _Screen, *, echo: bool = False) -> None:
    """Say each line until the session is over."""
    for line in lines:
        if echo:
            screen.echo(line)
        if waiting := _WAIT.fullmatch(line):
            _wait(device, timedelta(**{f"{waiting[2]}s": int(waiting[1])}), screen)
        else:
            screen.show(device.say(line))
            screen.show_timers(device.timers)
        if not device.session_open:
            return


def _wait(device: Device, span: timedelta, screen: _Screen) -> None:
    """Let time pass: whoever says nothing for so long is not waited for, and a timer rings all the same."""
    while device.session_open:
        screen.show(device.silence())
    for timer in device.timers.pass_time(span):
        screen.note(f"(the timer {timer.label!r} rings)")
    screen.show_timers(device.timers)


class _Screen:
    """Writes exchanges as a conversation."""

    def __init__(
        self, output: TextIO, trace: Trace | None, pace: Pace | None, voice: Voice | None, *, color: bool
    ) -> None:
        self._output = output
        self._trace = trace
        self._pace = pace
        self._voice = voice
        self._color = color

    def show(self, exchange: Exchange) -> None:
        """Write what was said, and what was sent to the app; then what the rules hold against it, why the session ended
        if it did, and the trace.
        """
        if exchange.speech:
            self._speak(exchange)
        if exchange.card:
            self.note(f"(in the Alexa app: {exchange.card.title})")
            for line in filter(None, exchange.card.text.splitlines()):
                self.note(f"  {line}")
        for breach in exchange.breaches:
            self._line(self._styled(f"! {breach}", _RED))
        if exchange.ended:
            self.note(f"({_ENDED[exchange.ended]})")
        for line in self._trace(exchange) if self._trace else ():
            self._line(self._styled(f"  {line}", _DIM))

    def show_timers(self, service: TimerService) -> None:
        """Write which timers run."""
        for timer in service.timers:
            self.note(f"(the timer {timer.label!r} rings in {timer.left(service.now)})")

    def note(self, text: str) -> None:
        """Write a remark that nobody speaks."""
        self._line(self._styled(text, _DIM))

    def echo(self, said: str) -> None:
        """Write what the user said."""
        self._line(f"You: {said}" if said.strip() else "You: (silence)")

    def _speak(self, exchange: Exchange) -> None:
        name = self._styled("Alexa:", _BOLD)
        if self._pace:
            self._line(name)
            for line in self._pace(exchange.ssml):
                self._line(line)
        else:
            self._line(f"{name} {exchange.speech}")
        if self._voice:
            self._voice(exchange.ssml)

    def _line(self, text: str) -> None:
        print(text, file=self._output, flush=True)

    def _styled(self, text: str, style: str) -> str:
        return f"\033[{style}m{text}\033[0m" if self._color else text


def _typed_lines(source: TextIO, sink: TextIO) -> Iterator[str]:
    """Yield lines typed at a prompt, with line editing where Python has it; the history is private and never saved."""
    if source is sys.stdin and sink is sys.stdout:
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - importing it is what gives input() its line editing
        with contextlib.suppress(EOFError):
            while True:
                yield builtins.input(_PROMPT)
        print(file=sink)
        return
    while True:
        print(_PROMPT, end="", file=sink, flush=True)
        line = source.readline()
        if not line:
            return
        yield line.rstrip("\n")


def _piped_lines(source: TextIO) -> Iterator[str]:
    """Yield the lines of a pipe or file; bytes that are no text become question marks rather than an error."""
    if isinstance(source, io.TextIOWrapper):
        source.reconfigure(errors="replace")
    return (line.rstrip("\n") for line in source)


def _wants_color(output: TextIO) -> bool:
    return output.isatty() and "NO_COLOR" not in os.environ
