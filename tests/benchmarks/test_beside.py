"""Numbers are no test, since they depend on the machine; that the pages show a whole run is one."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.alexa.conversing import launch
from tests.benchmarks import beside, growth
from tests.benchmarks.figures import (
    COLD,
    MEMORY,
    SCREEN,
    SLOWEST,
    TURN,
    VOICE,
    Figure,
    compared,
    reasons,
    table,
)
from tests.benchmarks.packages import Package
from tests.benchmarks.record import RECORD, Answers, Record
from tests.benchmarks.talking import NAMED, conversations
from tests.documents.pages import ROOT, blocks

RECORDED = Record.read(RECORD)


class Pretended(Package):
    """A package that starts at once."""

    def python(self, *arguments: str, said: str = "") -> str:
        return "100.0 20.0"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Package, Package]:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a", b"a")
    folder = tmp_path_factory.mktemp("unpacked")
    return Pretended(buffer.getvalue(), "ours", folder), Pretended(buffer.getvalue(), "hello", folder)


def figure(what: str, ours: float, ratio: float) -> Figure:
    return Figure(what, "ms", ours, ours / ratio, ratio, ratio, ratio, 20)


def test_the_first_page_shows_the_recorded_run() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [block.text for block in blocks(page) if block.mark == "benchmark"]
    assert shown == "\n".join(beside.printed(RECORDED)) + "\n"


def test_the_command_prints_the_rows_of_the_recorded_run(packages: tuple[Package, Package]) -> None:
    rows = [*beside.starts(packages, launch(), 2), *beside.sizes(packages)]
    for device, options in beside.DEVICES.items():
        spoken = conversations(options)
        answers = Answers([[[1.0, 1.0], [1.0, 1.0]] for _ in spoken], [[1, 1] for _ in spoken], 1.0)
        rows += beside.turns(spoken, answers, device)
    grown = [growth.row(part, factor, n) for n in growth.GROWN for factor in growth.FACTORS for part in growth.PARTS]
    assert [(row.what, row.unit) for row in rows] == [(row.what, row.unit) for row in RECORDED.beside]
    assert grown == [row.what for row in RECORDED.grown]


@pytest.mark.parametrize("options", beside.DEVICES.values(), ids=beside.DEVICES)
def test_each_named_turn_comes_once_on_each_device(options: set[str]) -> None:
    assert [each.name for each in conversations(options) if each.name] == list(NAMED)


@pytest.mark.parametrize(
    ("what", "ours", "ratio", "missed"),
    [
        (COLD, 200, 2.0, False),
        (COLD, 200, 2.1, True),
        (MEMORY, 30, 1.6, True),
        ("package, unpacked", 10, 1.6, True),
        (f"{TURN}welcome{VOICE}", 1, 3.1, True),
        (f"{TURN}welcome{SCREEN}", 1, 3.1, False),
        (SLOWEST, 4.9, 20, False),
        (SLOWEST, 5.1, 2, True),
    ],
)
def test_a_figure_is_short_of_its_aim_where_the_issue_says_so(
    what: str, ours: float, ratio: float, missed: bool
) -> None:
    assert figure(what, ours, ratio).missed is missed


def test_what_is_short_of_its_aim_is_shown_so_with_the_reason() -> None:
    slow, quick = figure(COLD, 300, 3), figure(MEMORY, 20, 1)
    heading, first, second = table([slow, quick], "hello world")
    assert "aim" in heading
    assert first.endswith("2 times: short of it")
    assert second.endswith("1.5 times: met")
    (reason,) = reasons([slow, quick])
    assert reason.startswith(f"{COLD}: short of the aim, since ")


def test_every_aim_has_a_reason_to_give_for_falling_short() -> None:
    assert all(row.reason for row in RECORDED.beside if row.aim)


def test_a_ratio_is_the_median_of_those_of_pairs_measured_by_turns() -> None:
    found = compared("x", "ms", [2.0, 30.0, 4.0], [1.0, 10.0, 4.0])
    assert (found.ours, found.other, found.ratio, found.number) == (4.0, 4.0, 2.0, 3)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    RECORDED.write(tmp_path / "record.json")
    assert Record.read(tmp_path / "record.json") == RECORDED


def test_a_process_tells_what_each_round_of_each_skill_took() -> None:
    said = json.dumps({"requests": [[launch(), launch()]], "rounds": 3})
    command = [sys.executable, "-I", beside.ANSWERING, "turns", "hello_world", "hello_world"]
    folder = Path(__file__).parent
    told = subprocess.run(command, cwd=folder, input=said, capture_output=True, text=True, check=True).stdout
    answers = Answers(**json.loads(told))
    assert [[len(taken) for taken in pair] for pair in answers.times] == [[3, 3]]
    assert answers.bytes[0][0] == answers.bytes[0][1] > 0
