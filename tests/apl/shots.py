"""Draws every kind of screen on every device, dark and light, and saves the pictures.

Run it by hand, `make shots` or `python -m tests.apl.shots build/shots`, and look at what comes of it.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from skill.simulator import VIEWPORTS
from tests.apl.gallery import directives
from tests.apl.viewhost import Screen

THEMES = ("dark", "light")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where to save them")
    parser.add_argument("--only", default="", help="screens whose name begins so")
    parser.add_argument("--device", choices=VIEWPORTS, help="this device only")
    parser.add_argument("--theme", choices=THEMES, help="this theme only")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        screen = Screen(browser.new_context())
        for name, directive in directives().items():
            if not name.startswith(arguments.only):
                continue
            for device, viewport in VIEWPORTS.items():
                for theme in THEMES:
                    if arguments.device in (None, device) and arguments.theme in (None, theme):
                        for complaint in screen.draw(directive, viewport, theme):
                            print(f"{name} on {device}, {theme}: {complaint}")
                        screen.save(arguments.folder / f"{name}-{device}-{theme}.png")
        browser.close()


if __name__ == "__main__":
    main()
