"""Conversations on the page that are written down, and written ones that are held again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill import app
from skill.evaluation.contracts import contracts
from skill.simulator import load_conversations, run_conversation
from skill.simulator.transcripts import touched
from tests.web.simulated import COMPLAINT, SPEAKER, begin, do, make_device, problem, simulated


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return simulated().test_client()


def test_a_downloaded_conversation_is_a_transcript_that_holds(client: FlaskClient, tmp_path: Path) -> None:
    name, _ = begin(client, "hub_round_small")
    for text in (COMPLAINT, "no", ""):
        do(client, name, "say", text=text)
    do(client, name, "touch", arguments=["say", "no"])
    do(client, name, "say", text="stop")
    path = tmp_path / "conversation.md"
    path.write_bytes(client.get(f"/simulator/conversations/{name}/transcript").data)
    (conversation,) = load_conversations(path)
    assert conversation.options == {"hub_round_small"}
    assert [step.said for step in conversation.steps][3:5] == ["(silence)", '(touch ["say", "no"])']
    assert (
        run_conversation(conversation, lambda options: make_device("en-US", options), contracts(app.build().inference))
        == ()
    )


def test_a_downloaded_conversation_demands_what_was_heard_known_and_asked(client: FlaskClient) -> None:
    name, _ = begin(client)
    do(client, name, "say", text=COMPLAINT)
    lines = client.get(f"/simulator/conversations/{name}/transcript").text.splitlines()
    assert "> heard DescribePainIntent" in lines
    assert "> phase safety" in lines
    assert any(line.startswith("> knows ") and "lump_behind_knee=present" in line for line in lines)


def test_each_session_of_a_conversation_is_a_block_of_its_own(client: FlaskClient) -> None:
    name, _ = begin(client)
    do(client, name, "say", text="stop")
    do(client, name, "open")
    assert client.get(f"/simulator/conversations/{name}/transcript").text.count("```transcript") == 2


WRITTEN = """
## First
```transcript
U: (launch)
U: {said}
A: This is not what it says.
> heard DescribePainIntent
```
## Second
```transcript
U: (launch)
```
"""


def replay(client: FlaskClient, markdown: str, index: int = 0) -> TestResponse:
    return client.post("/simulator/replays", json={**SPEAKER, "markdown": markdown, "index": index})


def test_a_replayed_transcript_tells_what_did_not_come_true_and_can_be_talked_on(client: FlaskClient) -> None:
    answer: Any = replay(client, WRITTEN.format(said=COMPLAINT)).get_json()
    assert answer["titles"] == ["First", "Second"]
    assert [[failure["expected"] for failure in step["failures"]] for step in answer["steps"]] == [
        [],
        ["This is not what it says."],
    ]
    assert do(client, answer["id"], "say", text="no")["open"]


def test_a_replayed_transcript_that_goes_on_after_the_end_says_where(client: FlaskClient) -> None:
    answer: Any = replay(client, "```transcript\nU: (launch)\nU: stop\nU: no\n```\n").get_json()
    assert answer["steps"][-1]["failures"][0]["line"] == 4


@pytest.mark.parametrize("markdown", ["", "```transcript\nX: what\n```", "```transcript\nU: no\n> no such thing\n```"])
def test_a_text_that_is_no_transcript_is_told_apart(client: FlaskClient, markdown: str) -> None:
    assert problem(replay(client, markdown)) == (422, "transcript")


def test_what_is_no_touch_touches_nothing() -> None:
    assert [touched(said) for said in ("(touch [1", "(touch [1,])", "no")] == [None, None, None]
