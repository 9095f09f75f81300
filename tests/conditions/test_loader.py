"""Loading the shipped knowledge, from its YAML and from the JSON that a package carries."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skill.conditions.documents import read_documents
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import KNOWLEDGE, build_knowledge
from skill.conditions.yaml_reader import Problem


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    problems: list[Problem] = []
    found = read_documents(KNOWLEDGE, problems)
    assert problems == []
    return found


def test_every_condition_file_is_a_condition_of_that_name(knowledge: KnowledgeBase) -> None:
    assert set(knowledge.conditions) == {path.stem for path in (KNOWLEDGE / "conditions").glob("*.yaml")}


def test_documents_that_went_through_json_give_equal_knowledge(
    documents: dict[str, Any], knowledge: KnowledgeBase
) -> None:
    problems: list[Problem] = []
    compiled = build_knowledge(json.loads(json.dumps(documents)), problems)
    assert problems == []
    assert compiled == knowledge


def test_order_survives_json(documents: dict[str, Any], knowledge: KnowledgeBase) -> None:
    """The first fitting prior row and the first three flags of a level are used: order is knowledge too."""
    compiled = build_knowledge(json.loads(json.dumps(documents)), [])
    assert list(compiled.red_flags) == list(knowledge.red_flags)
    assert [row.id for row in compiled.priors] == [row.id for row in knowledge.priors]


def test_a_fault_in_json_is_reported_with_its_file(documents: dict[str, Any]) -> None:
    copied = json.loads(json.dumps(documents))
    copied["conditions/bakers_cyst.yaml"]["triage"] = "tomorrow"
    problems: list[Problem] = []
    build_knowledge(copied, problems)
    assert [(problem.path, problem.line) for problem in problems] == [("knowledge/conditions/bakers_cyst.yaml", 0)]
