"""What others published, to be shown beside our figures and never as a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Fields, Problem, read_yaml

FILE = Path(__file__).parent / "published.yaml"


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One figure: of what, over which cases, from where."""

    what: str
    figure: str
    cases: str
    source: str


@cache
def published_figures(path: Path = FILE) -> tuple[PublishedFigure, ...]:
    """The figures in the file.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    fields = Fields.of(read_yaml(path, path.name, problems), path.name, problems)
    figures = []
    for item in fields.items("published", required=True):
        text = {key: item.text(key) for key in ("what", "figure", "cases", "source")}
        figures.append(PublishedFigure(**text))
        item.close()
    if problems:
        raise DocumentError(problems)
    return tuple(figures)
