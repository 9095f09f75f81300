"""What pulls towards one condition and away from it, as an SVG chart of diverging bars on a doubling scale.

Each finding has a bar for its presence and one for its absence. Hue tells the two apart, and shade tells the grade of
the number, which also stands at the end of the row: nobody needs to see color to read it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log

from skill.authoring.condition_report import review_words
from skill.authoring.pulls import ANSWERS, Pull, Pulls, pulls_of
from skill.authoring.svg import Markup, element
from skill.conditions.evidence import Presence
from skill.conditions.explain import WORTH_SAYING
from skill.conditions.inference import CAP, SHRINKAGE, Inference
from skill.conditions.model import Condition
from skill.speech.phrases import as_sentence
from skill.speech.words import Words

# Pixels. The plot is as wide as the cap allows, so that charts of different conditions compare at a glance.
WIDTH, MARGIN = 1040, 36
LABELS_END, ZERO, REACH, GRADES = 474, 732, 190, 988
ROW, BAR, HEADING = 28, 15, 42
TOP, FOOT = 198, 118
LONGEST_LABEL, LINE = 60, 13.5  # characters, and pixels from one line of a label to the next

# Dark to light by grade: blue for a finding that is there, orange for one that is not. Safe for color blindness.
SHADES = {
    Presence.PRESENT: {"A": "#0b4a7a", "B": "#3f8ac4", "C": "#a9cdea"},
    Presence.ABSENT: {"A": "#8f4300", "B": "#d9822b", "C": "#f3c795"},
}
GRADE_WORDS = {"A": "A published", "B": "B from descriptions", "C": "C judgment"}
ANSWER_WORDS = {Presence.PRESENT: "when it is there", Presence.ABSENT: "when it is not"}

TIMES, DIVIDED = "\N{MULTIPLICATION SIGN}", "\N{DIVISION SIGN}"

_STYLE = """
text { font-family: 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; font-size: 14px;
  fill: #22303c; }
.title { font-size: 25px; font-weight: 700; fill: #14202b; }
.heading { font-size: 15px; font-weight: 700; fill: #14202b; }
.soft { font-size: 13px; fill: #5a6875; }
.value { font-size: 12px; fill: #46535f; paint-order: stroke; stroke: #fdfdfb; stroke-width: 4px; }
.warning { font-size: 13px; font-weight: 700; fill: #8f2d1c; }
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the plot by the height of its middle: a finding's two bars, or a heading where there is no pull."""

    y: float
    label: str
    pull: Pull | None = None


def pull_chart(inference: Inference, condition: Condition, words: Words) -> str:
    """The chart as an SVG document."""
    said, pulls = words.conditions[condition.id], pulls_of(inference, condition.id)
    rows = list(_rows(pulls, words))
    bottom = max((row.y for row in rows), default=TOP) + ROW
    height = bottom + FOOT
    title = f"{as_sentence(said.name)}: what points to it, and what points away"
    return "".join(
        element(
            "svg",
            element("title", title),
            element("style", Markup(_STYLE)),
            element("rect", width=WIDTH, height=height, fill="#fdfdfb"),
            *_head(title),
            *_scale(bottom),
            *(part for row in rows for part in _drawn(row)),
            *_foot(condition, pulls, bottom),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {height:g}",
            width=WIDTH,
            height=height,
            role="img",
        )
    )


def _rows(pulls: Pulls, words: Words) -> Iterator[_Row]:
    y = float(TOP)
    for heading, part in (("Having it points to it", pulls.towards), ("Having it points away", pulls.away)):
        if not part:
            continue
        yield _Row(y + HEADING / 2, heading)
        y += HEADING
        for pull in part:
            yield _Row(y + ROW / 2, words.findings[pull.finding].present, pull)
            y += ROW


def _head(title: str) -> Iterator[Markup]:
    yield _text(title, MARGIN, 50, "title")
    yield _text("How much likelier, or less likely, each finding makes it. The scale doubles.", MARGIN, 74, "soft")
    for line, answer in enumerate(ANSWERS):
        y = 105 + 24 * line
        yield _text(ANSWER_WORDS[answer], MARGIN, y)
        for place, (grade, color) in enumerate(SHADES[answer].items()):
            x = MARGIN + 130 + 184 * place
            yield element("rect", x=x, y=y - 12, width=26, height=BAR, rx=2, fill=color)
            yield _text(GRADE_WORDS[grade], x + 34, y, "soft")


def _scale(bottom: float) -> Iterator[Markup]:
    """Lines at each doubling from the cap on one side to the cap on the other, with the words for the two ways."""
    yield _text("points away", ZERO - 12, TOP - 34, "heading", anchor="end")
    yield _text("points to it", ZERO + 12, TOP - 34, "heading")
    yield _text("grade", GRADES, TOP - 12, "soft", anchor="middle")
    doublings = round(CAP / log(2))
    for step in range(-doublings, doublings + 1):
        x = _x(step * log(2))
        yield element("line", x1=x, x2=x, y1=TOP, y2=bottom, stroke="#22303c" if step == 0 else "#e1e5e8")
        for y in (TOP - 12, bottom + 18):
            yield _text(_times(step * log(2), 0), x, y, "soft", anchor="middle")


def _drawn(row: _Row) -> Iterator[Markup]:
    if row.pull is None:
        yield _text(row.label, LABELS_END, row.y + 6, "heading", anchor="end")
        return
    lines = textwrap.wrap(row.label, LONGEST_LABEL)
    for place, line in enumerate(lines):
        yield _text(line, LABELS_END, row.y + 5 + LINE * (place - (len(lines) - 1) / 2), anchor="end")
    yield _text(row.pull.citation.grade, GRADES, row.y + 5, "soft", anchor="middle")
    for answer in ANSWERS:
        yield from _bar(row.y, row.pull, answer)


def _bar(y: float, pull: Pull, answer: Presence) -> Iterator[Markup]:
    weight = pull.log_weight(answer)
    end = _x(weight)
    color = SHADES[answer][pull.citation.grade]
    yield element(
        "rect", x=min(end, ZERO), y=y - BAR / 2, width=abs(end - ZERO), height=BAR, fill=color, class_=answer.value
    )
    if abs(weight) < WORTH_SAYING:
        return
    outwards = 6 if weight > 0 else -6
    yield _text(_times(weight, 1), end + outwards, y + 4.5, "value", anchor="start" if weight > 0 else "end")


def _foot(condition: Condition, pulls: Pulls, bottom: float) -> Iterator[Markup]:
    notes = (
        f"Findings left out, since they hardly matter: {len(pulls.slight)}."
        " Of findings that go together, the most telling one counts.",
        "As the guide counts: the likelihood ratio against the default mix of people who ask, raised to the power "
        f"{SHRINKAGE:g} and capped at {exp(CAP):.0f}.",
    )
    for line, note in enumerate(notes):
        yield _text(note, MARGIN, bottom + 52 + 20 * line, "soft")
    reviewed = f"{as_sentence(review_words(condition.reviewed))}."
    yield _text(reviewed, MARGIN, bottom + 96, "soft" if condition.reviewed.by else "warning")


def _x(log_weight: float) -> float:
    return ZERO + REACH * log_weight / CAP


def _times(log_weight: float, digits: int) -> str:
    """The factor as one reads it, with a sign for times or divided by, and 1 for none."""
    size = f"{exp(abs(log_weight)):.{digits}f}"
    if log_weight == 0:
        return size
    return f"{TIMES if log_weight > 0 else DIVIDED}{size}"


def _text(text: str, x: float, y: float, class_: str = "", anchor: str = "start") -> Markup:
    kind = {"class_": class_} if class_ else {}
    return element("text", text, x=x, y=y, text_anchor=anchor, **kind)
