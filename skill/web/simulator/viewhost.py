"""Amazon's APL viewhost, which draws a device's screen: an npm package that is installed on demand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

# Where `make viewhost` installs what npm/package-lock.json lists, in a checkout.
NODE_MODULES = Path(__file__).parents[3] / "build" / "npm" / "node_modules"
SCRIPT = NODE_MODULES / "apl-viewhost-web" / "index.js"

# Fonts that it would fetch from another machine. This machine's own stand in, in the weight and slant of each.
_FOREIGN_FONT = re.compile(r"url\('https://[^']*/([^'/]*)\.ttf'\)")
_FAMILIES = ("Open Sans", "Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Arial")
_STYLES = {"bolditalic": " Bold Italic", "bold": " Bold", "_bd": " Bold", "_he": " Bold", "italic": " Italic"}


def is_installed(script: Path = SCRIPT) -> bool:
    """Whether there is one."""
    return script.is_file()


@cache
def source(script: Path = SCRIPT) -> str:
    """The script, without the fonts of others."""
    return _FOREIGN_FONT.sub(_own_font, script.read_text(encoding="utf-8"))


def _own_font(foreign: re.Match[str]) -> str:
    name = foreign[1].lower()
    style = next((style for part, style in _STYLES.items() if part in name), "")
    return ",".join(f"local('{family}{style}')" for family in _FAMILIES)
