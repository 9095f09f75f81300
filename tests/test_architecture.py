"""Imports point down only, and rooms are small: design rules held as a table."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# From the top down: a part may import those on lines below its own, and nothing beside itself.
LAYERS = (
    ("lambda", "cli"),
    ("commands",),
    ("web",),
    ("evaluation", "authoring"),
    ("app",),
    ("alexa",),
    ("speech",),
    ("dialog", "understanding"),
    ("locales",),
    ("conditions", "config", "simulator"),
)
LEVEL = {part: level for level, parts in enumerate(reversed(LAYERS)) for part in parts}
PARTS = frozenset(LEVEL)

# These could be packages of their own: not even the version is theirs to import.
STANDS_APART = {"conditions", "simulator"}

# Who may import what is neither ours nor Python's.
ALEXA, WEB = {"alexa", "app", "web"}, {"web"}
THIRD_PARTY = {
    "ask_sdk_core": ALEXA,
    "ask_sdk_model": ALEXA,
    "ask_sdk_runtime": ALEXA,
    "ask_smapi_model": {"authoring"},
    "certifi": WEB,
    "cryptography": WEB,
    "flask": WEB,
    "flask_ask_sdk": WEB,
    "prometheus_client": WEB,
    "waitress": WEB,
    "werkzeug": WEB,
    "yaml": PARTS - {"config", "dialog"},
}

# A pure part has no clock, no chance and no system.
FORBIDDEN = {"dialog": {"random", "time", "datetime", "os"}}

LONGEST, MEDIAN = 300, 120

Import = tuple[str, str, str]  # part, where, dotted name imported


def part_of(path: Path) -> str:
    """Name the part a file belongs to: the folder or module right under skill/, or lambda."""
    top, *rest = path.relative_to(ROOT).with_suffix("").parts
    return rest[0] if top == "skill" else top


def source_files() -> list[Path]:
    found = [*(ROOT / "skill").rglob("*.py"), *(ROOT / "lambda").glob("*.py")]
    return sorted(path for path in found if path != ROOT / "skill" / "__init__.py")


def names_imported(path: Path) -> Iterator[tuple[int, str]]:
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def imports() -> list[Import]:
    return [
        (part_of(path), f"{path.relative_to(ROOT)}:{line}", name)
        for path in source_files()
        for line, name in names_imported(path)
    ]


def wrong_direction(part: str, name: str) -> bool:
    """Tell whether `part` may not import `name`, something of ours."""
    imported = name.split(".")[1]
    if imported not in PARTS:
        return part in STANDS_APART
    return imported != part and LEVEL[imported] >= LEVEL[part]


def not_allowed(part: str, name: str) -> bool:
    """Tell whether `part` may not import `name`, something of Python's or of others."""
    top = name.split(".")[0]
    if top in sys.stdlib_module_names:
        return top in FORBIDDEN.get(part, ())
    return part not in THIRD_PARTY.get(top, ())


@pytest.mark.parametrize(
    ("part", "name", "wrong"),
    [
        ("web", "skill.app.create_skill", False),
        ("app", "skill.web.app", True),
        ("dialog", "skill.understanding", True),
        ("dialog", "skill.dialog.acts", False),
        ("web", "skill.__version__", False),
        ("simulator", "skill.__version__", True),
        ("simulator", "skill.simulator.session", False),
        ("conditions", "skill.config.Config", True),
    ],
)
def test_the_table_tells_down_from_up_and_sideways(part: str, name: str, wrong: bool) -> None:
    assert wrong_direction(part, name) is wrong


@pytest.mark.parametrize(
    ("part", "name", "wrong"),
    [
        ("dialog", "random.choice", True),
        ("dialog", "dataclasses.dataclass", False),
        ("dialog", "ask_sdk_model.Response", True),
        ("alexa", "ask_sdk_model.Response", False),
        ("speech", "flask.Flask", True),
        ("web", "left_pad", True),
    ],
)
def test_the_table_tells_who_may_import_what_is_not_ours(part: str, name: str, wrong: bool) -> None:
    assert not_allowed(part, name) is wrong


def test_every_part_has_a_line_in_the_table() -> None:
    assert {part_of(path) for path in source_files()} <= PARTS


def test_imports_within_the_project_point_down_only() -> None:
    ours = [found for found in imports() if found[2].startswith("skill.")]
    assert [found for found in ours if wrong_direction(found[0], found[2])] == []


def test_each_part_imports_only_the_libraries_it_may() -> None:
    others = [found for found in imports() if not found[2].startswith("skill.")]
    assert [found for found in others if not_allowed(found[0], found[2])] == []


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_longer_than_a_room_may_be() -> None:
    every_file = [*source_files(), *(ROOT / "tests").rglob("*.py")]
    too_long = {str(path.relative_to(ROOT)): lines(path) for path in every_file if lines(path) > LONGEST}
    assert too_long == {}


def test_the_usual_file_is_short() -> None:
    assert statistics.median(map(lines, source_files())) < MEDIAN
