"""The skill's icons in the store, drawn from `icon.svg` at the two sizes that Amazon asks for.

Run it, `make icons`, after the drawing has changed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

DRAWING = Path(__file__).parent / "icon.svg"
IMAGES = Path(__file__).parents[2] / "interaction_model" / "assets" / "images"
SIZES = {"small": 108, "large": 512}  # pixels, square (alexa-platform.md, the skill package)
_PAGE = "<style>*{{margin:0}} svg{{display:block;width:{size}px;height:{size}px}}</style>{drawing}"


def main() -> None:
    """Draw them again."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, size in SIZES.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(_PAGE.format(size=size, drawing=DRAWING.read_text(encoding="utf-8")))
            page.screenshot(path=IMAGES / f"{name}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
