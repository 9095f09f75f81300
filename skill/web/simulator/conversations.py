"""The conversations that are being held, in memory alone and a bounded number of them."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from skill.simulator import Device, Exchange
from skill.simulator.transcripts import LAUNCH, SILENCE, touch
from skill.web.simulator.transcript import Insights, Transcript

# A page holds one; what nobody used for longest makes room.
MOST_CONVERSATIONS = 16
# No conversation with the guide comes near.
MOST_EXCHANGES = 300

DeviceMaker = Callable[[str, frozenset[str]], Device]


class UnknownAct(Exception):
    """A device cannot do what is asked of it."""


class TooLong(Exception):
    """A conversation went on for longer than is kept."""


@dataclass
class Conversation:
    """One device of a locale, with `options` as behind a transcript's fence, and what was said to it and by it."""

    device: Device
    locale: str
    options: frozenset[str]
    transcript: Transcript
    exchanges: int = 0
    lock: Lock = field(default_factory=Lock)

    def do(self, act: str, value: Mapping[str, Any]) -> Exchange:
        """Do something with the device: open it, say something, be silent, touch its screen.

        Raises:
            NotForTheSkill: when nobody listens.
            TooLong: when there was enough of it.
            UnknownAct: when it is none of these.
        """
        with self.lock:
            if self.exchanges >= MOST_EXCHANGES:
                raise TooLong
            said, exchange = _done(self.device, act, value)
            self.note(said, exchange)
            return exchange

    def note(self, said: str, exchange: Exchange) -> None:
        """Write down what was said and what became of it."""
        self.exchanges += 1
        self.transcript.add(said, exchange)


def _done(device: Device, act: str, value: Mapping[str, Any]) -> tuple[str, Exchange]:
    """The line of a transcript that says what was done, and its outcome."""
    text, arguments = value.get("text"), value.get("arguments")
    if act == "open":
        return LAUNCH, device.open()
    if act == "silence" or (act == "say" and text == ""):
        return SILENCE, device.silence()
    if act == "say" and isinstance(text, str):
        return " ".join(text.split()), device.say(text)
    if act == "touch" and isinstance(arguments, list):
        event = {name: value[name] for name in ("token", "source", "components") if name in value}
        return touch(arguments), device.touch(arguments, **event)
    raise UnknownAct(act)


class Conversations:
    """All of them by an id that cannot be guessed."""

    def __init__(self, make_device: DeviceMaker, insights: Insights, most: int = MOST_CONVERSATIONS) -> None:
        self._make_device = make_device
        self._insights = insights
        self._most = most
        self._held: OrderedDict[str, Conversation] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._held)

    def begin(self, locale: str, options: frozenset[str]) -> tuple[str, Conversation]:
        """Begin one on a device of its own."""
        device = self._make_device(locale, options)
        conversation = Conversation(device, locale, options, Transcript(options, self._insights))
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._held[name] = conversation
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return name, conversation

    def get(self, name: str) -> Conversation | None:
        """One that is still held, which is then the last to go."""
        with self._lock:
            if name in self._held:
                self._held.move_to_end(name)
            return self._held.get(name)
