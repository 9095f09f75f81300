from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.screens.documents import VERSION, document, drawn_exercises, names
from skill.conditions.knowledge_base import KnowledgeBase
from tests.apl.gallery import directives

ROOT = Path(__file__).parents[2]
INSTALLED, SCRIPT = ROOT / "build" / "apl" / "node_modules", ROOT / "tests" / "apl" / "validate.js"

Json = dict[str, Any]


def problems(documents: Json) -> dict[str, list[Json]]:
    """What Amazon's validator finds, for each of the documents that it finds anything in."""
    node = shutil.which("node")
    if node is None or not INSTALLED.is_dir():
        pytest.fail("The validator is not installed: run make validator.")
    done = subprocess.run(
        [node, str(SCRIPT)],
        input=json.dumps(documents),
        env={"NODE_PATH": str(INSTALLED)},
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: found for name, found in json.loads(done.stdout).items() if found}


def test_every_document_is_valid_by_amazons_schemas() -> None:
    assert problems({name: each["document"] for name, each in directives().items()}) == {}


def test_the_validator_finds_a_property_that_there_is_not() -> None:
    wrong = {**document("goodbye"), "mainTemplate": {"item": {"type": "Text", "fontsize": 12, "text": "x"}}}
    assert "wrong" in problems({"wrong": wrong})


def test_every_screen_is_in_the_gallery() -> None:
    assert {each["token"] for each in directives().values()} == set(names())


def test_every_exercise_has_a_picture(knowledge: KnowledgeBase) -> None:
    assert set(drawn_exercises()) == set(knowledge.exercises)


@pytest.mark.parametrize("name", names())
def test_a_document_says_the_version_that_a_device_is_asked_for(name: str) -> None:
    assert document(name)["version"] == ".".join(map(str, VERSION))


@pytest.mark.parametrize("name", names())
def test_a_document_asks_nothing_of_the_network(name: str) -> None:
    assert "://" not in json.dumps(document(name))


@pytest.mark.parametrize("name", names())
def test_a_document_brings_along_only_what_it_uses(name: str) -> None:
    found = document(name)
    used = json.dumps({**found, "layouts": {}}) + json.dumps(list(found["layouts"].values()))
    assert [layout for layout in found["layouts"] if f'"{layout}"' not in used] == []
