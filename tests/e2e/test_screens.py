"""Every kind of screen, drawn by Amazon's viewhost as each device has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from skill.simulator import VIEWPORTS
from tests.apl.gallery import directives
from tests.apl.viewhost import Screen

# All but one of the exercises, which differ in nothing but their pictures.
PICTURES = [name for name in directives() if name.startswith("exercise-")][1:]


def complaints(screen: Screen, gallery: dict[str, Any], device: str) -> dict[str, list[str]]:
    """What is wrong with each that anything is wrong with."""
    said = {name: screen.draw(directive, VIEWPORTS[device]) for name, directive in gallery.items()}
    return {name: found for name, found in said.items() if found}


@pytest.fixture(scope="module")
def screen(context: BrowserContext) -> Iterator[Screen]:
    screen = Screen(context)
    yield screen
    screen.close()


@pytest.fixture(scope="module")
def gallery() -> dict[str, Any]:
    return directives()


@pytest.mark.parametrize("device", VIEWPORTS)
def test_every_screen_is_drawn_without_a_warning(screen: Screen, gallery: dict[str, Any], device: str) -> None:
    assert complaints(screen, {name: each for name, each in gallery.items() if name not in PICTURES}, device) == {}


def test_every_exercise_is_drawn_without_a_warning(screen: Screen, gallery: dict[str, Any]) -> None:
    assert complaints(screen, {name: gallery[name] for name in PICTURES}, "hub_landscape_medium") == {}


def test_a_light_screen_is_light_and_a_dark_one_dark(screen: Screen, gallery: dict[str, Any]) -> None:
    shades = {}
    for theme in ("dark", "light"):
        screen.draw(gallery["yes-or-no"], VIEWPORTS["hub_landscape_large"], theme)
        shades[theme] = screen.ground()
    assert shades["dark"] != shades["light"]


def test_an_emergency_looks_the_same_in_light_and_dark(screen: Screen, gallery: dict[str, Any]) -> None:
    grounds = set()
    for theme in ("dark", "light"):
        screen.draw(gallery["urgent-emergency"], VIEWPORTS["hub_landscape_large"], theme)
        grounds.add(screen.ground())
    assert len(grounds) == 1


def test_a_document_that_asks_for_too_much_room_is_complained_of(screen: Screen, gallery: dict[str, Any]) -> None:
    crowded = {**gallery["duration"], "datasources": {"screen": {**gallery["duration"]["datasources"]["screen"]}}}
    shown = crowded["datasources"]["screen"]
    shown["items"] = shown["items"] * 4
    assert screen.draw(crowded, VIEWPORTS["hub_landscape_small"])
