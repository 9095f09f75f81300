"""What a page points to is there: files, headings, and tests by their names."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.documents.pages import PAGES, ROOT, named

CERTIFICATION, THREATS = ROOT / "lambda" / "CERTIFICATION.md", ROOT / "skill" / "web" / "THREATS.md"


def prose(page: Path) -> str:
    """The page without its fences."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


@cache
def headings(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    found = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in found}


@cache
def names_of_tests(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)|src=\"([^\"]+)\"", prose(page)):
        file, _, heading = "".join(link).partition("#")
        if file.startswith("https:"):
            continue
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert not heading or heading in headings(target), link


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_test_that_a_page_names_is_there(page: Path) -> None:
    for file, name in re.findall(r"(tests/[\w/]+\.py)::(\w+)", page.read_text(encoding="utf-8")):
        assert name in names_of_tests(ROOT / file), f"{file}::{name}"


@pytest.mark.parametrize("page", [CERTIFICATION, THREATS], ids=named)
def test_every_line_is_held_by_a_test_or_says_that_none_can(page: Path) -> None:
    rows = [line for line in prose(page).splitlines() if re.match(r"\|(?! ---)", line)]
    asked = [row for row in rows if not row.startswith(("| Amazon asks", "| who, and how", "| where |"))]
    kept = prose(THREATS).partition("## Who might")[0]
    loose = [row for row in asked if "::test_" not in row and not re.search(r"\*\*(by hand|missing)", row)]
    assert [row for row in loose if row not in kept] == []


def test_what_ask_deploy_reads_is_the_skill_and_nothing_that_it_would_build() -> None:
    """Amazon's tool would pack the folder of the handler alone: SAM deploys what `make package` made."""
    profile = json.loads((ROOT / "ask-resources.json").read_text())["profiles"]["default"]
    assert profile.keys() == {"skillMetadata"}
    assert (ROOT / profile["skillMetadata"]["src"] / "skill.json").is_file()


def test_the_skill_package_holds_only_what_amazon_takes() -> None:
    """The whole folder is uploaded, so that pages on it stand elsewhere."""
    package = ROOT / "interaction_model"
    kinds = {path.suffix for path in package.rglob("*") if path.is_file() and "assets" not in path.parts}
    assert kinds == {".json"}
