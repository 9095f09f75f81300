"""Strategies measured on a sampled population, as a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from skill.conditions.inference import Inference
from skill.evaluation.population import SEED, Interviewed, Person, interview
from skill.evaluation.statistics import Proportion, Spread
from skill.evaluation.strategies import Strategy, fixed_order, information_gain, random_order


@dataclass(frozen=True, slots=True)
class Point:
    """How far one strategy is when it may ask at most so many questions: questions asked on average, shares right."""

    questions: float
    first: float
    top_three: float


@dataclass(frozen=True, slots=True)
class Measured:
    """How one strategy did: questions to a result, and the right cause first and among three.

    The `curve` has a point for each limit on the questions, from none on.
    """

    name: str
    questions: Spread
    mean_questions: float
    first: Proportion
    top_three: Proportion
    article_first: Proportion
    article_top_three: Proportion
    curve: tuple[Point, ...]


def strategies() -> dict[str, Strategy]:
    """The strategies by name; the product's own first."""
    return {"information gain": information_gain, "fixed order": fixed_order, "random": random_order(SEED)}


def measure(name: str, strategy: Strategy, people: Sequence[Person], inference: Inference) -> Measured:
    """One strategy on all the people."""
    done = [interview(inference, person, strategy) for person in people]
    article = [each for each in done if inference.knowledge.conditions[each.person.condition].from_article]
    return Measured(
        name=name,
        questions=Spread.over([each.questions for each in done]),
        mean_questions=mean(each.questions for each in done),
        first=_right(done, 1),
        top_three=_right(done, 3),
        article_first=_right(article, 1),
        article_top_three=_right(article, 3),
        curve=tuple(_point(done, most) for most in range(1 + max(each.questions for each in done))),
    )


def table(measured: Collection[Measured], people: int) -> Iterator[str]:
    """The lines of the table."""
    yield f"{people} people sampled from the knowledge base, so that only the strategies can be compared"
    yield f"  {'':18}{'questions':>10}{'median':>8}{'p90':>6}{'first':>8}{'top 3':>8}{'first*':>8}{'top 3*':>8}"
    for each in measured:
        spread = f"{each.mean_questions:10.2f}{each.questions.median:8g}{each.questions.p90:6g}"
        shares = (each.first, each.top_three, each.article_first, each.article_top_three)
        yield f"  {each.name:18}{spread}" + "".join(f"{_percent(share):>8}" for share in shares)
    yield "  * of those with one of the article's four causes"


def _right(done: Collection[Interviewed], among: int) -> Proportion:
    return Proportion.over(each.has_cause(among) for each in done)


def _point(done: Collection[Interviewed], most: int) -> Point:
    return Point(
        questions=mean(min(most, each.questions) for each in done),
        first=mean(each.has_cause(1, most) for each in done),
        top_three=mean(each.has_cause(3, most) for each in done),
    )


def _percent(value: Proportion) -> str:
    return "-" if value.share is None else f"{100 * value.share:.1f} %"
