"""Ways of asking compared, as an SVG chart: how often the cause is found, by how many questions that took.

Panels share both scales. Each way of asking has a marker of its own beside its color: nobody needs to see color to
read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from skill.authoring.svg import Markup, element

# Pixels.
WIDTH, HEIGHT, MARGIN = 1040, 520, 36
PANEL, GAP, LEFT, TOP, BOTTOM = 380, 110, 84, 150, 430
RADIUS = 5

# Safe for color blindness; in the order of the lines.
COLORS = ("#0b4a7a", "#b55a00", "#5a6875")
TICK = 0.1  # a tenth of all people

_STYLE = """
text { font-family: 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; font-size: 14px;
  fill: #22303c; }
.title { font-size: 25px; font-weight: 700; fill: #14202b; }
.heading { font-size: 15px; font-weight: 700; fill: #14202b; }
.soft { font-size: 13px; fill: #5a6875; }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One way of asking: for each panel, in order, its points as (questions, share right)."""

    name: str
    panels: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Maps questions and shares to pixels in one panel."""

    left: float
    most: int
    low: float
    high: float

    def x(self, questions: float) -> float:
        return self.left + PANEL * questions / self.most

    def y(self, share: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (share - self.low) / (self.high - self.low)


def strategy_chart(lines: Sequence[Line], headings: Sequence[str], note: str) -> str:
    """The chart as an SVG document, with a panel for each heading."""
    points = [point for line in lines for panel in line.panels for point in panel]
    low = floor(min(share for _, share in points) / TICK) * TICK
    high = ceil(max(share for _, share in points) / TICK) * TICK
    most = max(1, ceil(max(questions for questions, _ in points)))
    title = "Finding the cause: what each question is worth"
    parts: list[Markup] = []
    for place, heading in enumerate(headings):
        scale = _Scale(LEFT + place * (PANEL + GAP), most, low, high)
        parts.extend(_axes(scale, heading))
        for number, line in enumerate(lines):
            parts.extend(_curve(line.panels[place], scale, number))
    return "".join(
        element(
            "svg",
            element("title", title),
            element("style", Markup(_STYLE)),
            element("rect", width=WIDTH, height=HEIGHT, fill="#fdfdfb"),
            _text(title, MARGIN, 50, "title"),
            *_legend(lines),
            *parts,
            _text(note, MARGIN, HEIGHT - 18, "soft"),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
            width=WIDTH,
            height=HEIGHT,
            role="img",
        )
    )


def _legend(lines: Sequence[Line]) -> Iterator[Markup]:
    x = float(MARGIN)
    for place, line in enumerate(lines):
        yield _marker(x + RADIUS, 80, place)
        yield _text(line.name, x + 18, 85)
        x += 170


def _axes(scale: _Scale, heading: str) -> Iterator[Markup]:
    yield _text(heading, scale.left, TOP - 22, "heading")
    for step in range(round(scale.low / TICK), round(scale.high / TICK) + 1):
        y = scale.y(step * TICK)
        yield element("line", x1=scale.left, x2=scale.left + PANEL, y1=y, y2=y, stroke="#e1e5e8")
        yield _text(f"{step * TICK:.0%}", scale.left - 10, y + 5, "soft", "end")
    for questions in range(scale.most + 1):
        yield _text(f"{questions}", scale.x(questions), BOTTOM + 20, "soft", "middle")
    yield _text("questions asked, on average", scale.left + PANEL / 2, BOTTOM + 42, "soft", "middle")


def _curve(points: Sequence[tuple[float, float]], scale: _Scale, number: int) -> Iterator[Markup]:
    """A marker for each limit on the questions. Once nobody is asked more, the limits fall on one point."""
    places = list(dict.fromkeys((scale.x(questions), scale.y(share)) for questions, share in points))
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield element("polyline", points=path, fill="none", stroke=COLORS[number], stroke_width=2)
    yield from (_marker(x, y, number) for x, y in places)


def _marker(x: float, y: float, number: int) -> Markup:
    """A disc, a square or a triangle."""
    color = COLORS[number]
    if number == 0:
        return element("circle", cx=x, cy=y, r=RADIUS, fill=color)
    if number == 1:
        return element("rect", x=x - RADIUS, y=y - RADIUS, width=2 * RADIUS, height=2 * RADIUS, fill=color)
    corners = ((x, y - RADIUS - 1), (x - RADIUS - 1, y + RADIUS), (x + RADIUS + 1, y + RADIUS))
    return element("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners), fill=color)


def _text(text: str, x: float, y: float, class_: str = "", anchor: str = "start") -> Markup:
    kind = {"class_": class_} if class_ else {}
    return element("text", text, x=x, y=y, text_anchor=anchor, **kind)
