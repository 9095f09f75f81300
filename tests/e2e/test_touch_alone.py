"""The skill itself on a device with a screen, with nothing said to it."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import expect

from skill.commands import devices
from tests.e2e.visitor import Visitor
from tests.web.simulated import simulated


@pytest.fixture(scope="module")
def served() -> Flask:
    return simulated(make_device=devices.for_transcript, locales=("en-US",))


def test_a_whole_conversation_can_be_held_by_touch_alone(visitor: Visitor) -> None:
    visitor.visit("hub_landscape_large").start()
    visitor.touch("I feel a lump behind my knee")
    assert "911" in visitor.touch("A suddenly cold, pale or weak foot")
    visitor.touch("That's all")
    expect(visitor.page.locator("#log .touch")).to_have_count(3)
    expect(visitor.page.locator("#log .remark")).to_have_text("The conversation is over.")
