from __future__ import annotations

from xml.etree import ElementTree

import pytest

from skill.authoring.strategy_chart import BOTTOM, COLORS, TOP, Line, strategy_chart

SVG = "{http://www.w3.org/2000/svg}"
LINES = [
    Line("quick & clever", (((0.0, 0.5), (1.0, 0.7)), ((0.0, 0.8), (1.0, 0.9)))),
    Line("slow", (((0.0, 0.5), (1.0, 0.6), (1.0, 0.6)), ((0.0, 0.8), (1.0, 0.8), (1.0, 0.8)))),
]


@pytest.fixture(scope="module")
def chart() -> ElementTree.Element:
    return ElementTree.fromstring(strategy_chart(LINES, ("first", "three"), "a note"))


def texts(chart: ElementTree.Element) -> list[str | None]:
    return [each.text for each in chart.iter(f"{SVG}text")]


def test_each_way_of_asking_is_named_once_and_drawn_in_each_panel(chart: ElementTree.Element) -> None:
    assert [texts(chart).count(line.name) for line in LINES] == [1, 1]
    strokes = [each.get("stroke") for each in chart.iter(f"{SVG}polyline")]
    assert sorted(strokes) == sorted([*COLORS[:2], *COLORS[:2]])


def test_a_greater_share_is_drawn_higher_and_within_the_panel(chart: ElementTree.Element) -> None:
    for line in chart.iter(f"{SVG}polyline"):
        heights = [float(point.split(",")[1]) for point in (line.get("points") or "").split()]
        assert heights == sorted(heights, reverse=True)
        assert all(TOP <= height <= BOTTOM for height in heights)


def test_limits_that_fall_on_one_point_are_marked_once(chart: ElementTree.Element) -> None:
    legend, panels = 1, 2
    squares = [each for each in chart.iter(f"{SVG}rect") if each.get("fill") == COLORS[1]]
    assert len(squares) == legend + panels * 2


def test_the_scale_is_in_percent_and_the_note_is_there(chart: ElementTree.Element) -> None:
    assert {"50%", "90%", "a note", "first", "three"} <= set(texts(chart))
