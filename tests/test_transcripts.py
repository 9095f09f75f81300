"""Every written-down conversation goes as written, and together they hold whatever can happen in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from skill import app
from skill.alexa.intents import INTENTS
from skill.alexa.session import STATE
from skill.commands import devices
from skill.conditions import red_flags
from skill.conditions.model import TriageLevel
from skill.dialog.state import ConversationState, Phase, from_json
from skill.evaluation.contracts import contracts
from skill.simulator import Device
from skill.simulator.transcript_runner import Failure, run_file

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*/*.md"))
INFERENCE = app.build().inference
KNOWLEDGE = INFERENCE.knowledge


Step = tuple[ConversationState, ConversationState]


@dataclass(frozen=True)
class Run:
    """What became of the conversations in one file: what did not come true, the intents heard, and for each answer
    the state before it and after it.
    """

    failures: tuple[Failure, ...]
    intents: frozenset[str]
    steps: tuple[Step, ...]


@cache
def run(path: Path) -> Run:
    """Hold the conversations of a file, once for all tests."""
    exchanges: list[tuple[dict[str, Any], dict[str, Any]]] = []

    def skill(request: dict[str, Any]) -> dict[str, Any]:
        response = app.handle(request)
        exchanges.append((request, response))
        return response

    # One device for the file: it takes longer to make than a conversation takes, and every launch begins anew.
    plain = devices.device(path.parent.name, skill=skill)

    def device(options: frozenset[str]) -> Device:
        return devices.for_transcript(path.parent.name, options, skill) if options else plain

    failures = run_file(path, device, contracts(INFERENCE))
    intents = (request["request"].get("intent", {}).get("name", "") for request, _ in exchanges)
    return Run(failures, frozenset(intents), tuple(_steps(exchanges)))


def _steps(exchanges: list[tuple[dict[str, Any], dict[str, Any]]]) -> Iterator[Step]:
    for request, response in exchanges:
        before = request["session"].get("attributes", {}).get(STATE)
        after = response.get("sessionAttributes", {}).get(STATE)
        if after:  # an answer to the end of a session holds none
            yield from_json(before) if before else ConversationState(), from_json(after)


def steps() -> Iterator[Step]:
    return (step for path in TRANSCRIPTS for step in run(path).steps)


def states() -> Iterator[ConversationState]:
    return (after for _, after in steps())


def flags(state: ConversationState) -> set[str]:
    return {flag.id for flag in red_flags.raised(KNOWLEDGE, state.evidence)}


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_conversation_goes_as_written(path: Path) -> None:
    failures = run(path).failures
    assert not failures, "\n".join(str(failure) for failure in failures)


@pytest.mark.parametrize("phase", [Phase.WELCOME, Phase.INTERVIEW, Phase.CARE])
def test_every_red_flag_is_heard_at_the_first_turn_in_the_interview_and_during_treatment(phase: Phase) -> None:
    heard = {flag for before, after in steps() if before.phase is phase for flag in flags(after) - flags(before)}
    assert set(KNOWLEDGE.red_flags) - heard == set()


def test_every_condition_comes_first_at_the_end_of_some_transcript() -> None:
    """Where the condition itself is urgent, the end is the urgent instruction, which names no cause."""
    first = {(INFERENCE.differential(state.evidence).top, state.phase) for state in states()}
    urgent = {each.id for each in KNOWLEDGE.conditions.values() if each.triage >= TriageLevel.SAME_DAY}
    ends = {(name, Phase.URGENT if name in urgent else Phase.RESULT) for name in KNOWLEDGE.conditions}
    assert ends - first == set()


def test_every_phase_is_entered_in_some_transcript() -> None:
    assert set(Phase) - {state.phase for state in states()} == set()


def test_every_intent_that_stands_for_an_act_is_heard_in_some_transcript() -> None:
    assert INTENTS.keys() - {intent for path in TRANSCRIPTS for intent in run(path).intents} == set()
