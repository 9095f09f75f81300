"""Somebody who uses the page."""

from __future__ import annotations

from playwright.sync_api import FrameLocator, Locator, Page, expect


class Visitor:
    """Does what a person does, and waits for what comes of it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def visit(self, device: str = "speaker", locale: str = "en-US") -> Visitor:
        self.page.goto(f"/?device={device}&locale={locale}")
        self.page.locator("body[data-ready]").wait_for()
        return self

    def start(self) -> str:
        self.page.locator("#start").click()
        return self._answer(0)

    def say(self, text: str) -> str:
        known = self.answers.count()
        self.page.locator("#text").fill(text)
        self.page.keyboard.press("Enter")
        return self._answer(known)

    def press(self, name: str) -> str:
        known = self.answers.count()
        self.page.get_by_role("button", name=name, exact=True).click()
        return self._answer(known)

    def look_inside(self) -> Locator:
        self.page.locator("#inspector > summary").click()
        return self.page.locator("#inside")

    @property
    def answers(self) -> Locator:
        return self.page.locator("#log .guide p")

    @property
    def screen(self) -> FrameLocator:
        """What is drawn on the device, once it can be touched."""
        self.page.locator("#screen[data-state=ready]").wait_for()
        return self.page.frame_locator("#frame")

    def touch(self, name: str) -> str:
        """Touch something with a pointer; Playwright's own click knows nothing of a frame that is drawn smaller."""
        known = self.answers.count()
        inner = self.screen.get_by_role("button", name=name, exact=True).first.evaluate(
            "(e) => { const box = e.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }"
        )
        left, top, scale = self.page.locator("#frame").evaluate(
            "(e) => { const box = e.getBoundingClientRect(); return [box.x, box.y, box.width / e.offsetWidth]; }"
        )
        self.page.mouse.click(left + inner[0] * scale, top + inner[1] * scale, delay=50)
        return self._answer(known)

    def _answer(self, known: int) -> str:
        expect(self.answers).not_to_have_count(known)
        return self.answers.last.inner_text()
