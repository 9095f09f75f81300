from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "interaction_model"
LOCALES = json.loads((PACKAGE / "skill.json").read_text(encoding="utf-8"))["manifest"]["publishingInformation"][
    "locales"
]


def size_of(icon: str) -> tuple[int, int]:
    """Width and height in pixels, from the header of the PNG that an address in skill.json leads to."""
    header = (PACKAGE / icon.removeprefix("file://")).read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", header[16:])
    return width, height


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_shows_icons_of_the_sizes_that_are_asked_for(locale: str) -> None:
    small, large = (size_of(LOCALES[locale][f"{size}IconUri"]) for size in ("small", "large"))
    assert (small, large) == ((108, 108), (512, 512))
