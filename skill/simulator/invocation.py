"""Finds the skill's invocation in an utterance: "open pizza palace", "ask pizza palace for a large one"."""

from __future__ import annotations

from dataclasses import dataclass

from skill.simulator.language import Language
from skill.simulator.text import Words, without_fillers, without_wake_word, words_of


@dataclass(frozen=True)
class Invocation:
    """A call for the skill. `requests` are the readings of what was asked along with it, empty for a plain launch.

    There are two readings when a connecting word stands before the request, as it may belong to it: "if it's
    ready".
    """

    requests: tuple[str, ...] = ()


class InvocationReader:
    """Recognizes invocations of one skill."""

    def __init__(self, invocation_name: str, language: Language) -> None:
        self._name = words_of(invocation_name)
        self._language = language
        self._verbs = [words_of(verb) for verb in language.invocation_verbs]

    def read(self, text: str) -> Invocation | None:
        """Return the invocation, or None when the utterance does not call for this skill."""
        language = self._language
        words = without_fillers(without_wake_word(without_fillers(words_of(text), language), language), language)
        return Invocation() if words == self._name else self._named_first(words) or self._named_last(words)

    def _named_first(self, words: Words) -> Invocation | None:
        """Read "open <name>" and "ask <name> to <request>"."""
        for verb in self._verbs:
            head = (*verb, *self._name)
            if words[: len(head)] == head:
                return Invocation(self._readings(words[len(head) :]))
        return None

    def _readings(self, request: Words) -> tuple[str, ...]:
        if not request or request[0] not in self._language.connectors:
            return _texts(request)
        return _texts(request[1:], request) if request[1:] else ()

    def _named_last(self, words: Words) -> Invocation | None:
        """Read "<request> using <name>"."""
        size = len(self._name) + 1
        request, tail = words[:-size], words[-size:]
        if request and tail[0] in self._language.trailing_connectors and tail[1:] == self._name:
            return Invocation(_texts(request))
        return None


def _texts(*readings: Words) -> tuple[str, ...]:
    return tuple(" ".join(reading) for reading in readings if reading)
