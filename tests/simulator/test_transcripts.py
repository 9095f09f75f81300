from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from skill.simulator import Device
from skill.simulator.exchange import Exchange
from skill.simulator.transcript_runner import Failure, record_file, run_file
from skill.simulator.transcripts import TranscriptError, load_conversations

Json = dict[str, Any]
MakeResponse = Callable[..., Json]
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        path = tmp_path / "pizza.md"
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(make_device: Callable[..., Device], skill: Any, make_response: MakeResponse) -> Callable[..., list[Failure]]:
    skill.script["AMAZON.StopIntent"] = make_response("Enjoy.")

    def run(path: Path, **contracts: Any) -> list[Failure]:
        return list(run_file(path, lambda options: make_device(screen="screen" in options), contracts))

    return run


GOOD = """\
    # Ordering

    Some words about it.

    ```transcript
    A: What would you like?
    U: order a pizza
    > heard OrderIntent
    > session open
    A: What would
       you like?
    R: Which pizza?
    U: (silence)
    A: Which pizza?
    U: stop
    > says enjoy
    > never says sorry
    > session closed
    A: Enjoy.
    ```
    """


def test_a_conversation_that_goes_as_written_has_no_failures(write: Write, run: Callable[..., list[Failure]]) -> None:
    assert run(write(GOOD)) == []


def test_a_conversation_is_named_by_its_heading_and_place(write: Write) -> None:
    path = write(GOOD)
    (conversation,) = load_conversations(path)
    assert str(conversation) == f"{path}:5 Ordering"


@pytest.mark.parametrize(
    ("old", "new", "line", "expected", "got"),
    [
        ("A: Enjoy.", "A: Bye.", 19, "Bye.", "Enjoy."),
        ("R: Which pizza?", "R: Well?", 12, "Well?", "Which pizza?"),
        ("> heard OrderIntent", "> heard AboutIntent", 8, "heard AboutIntent", "heard OrderIntent"),
        ("> session open", "> session closed", 9, "session closed", "the session is open"),
        ("> says enjoy", "> says sorry", 16, "says sorry", 'it said "Enjoy."'),
        ("> never says sorry", "> never says ENJOY", 17, "never says ENJOY", 'it said "Enjoy."'),
        ("> session closed", "> reprompts", 18, "reprompts", "there is no reprompt"),
    ],
)
def test_a_failure_names_file_line_what_was_expected_and_what_came(
    write: Write, run: Callable[..., list[Failure]], old: str, new: str, line: int, expected: str, got: str
) -> None:
    path = write(GOOD.replace(old, new))
    (failure,) = run(path)
    assert str(failure) == f"{path}:{line}: expected {expected}\n    got: {got}"


def test_a_block_that_begins_with_an_invocation_has_no_launch(
    write: Write, run: Callable[..., list[Failure]], skill: Any
) -> None:
    run(write("```transcript\nU: alexa, ask pizza palace how long it will take\n```\n"))
    assert [envelope["request"]["type"] for envelope in skill.requests] == ["IntentRequest"]


def test_a_block_that_begins_with_other_words_implies_a_launch(
    write: Write, run: Callable[..., list[Failure]], skill: Any
) -> None:
    assert run(write("```transcript\nU: how long will it take\n> heard HowLongIntent\n```\n")) == []
    assert skill.requests[0]["request"]["type"] == "LaunchRequest"


def test_a_launch_may_be_written_out(write: Write, run: Callable[..., list[Failure]]) -> None:
    assert run(write("```transcript\nU: (launch)\n> heard LaunchRequest\n```\n")) == []


def test_words_after_the_session_is_over_are_a_failure(write: Write, run: Callable[..., list[Failure]]) -> None:
    (failure,) = run(write("```transcript\nU: stop\nU: order a pizza\n```\n"))
    assert (failure.place.first, failure.got) == (3, "it is closed")


def test_a_breach_of_the_rules_is_a_failure_whatever_is_written(
    write: Write, run: Callable[..., list[Failure]], skill: Any, make_response: MakeResponse
) -> None:
    skill.script["LaunchRequest"] = make_response("Anything else?")
    (failure,) = run(write("```transcript\nA: Anything else?\n```\n"))
    assert failure.expected == "a response that keeps the rules"


@pytest.mark.parametrize("block", ["```transcript screen\n", "```transcript\n# device: screen\n"])
def test_a_transcript_may_ask_for_a_device(
    write: Write, run: Callable[..., list[Failure]], skill: Any, block: str
) -> None:
    run(write(f"{block}U: (launch)\n```\n"))
    assert skill.requests[0]["context"]["System"]["device"]["supportedInterfaces"]


def test_a_transcript_may_demand_a_card_and_what_it_says(
    write: Write, run: Callable[..., list[Failure]], skill: Any
) -> None:
    skill.script["AMAZON.StopIntent"]["response"]["card"] = {
        "type": "Simple",
        "title": "Order",
        "content": "One pizza.",
    }
    said = (
        "```transcript\nU: (launch)\n> card Order\n> no card\nU: stop\n> card Order\n> card says one\n> no card\n```\n"
    )
    found = [(each.expected, each.got) for each in run(write(said))]
    assert found == [("card Order", "it put nothing into the app"), ("no card", 'it put "Order" into the app')]


def test_a_caller_adds_contracts_that_know_its_skill(write: Write, run: Callable[..., list[Failure]]) -> None:
    def size(exchange: Exchange, wanted: str) -> str | None:
        filled = exchange.match.slots["size"].readings[0].value if exchange.match else None
        return None if filled == wanted else f"size {filled}"

    (failure,) = run(write("```transcript\nU: two small pizzas\n> size large\n```\n"), size=size)
    assert (failure.expected, failure.got) == ("size large", "size small")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("```transcript\nU: stop\n> tastes good\n```\n", 3, 'there is no contract "tastes good"'),
        ("```transcript\nstop\n```\n", 2, "a line begins with"),
        ("```transcript\nUser: stop\n```\n", 2, "a line begins with"),
        ("```transcript\nU: stop\nA: One.\nA: Two.\n```\n", 4, 'there are two "A:" lines'),
        ("text\n```transcript\nU: stop\n", 2, "the transcript is never closed"),
    ],
)
def test_a_transcript_that_makes_no_sense_is_refused_with_its_place(
    write: Write, run: Callable[..., list[Failure]], text: str, line: int, message: str
) -> None:
    path = write(text)
    with pytest.raises(TranscriptError) as refusal:
        run(path)
    assert str(refusal.value).startswith(f"{path}:{line}: {message}")


def test_blocks_of_other_kinds_are_left_alone(write: Write) -> None:
    text = "```python\nU: no\n```\n````markdown\n```transcript\nU: no\n```\n````\n"
    assert load_conversations(write(text)) == ()


# Recording


@pytest.fixture
def record(make_device: Callable[..., Device], skill: Any, make_response: MakeResponse) -> Callable[[Path], bool]:
    skill.script["AMAZON.StopIntent"] = make_response("Enjoy.")
    return lambda path: record_file(path, lambda _: make_device())


def test_recording_what_is_already_so_changes_nothing(write: Write, record: Callable[[Path], bool]) -> None:
    path = write(GOOD)
    before = path.read_bytes()
    assert (record(path), path.read_bytes()) == (False, before)


def test_recording_rewrites_answers_and_leaves_all_else(write: Write, record: Callable[[Path], bool]) -> None:
    stale = GOOD.replace("A: Enjoy.", "A: See you.\n       Bye.").replace("R: Which", "R: What")
    path = write(stale)
    assert record(path)
    assert path.read_text() == dedent(GOOD)


def test_recording_keeps_broken_contracts_so_that_they_fail(
    write: Write, record: Callable[[Path], bool], run: Callable[..., list[Failure]]
) -> None:
    path = write("```transcript\nU: stop\n> says sorry\n```\n")
    record(path)
    assert [failure.expected for failure in run(path)] == ["says sorry"]


def test_recording_adds_answers_where_there_are_none(write: Write, record: Callable[[Path], bool]) -> None:
    path = write("```transcript\nU: order a pizza\n> heard OrderIntent\nU: stop\n```\n")
    record(path)
    assert path.read_text().splitlines() == [
        "```transcript",
        "A: What would you like?",
        "U: order a pizza",
        "A: What would you like?",
        "> heard OrderIntent",
        "U: stop",
        "A: Enjoy.",
        "```",
    ]


def test_recording_removes_an_answer_that_is_no_longer_given(write: Write, record: Callable[[Path], bool]) -> None:
    path = write("```transcript\nA: What would you like?\nU: exit\nA: Goodbye.\n```\n")
    record(path)
    assert "Goodbye" not in path.read_text()


def test_a_long_answer_is_recorded_over_several_lines_and_read_back(
    write: Write,
    record: Callable[[Path], bool],
    run: Callable[..., list[Failure]],
    skill: Any,
    make_response: MakeResponse,
) -> None:
    skill.script["LaunchRequest"] = make_response(
        "We have ham, and that is all. " * 8 + "What would you like?", "Well?"
    )
    path = write("```transcript\n```\n")
    record(path)
    assert max(map(len, path.read_text().splitlines())) <= 110
    assert run(path) == []
