from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.apl.gallery import directives
from tests.apl.pictures import DRAWN, FOLDER, SHOWN, digest

ROOT = Path(__file__).parents[2]
LARGEST = 100_000  # bytes


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_in_the_readme(name: str) -> None:
    path = FOLDER / f"{name}.png"
    assert str(path.relative_to(ROOT)) in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_a_small_file(name: str) -> None:
    assert 0 < (FOLDER / f"{name}.png").stat().st_size < LARGEST


def test_the_pictures_are_of_the_screens_as_they_are() -> None:
    drawn, gallery = json.loads(DRAWN.read_text(encoding="utf-8")), directives()
    changed = [name for name in SHOWN if drawn.get(name) != digest(gallery[name])]
    assert changed == [], "draw them again: make pictures"
