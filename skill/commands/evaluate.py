"""`knee-guide evaluate`: cases through the whole skill with a simulated patient, and the figures."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from skill import app
from skill.authoring.strategy_chart import Line, strategy_chart
from skill.commands import devices
from skill.conditions.evidence import Presence
from skill.conditions.inference import Inference
from skill.evaluation import figures_json
from skill.evaluation.alike import told_apart
from skill.evaluation.cases import Case, load_cases
from skill.evaluation.comparison import comparison
from skill.evaluation.figures import Figures, figures_of
from skill.evaluation.patient_words import load_patient_words
from skill.evaluation.play import Player
from skill.evaluation.population import people
from skill.evaluation.population_report import Measured, measure, strategies, table
from skill.evaluation.published import published_figures
from skill.evaluation.report import published, report, summary
from skill.evaluation.revision import RevisionError, knowledge_at
from skill.evaluation.stage import stage_of

_Item = TypeVar("_Item")


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="cases as JSON Lines or YAML, or folders of them; each reported apart",
    )
    parser.add_argument("--direct", action="store_true", help="hand over the first words whole, not as Alexa cuts them")
    unlisted = "the answer to what a case does not list (default: %(default)s)"
    parser.add_argument("--unlisted", choices=("absent", "unknown"), default="absent", help=unlisted)
    parser.add_argument("--short", action="store_true", help="print the figures that matter most only")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file, a line each")
    parser.add_argument("--against", metavar="REV", help="compare with the knowledge at another git revision")
    parser.add_argument("--population", metavar="N", type=_count, help="compare ways of asking on N sampled people")
    chart = "with --population, write a chart of what each question is worth"
    parser.add_argument("--svg", metavar="FILE", type=Path, help=chart)
    parser.add_argument("--locale", default="en-US", choices=app.LOCALE_CODES, help="default: %(default)s")
    alike = "instead, list the cases that are not told the same level in every locale"
    parser.add_argument("--every-locale", action="store_true", help=alike)


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; 1 when an urgent case was told too little, 2 when cases or knowledge cannot be read."""
    if not arguments.files and arguments.population is None:
        print("Give a file of cases, or --population N.", file=sys.stderr)
        return 2
    if arguments.svg is not None and arguments.population is None:
        print("--svg draws the population: give --population N with it.", file=sys.stderr)
        return 2
    knowledge = app.build().inference.knowledge
    files = {path: load_cases(path, knowledge) for path in arguments.files}
    if arguments.every_locale:
        return _compare_locales([case for cases in files.values() for case in cases], arguments)
    try:
        missed = [_evaluate(path, cases, arguments) for path, cases in files.items()]
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    if files and not arguments.json and not arguments.short:
        print(*published(published_figures()), sep="\n")
    if arguments.population is not None:
        measured = _population(arguments.population, app.build().inference)
        print(*table(measured, arguments.population), sep="\n")
        if arguments.svg is not None and not _draw(measured, arguments.population, arguments.svg):
            return 2
    return int(any(missed))


def _compare_locales(cases: Sequence[Case], arguments: argparse.Namespace) -> int:
    """Print who is told what where it is not the same everywhere; 1 where anybody is."""
    players = {code: _player(arguments, code) for code in app.LOCALE_CODES}
    apart = list(told_apart(players, list(_shown(cases, len(cases), "every locale"))))
    print("\n".join(apart) or f"Cases told the same in {len(players)} locales: {len(cases)}.")
    return int(bool(apart))


def _evaluate(path: Path, cases: Sequence[Case], arguments: argparse.Namespace) -> bool:
    """Print the figures of one file; whether an urgent case was told too little."""
    figures = _figures(cases, _player(arguments, arguments.locale), path.name)
    before = None
    if arguments.against:
        player = _player(arguments, arguments.locale, arguments.against)
        before = _figures(cases, player, f"{path.name} at {arguments.against}")
    if arguments.json:
        print(json.dumps(_json(path, figures, before, arguments), ensure_ascii=False))
    else:
        lines = summary(str(path), figures) if arguments.short else (*report(str(path), figures), "")
        print(*lines, sep="\n")
        if before:
            print(*comparison(before, figures, arguments.against), "", sep="\n")
    return bool(figures.triage.under_triaged)


def _json(path: Path, figures: Figures, before: Figures | None, arguments: argparse.Namespace) -> dict[str, object]:
    how = {"file": str(path), "direct": arguments.direct, "unlisted": arguments.unlisted}
    compared = {"against": arguments.against, "before": figures_json.to_json(before)} if before else {}
    return how | figures_json.to_json(figures) | compared


def _player(arguments: argparse.Namespace, locale: str, revision: str | None = None) -> Player:
    guide = app.wire(knowledge_at(revision), (locale,)) if revision else app.build()
    stage = stage_of(guide, locale)
    device = devices.device(locale, skill=stage.skill)
    return Player(device, stage, load_patient_words(locale), Presence(arguments.unlisted), arguments.direct)


def _figures(cases: Sequence[Case], player: Player, label: str) -> Figures:
    article = {each.id for each in app.build().inference.knowledge.conditions.values() if each.from_article}
    return figures_of([player.play(case) for case in _shown(cases, len(cases), label)], article)


def _population(number: int, inference: Inference) -> list[Measured]:
    sampled = list(people(inference, number))
    return [
        measure(name, strategy, list(_shown(sampled, number, name)), inference)
        for name, strategy in strategies().items()
    ]


def _draw(measured: Iterable[Measured], number: int, file: Path) -> bool:
    """Write the chart; False, and why, where that cannot be."""
    lines = [
        Line(
            each.name,
            (
                tuple((point.questions, point.first) for point in each.curve),
                tuple((point.questions, point.top_three) for point in each.curve),
            ),
        )
        for each in measured
    ]
    note = f"{number} people sampled from the knowledge base: this compares ways of asking, not people."
    chart = strategy_chart(lines, ("The right cause comes first", "The right cause is among the first three"), note)
    try:
        file.write_text(chart, encoding="utf-8")
    except OSError as error:
        print(f"The chart cannot be written: {error}", file=sys.stderr)
        return False
    print(f"{file} written.")
    return True


def _shown(items: Iterable[_Item], total: int, label: str) -> Iterator[_Item]:
    """The items, with how far we are on a terminal."""
    for number, item in enumerate(items, 1):
        if sys.stderr.isatty():
            print(f"\r{label}: {number} of {total}", end="\n" if number == total else "", file=sys.stderr, flush=True)
        yield item


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
