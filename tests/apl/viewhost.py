"""Amazon's viewhost in a page of its own: draws directives, and tells what it complains of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext

from skill.simulator import Viewport
from skill.web.simulator import viewhost

Json = dict[str, Any]

_HERE = Path(__file__).parent
# What the viewhost says whatever it draws: that it speaks nothing, and that it takes Amazon's fonts from nowhere.
_ALWAYS_SAID = re.compile(r"font|preload", re.IGNORECASE)


class Screen:
    """A page that is the screen of a device, whichever it is."""

    def __init__(self, context: BrowserContext) -> None:
        self._page = context.new_page()
        self._page.set_viewport_size({"width": 1920, "height": 1080})
        self._complaints: list[str] = []
        self._page.on("console", lambda message: self._hear(message.type, message.text))
        self._page.on("pageerror", lambda error: self._complaints.append(str(error)))
        self._page.set_content((_HERE / "drawing.html").read_text(encoding="utf-8"))
        # In one script: the engine tells but once that it is there, and only to who listens already.
        scripts = (viewhost.source(), (_HERE / "drawing.js").read_text(encoding="utf-8"))
        self._page.add_script_tag(content="\n;\n".join(scripts))
        self._page.evaluate("() => window.ready")
        self._complaints.clear()

    def draw(self, directive: Json, viewport: Viewport, theme: str = "dark") -> list[str]:
        """Draw a directive; what is wrong with it, be it said by the viewhost or to be seen."""
        shape = {name: getattr(viewport, name) for name in ("width", "height", "dpi", "shape", "mode")}
        told = {"directive": directive, "viewport": shape, "theme": theme}
        errors: list[str] = self._page.evaluate("(told) => window.drawn(told)", told)
        complaints, self._complaints = self._complaints, []
        return [*errors, *complaints]

    def texts(self) -> list[Json]:
        """Every text that is drawn: its words, its size in pixels, and the box around it."""
        found: list[Json] = self._page.evaluate("() => window.read()")
        return found

    def ground(self) -> str:
        """The color behind everything that is drawn."""
        color: str = self._page.evaluate(
            """() => [...document.querySelectorAll("#view *")]
                .map((each) => getComputedStyle(each).backgroundColor)
                .find((color) => color !== "rgba(0, 0, 0, 0)")"""
        )
        return color

    def save(self, path: Path) -> None:
        """What is drawn, as a picture."""
        self._page.locator("#view").screenshot(path=path)

    def close(self) -> None:
        self._page.close()

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("warning", "error") and not _ALWAYS_SAID.search(text):
            self._complaints.append(text)
