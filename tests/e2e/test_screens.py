"""Every kind of screen, drawn by Amazon's viewhost as each device has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from skill.simulator import VIEWPORTS
from tests.apl.gallery import directives
from tests.apl.legibility import SMALLEST, SMALLEST_MAIN, Text, in_each_others_way, minutes_of_arc, outside
from tests.apl.viewhost import Screen

# All but one of the exercises, which differ in nothing but their pictures.
PICTURES = [name for name in directives() if name.startswith("exercise-")][1:]


# Of these more is there than fits, to be scrolled.
SCROLLED = ("ages",)


@dataclass(frozen=True)
class Drawn:
    """What came of drawing a screen on a device: what is wrong with it, and its texts."""

    name: str
    device: str
    token: str
    complaints: list[str]
    texts: list[Text]

    @property
    def is_fixed(self) -> bool:
        """Whether all of it is to be seen at once."""
        return not VIEWPORTS[self.device].round and self.token not in SCROLLED


def draw(screen: Screen, name: str, directive: dict[str, Any], device: str) -> Drawn:
    complaints = screen.draw(directive, VIEWPORTS[device])
    return Drawn(name, device, directive["token"], complaints, [Text.of(each) for each in screen.texts()])


@pytest.fixture(scope="module")
def screen(context: BrowserContext) -> Iterator[Screen]:
    screen = Screen(context)
    yield screen
    screen.close()


@pytest.fixture(scope="module")
def gallery() -> dict[str, Any]:
    return directives()


@pytest.fixture(scope="module")
def drawn(screen: Screen, gallery: dict[str, Any]) -> list[Drawn]:
    """Every kind of screen on every device, and every exercise on one."""
    kinds = {name: each for name, each in gallery.items() if name not in PICTURES}
    everywhere = [draw(screen, name, each, device) for device in VIEWPORTS for name, each in kinds.items()]
    return [*everywhere, *(draw(screen, name, gallery[name], "hub_landscape_medium") for name in PICTURES)]


def test_every_screen_is_drawn_without_a_warning(drawn: list[Drawn]) -> None:
    assert {(each.name, each.device): each.complaints for each in drawn if each.complaints} == {}


def test_every_text_can_be_made_out_from_two_metres(drawn: list[Drawn]) -> None:
    small = [
        (each.name, each.device, text.words)
        for each in drawn
        for text in each.texts
        if minutes_of_arc(text, each.device) < SMALLEST
    ]
    assert small == []


def test_what_is_asked_or_to_be_done_is_larger(drawn: list[Drawn]) -> None:
    def largest(each: Drawn) -> float:
        return max(minutes_of_arc(text, each.device) for text in each.texts)

    assert [(each.name, each.device) for each in drawn if each.is_fixed and largest(each) < SMALLEST_MAIN] == []


def test_no_text_is_drawn_over_another(drawn: list[Drawn]) -> None:
    found = {(each.name, each.device): list(in_each_others_way(each.texts)) for each in drawn if each.is_fixed}
    assert {place: texts for place, texts in found.items() if texts} == {}


def test_no_text_is_cut_off_by_the_rim(drawn: list[Drawn]) -> None:
    found = {
        (each.name, each.device): list(outside(each.texts, VIEWPORTS[each.device])) for each in drawn if each.is_fixed
    }
    assert {place: texts for place, texts in found.items() if texts} == {}


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
