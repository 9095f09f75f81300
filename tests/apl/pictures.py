"""The pictures in the README: three screens of one device, with what they were drawn from.

Run it, `make pictures`, after a screen or its words have changed, and look at what comes of it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from skill.simulator import VIEWPORTS
from tests.apl.gallery import directives
from tests.apl.viewhost import Screen

FOLDER = Path(__file__).parent / "pictures"
DRAWN = FOLDER / "drawn.json"
SHOWN = ("place-right", "result", "exercise-hamstring_curl")
DEVICE = "hub_landscape_medium"


def main() -> None:
    """Draw them again."""
    FOLDER.mkdir(exist_ok=True)
    gallery = directives()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        screen = Screen(browser.new_context())
        for name in SHOWN:
            screen.draw(gallery[name], VIEWPORTS[DEVICE])
            screen.save(FOLDER / f"{name}.png")
        browser.close()
    digests = {name: digest(gallery[name]) for name in SHOWN}
    DRAWN.write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


def digest(directive: dict[str, Any]) -> str:
    """What tells one screen from another: its document and all that it shows."""
    return hashlib.sha256(json.dumps(directive, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    main()
