"""How to add to the knowledge, followed to the letter in a copy of the project."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from skill.authoring.check import check
from tests.documents.pages import ROOT, blocks, commands
from tests.documents.recipes import follow, perform, section

PAGE = (ROOT / "skill" / "conditions" / "knowledge" / "README.md").read_text(encoding="utf-8")
# What each section's own conversations show: the cause comes first, the flag is asked for, the exercise is coached.
ADDED = {
    "Add a condition": "> likely calf_cramp\n",
    "Add a red flag": "> asks S17, ",
    "Add an exercise": "> coaches heel_slide, ",
}
OTHER_LOCALES = "en-[!U]*"


def copied(folder: Path, *left_out: str) -> Path:
    """A copy of what the steps change and run, without what is drawn or served."""
    for room in ("skill", "interaction_model"):
        ignored = shutil.ignore_patterns("static", "*.png", "*.svg", *left_out)
        shutil.copytree(ROOT / room, folder / room, ignore=ignored)
    return folder


def problems(copy: Path) -> list[str]:
    skill = copy / "skill"
    return [str(each) for each in check(skill / "conditions" / "knowledge", skill / "locales").problems]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which every step of the page was taken, its commands included."""
    copy, steps = copied(tmp_path_factory.mktemp("followed")), [section(PAGE, heading) for heading in ADDED]
    for each in steps:
        follow(each, copy)
    # What every section ends with is run once, and before what the sections have of their own.
    listed = [command for each in steps for block in blocks(each) if block.kind == "sh" for command in commands(block)]
    ordered = sorted(dict.fromkeys(listed), key=listed.count, reverse=True)
    perform(ordered, copy)
    return copy


@pytest.mark.parametrize("heading", ADDED)
def test_what_was_added_is_there_in_a_conversation(heading: str, followed: Path) -> None:
    """The command that recorded it has held its `>` lines already."""
    (name,) = [block.text.split()[2] for block in blocks(section(PAGE, heading)) if block.kind == "markdown"]
    conversation = (followed / name).read_text(encoding="utf-8")
    assert ADDED[heading] in conversation
    assert "\nA: " in conversation


@pytest.mark.parametrize("heading", ADDED)
def test_each_section_stands_by_itself(heading: str, tmp_path: Path) -> None:
    follow(section(PAGE, heading), copied(tmp_path, OTHER_LOCALES))
    assert problems(tmp_path) == []


def test_a_step_left_out_is_told_by_the_check(tmp_path: Path) -> None:
    steps = section(PAGE, "Add an exercise").replace("at the end of skill/locales/en-US/heard/", "somewhere in ")
    follow(steps, copied(tmp_path, OTHER_LOCALES))
    assert any("heard/exercises.yaml:0: no words ask about 'heel_slide'" in each for each in problems(tmp_path))
