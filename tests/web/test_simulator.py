"""The routes of the simulator's page."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.commands import devices
from skill.simulator import Device
from skill.web.simulator import viewhost
from skill.web.simulator.blueprint import DEVICES
from skill.web.simulator.conversations import MOST_CONVERSATIONS, Conversations
from tests.web.simulated import COMPLAINT, SPEAKER, begin, do, make_device, problem, simulated


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return simulated().test_client()


def test_a_conversation_begins_with_what_the_skill_says_when_it_is_opened(client: FlaskClient) -> None:
    _, exchange = begin(client)
    assert exchange["speech"].startswith("Hi, this is Knee Pain Guide.")
    assert exchange["open"]


def test_what_is_said_is_understood_from_words_that_are_named(client: FlaskClient) -> None:
    name, _ = begin(client)
    insight = do(client, name, "say", text=COMPLAINT)["insight"]
    assert {"id": "lump_behind_knee", "presence": "present", "words": "lump"} in insight["understood"]["mentions"]


def test_the_causes_move_with_an_answer(client: FlaskClient) -> None:
    name, opened = begin(client)
    told = do(client, name, "say", text=COMPLAINT)
    before, after = ({cause["id"]: cause["share"] for cause in each["insight"]["causes"]} for each in (opened, told))
    assert after["bakers_cyst"] > before["bakers_cyst"]


def test_phrases_carry_the_breaks_and_rates_of_ssml() -> None:
    def paused(request: dict[str, Any]) -> dict[str, Any]:
        ssml = '<speak>Hold. <break time="2s"/> <prosody rate="slow">And let go.</prosody> Ready?</speak>'
        speech = {"type": "SSML", "ssml": ssml}
        reprompt = {"outputSpeech": {"type": "PlainText", "text": "Are you ready?"}}
        return {"version": "1.0", "response": {"outputSpeech": speech, "reprompt": reprompt, "shouldEndSession": False}}

    def make(locale: str, options: frozenset[str]) -> Device:
        return Device(paused, devices.interaction_model("en-US"), locale)

    _, exchange = begin(simulated(make_device=make).test_client())
    assert exchange["phrases"] == [
        {"text": "Hold.", "rate": 1.0, "pause": 2.0},
        {"text": "And let go.", "rate": 0.75, "pause": 0.0},
        {"text": "Ready?", "rate": 1.0, "pause": 0.0},
    ]


def test_silence_is_answered_in_other_words_and_then_ends_the_session(client: FlaskClient) -> None:
    name, opened = begin(client)
    assert do(client, name, "silence")["speech"] == opened["reprompt"]
    assert do(client, name, "silence")["ended"] == "EXCEEDED_MAX_REPROMPTS"


def test_a_touch_is_sent_to_the_skill_with_its_arguments(client: FlaskClient) -> None:
    name, _ = begin(client, "hub_landscape_small")
    request = do(client, name, "touch", arguments=["say", "no"], token="t")["request"]["request"]
    assert (request["type"], request["arguments"], request["token"]) == (
        "Alexa.Presentation.APL.UserEvent",
        ["say", "no"],
        "t",
    )


@pytest.mark.parametrize("device", DEVICES)
def test_only_a_device_with_a_screen_tells_of_one(client: FlaskClient, device: str) -> None:
    _, exchange = begin(client, device)
    assert ("Viewport" in exchange["request"]["context"]) is (device != "speaker")


def test_a_locale_reaches_the_skill(client: FlaskClient) -> None:
    _, exchange = begin(client, locale="en-GB")
    assert exchange["request"]["request"]["locale"] == "en-GB"


def test_what_is_said_to_a_closed_session_is_told_as_that(client: FlaskClient) -> None:
    name, _ = begin(client)
    do(client, name, "say", text="stop")
    response = client.post(f"/simulator/conversations/{name}/say", json={"text": "no"})
    assert problem(response) == (409, "closed")


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("conversations/none/say", {"text": "no"}, (404, "gone")),
        ("conversations", {"locale": "xx-XX", "device": "speaker"}, (400, "request")),
        ("conversations", {"locale": "en-US", "device": "toaster"}, (400, "request")),
        ("conversations", ["speaker"], (400, "request")),
        ("replays", {**SPEAKER, "markdown": "```transcript\nU: no\n```", "index": 7}, (400, "request")),
    ],
    ids=["nobody", "locale", "device", "list", "index"],
)
def test_what_cannot_be_done_is_told_by_name(
    client: FlaskClient, path: str, body: object, expected: tuple[int, str]
) -> None:
    assert problem(client.post(f"/simulator/{path}", json=body)) == expected


@pytest.mark.parametrize(("act", "value"), [("dance", {}), ("say", {"text": 7}), ("touch", {"arguments": "no"})])
def test_a_device_does_only_what_a_device_can(client: FlaskClient, act: str, value: dict[str, Any]) -> None:
    name, _ = begin(client)
    assert problem(client.post(f"/simulator/conversations/{name}/{act}", json=value)) == (400, "request")


def test_a_fault_is_logged_without_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    def broken(locale: str, options: frozenset[str]) -> Device:
        raise LookupError("my calf is swollen")

    with caplog.at_level(logging.ERROR):
        response = simulated(make_device=broken).test_client().post("/simulator/conversations", json=SPEAKER)
    assert problem(response) == (500, "fault")
    assert "LookupError" in caplog.text
    assert "swollen" not in caplog.text


def test_the_conversation_that_nobody_used_for_longest_makes_room() -> None:
    held = Conversations(make_device, lambda request, response: pytest.fail("nothing was said"), most=2)
    first, second = (held.begin("en-US", frozenset())[0] for _ in range(2))
    held.get(first)
    held.begin("en-US", frozenset())
    assert (held.get(first) is None, held.get(second) is None, len(held)) == (False, True, 2)


def test_few_conversations_are_kept() -> None:
    assert MOST_CONVERSATIONS <= 32


def test_a_conversation_does_not_grow_for_ever(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.web.simulator.conversations.MOST_EXCHANGES", 2)
    name, _ = begin(client)
    do(client, name, "silence")
    assert problem(client.post(f"/simulator/conversations/{name}/silence", json={})) == (409, "long")


def test_the_viewhost_is_served_without_the_fonts_of_another_machine(tmp_path: Path) -> None:
    script = tmp_path / "index.js"
    script.write_text("a{src: url('https://fonts.example.org/Amazon-Ember-BoldItalic.ttf')}", encoding="utf-8")
    assert "https" not in viewhost.source(script)
    assert "local('DejaVu Sans Bold Italic')" in viewhost.source(script)


@pytest.mark.parametrize("installed", [True, False])
def test_without_the_viewhost_the_page_says_what_is_missing(
    client: FlaskClient, installed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewhost, "is_installed", lambda: installed)
    page = client.get("/?device=hub_round_small").text
    assert ("make viewhost" in page, "<iframe" in page) == (not installed, installed)


def test_the_page_is_for_the_device_and_locale_in_its_address(client: FlaskClient) -> None:
    page = client.get("/?device=tv_landscape_xlarge&locale=en-GB").text
    assert 'data-locale="en-GB" data-device="tv_landscape_xlarge"' in page
    assert 'data-width="1920"' in page
