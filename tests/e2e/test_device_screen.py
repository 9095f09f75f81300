"""The device's screen on the page, drawn by Amazon's viewhost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.visitor import Visitor


@pytest.mark.parametrize("device", ["hub_round_small", "tv_landscape_xlarge"])
def test_a_document_is_drawn_and_a_touch_is_answered(visitor: Visitor, device: str) -> None:
    visitor.visit(device).start()
    expect(visitor.screen.get_by_text("yes")).to_be_visible()
    visitor.touch("Say no")
    expect(visitor.page.locator("#log .touch")).to_have_count(1)


def test_what_can_be_touched_can_be_reached_by_keyboard(visitor: Visitor) -> None:
    visitor.visit("hub_landscape_small").start()
    visitor.screen.get_by_role("button", name="Say yes").focus()
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#log .touch")).to_have_count(1)


def test_the_screen_can_reach_nothing_of_the_page_and_of_the_network(visitor: Visitor, complaints: list[str]) -> None:
    visitor.visit("hub_landscape_small").start()
    reached = visitor.screen.locator("body").evaluate(
        """async () => {
            const reached = [];
            try { if (window.parent.document) reached.push("page"); } catch {}
            try { await fetch("/health"); reached.push("network"); } catch {}
            return reached;
        }"""
    )
    assert reached == []
    assert any("connect-src" in complaint for complaint in complaints)
    complaints.clear()


def test_a_page_that_turns_dark_draws_its_screen_anew(visitor: Visitor) -> None:
    visitor.page.emulate_media(color_scheme="light")
    visitor.visit("hub_landscape_small").start()
    assert visitor.screen.locator("html").evaluate("(e) => e.style.colorScheme") == "light"
    visitor.page.emulate_media(color_scheme="dark")
    expect(visitor.page.locator("#screen")).to_have_attribute("data-state", "drawing")
    assert visitor.screen.locator("html").evaluate("(e) => e.style.colorScheme") == "dark"
