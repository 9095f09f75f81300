"""Holds written-down conversations with the skill again, to compare them or to record them anew."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from skill.simulator.contracts import CONTRACTS, WORDED, Contract, find_contract
from skill.simulator.device import Device, NotForTheSkill
from skill.simulator.exchange import Exchange
from skill.simulator.transcripts import (
    LAUNCH,
    SILENCE,
    Conversation,
    Entry,
    Place,
    Step,
    TranscriptError,
    load_conversations,
    touched,
)

WIDTH = 110  # characters of a recorded line

# Makes a fresh device for the options of a transcript, such as {"screen"}.
DeviceMaker = Callable[[frozenset[str]], Device]


@dataclass(frozen=True)
class Failure:
    """A line of a transcript that did not come true."""

    place: Place
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.place}: expected {self.expected}\n    got: {self.got}"


def run_file(
    path: Path, make_device: DeviceMaker, contracts: Mapping[str, Contract] | None = None, *, worded: bool = True
) -> tuple[Failure, ...]:
    """Run every conversation of a file; `contracts` are added to the ones any skill can use.

    Where it is not `worded` as the skill is, as in another locale, what is said is not compared.
    """
    return tuple(
        failure
        for conversation in load_conversations(path)
        for failure in run_conversation(conversation if worded else _wordless(conversation), make_device, contracts)
    )


def _wordless(conversation: Conversation) -> Conversation:
    """The conversation with those contracts alone that are not about words."""

    def kept(entry: Entry) -> bool:
        return not any(entry.text == key or entry.text.startswith(f"{key} ") for key in WORDED)

    steps = (
        replace(step, answer=None, reprompt=None, contracts=tuple(filter(kept, step.contracts)))
        for step in conversation.steps
    )
    return replace(conversation, steps=tuple(steps))


def run_conversation(
    conversation: Conversation, make_device: DeviceMaker, contracts: Mapping[str, Contract] | None = None
) -> tuple[Failure, ...]:
    """Run one conversation, raising TranscriptError for a contract that nobody defined.

    Whatever else is written, every response must keep the device's rules.
    """
    known = known_contracts(conversation, contracts)
    failures: list[Failure] = []
    try:
        for step, exchange in held(conversation, make_device):
            failures.extend(failures_of(step, exchange, known))
    except OverTooSoon as over:
        failures.append(over.failure)
    return tuple(failures)


def known_contracts(
    conversation: Conversation, contracts: Mapping[str, Contract] | None = None
) -> Mapping[str, Contract]:
    """The contracts a conversation may be held to, raising TranscriptError where it names one that is none of them."""
    known = {**CONTRACTS, **(contracts or {})}
    for step in conversation.steps:
        for entry in step.contracts:
            if find_contract(entry.text, known) is None:
                raise TranscriptError(f'{entry.place}: there is no contract "{entry.text}".')
    return known


def record_file(path: Path, make_device: DeviceMaker) -> bool:
    """Write what the skill says now into the `A:` lines, and the `R:` lines that are there; return whether
    any changed.

    `U:` lines and contracts stay as they are, so that new words cannot hide a broken promise.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    edits = [edit for conversation in load_conversations(path) for edit in _edits(conversation, make_device)]
    for first, last, replacement in sorted(edits, key=lambda edit: edit[0], reverse=True):
        lines[first - 1 : last] = replacement
    if edits:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return bool(edits)


class OverTooSoon(Exception):
    """The session was over while the transcript went on."""

    def __init__(self, step: Step) -> None:
        super().__init__(step.said)
        self.failure = Failure(step.place, f'a session open for "{step.said}"', "it is closed")


def held(conversation: Conversation, make_device: DeviceMaker) -> Iterator[tuple[Step, Exchange]]:
    """Hold a conversation step by step, raising OverTooSoon where the session does not last."""
    device = make_device(conversation.options)
    steps = conversation.steps
    if len(steps) > 1 and conversation.launch_is_bare and device.invokes(steps[1].said):
        steps = steps[1:]
    for step in steps:
        try:
            yield step, _do(device, step)
        except NotForTheSkill:
            raise OverTooSoon(step) from None


def _do(device: Device, step: Step) -> Exchange:
    if step.said == LAUNCH:
        return device.open()
    arguments = touched(step.said)
    if arguments is not None:
        return device.touch(arguments)
    return device.silence() if step.said == SILENCE else device.say(step.said)


def failures_of(step: Step, exchange: Exchange, contracts: Mapping[str, Contract]) -> Iterator[Failure]:
    """Every line of a step that did not come true in the exchange."""
    for breach in exchange.breaches:
        yield Failure(step.place, "a response that keeps the rules", str(breach))
    for entry in step.contracts:
        found = find_contract(entry.text, contracts)
        problem = found[0](exchange, found[1]) if found else None
        if problem:
            yield Failure(entry.place, entry.text, problem)
    for recorded, spoken in ((step.answer, exchange.speech), (step.reprompt, exchange.reprompt)):
        if recorded and recorded.text != spoken:
            yield Failure(recorded.place, recorded.text, spoken or "(nothing)")


Edit = tuple[int, int, list[str]]


def _edits(conversation: Conversation, make_device: DeviceMaker) -> Iterator[Edit]:
    try:
        for step, exchange in held(conversation, make_device):
            yield from _edit("A", step.answer, exchange.speech, after=step.place.last)
            if step.reprompt:
                yield from _edit("R", step.reprompt, exchange.reprompt, after=step.place.last)
    except OverTooSoon:
        return  # what is left was not said, so its recordings stand


def _edit(mark: str, entry: Entry | None, spoken: str, *, after: int) -> Iterator[Edit]:
    if (entry.text if entry else "") == spoken:
        return
    recorded = recorded_lines(mark, spoken)
    yield (entry.place.first, entry.place.last, recorded) if entry else (after + 1, after, recorded)


def recorded_lines(mark: str, spoken: str) -> list[str]:
    """What is spoken as the lines of a transcript; nothing is no line."""
    if not spoken:
        return []
    return textwrap.wrap(
        f"{mark}: {spoken}", WIDTH, subsequent_indent="   ", break_long_words=False, break_on_hyphens=False
    )
