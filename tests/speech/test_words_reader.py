from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from skill.conditions.documents import read_documents
from skill.conditions.yaml_reader import Problem
from skill.speech.words_reader import build_words

SAID = Path(__file__).parents[2] / "skill" / "locales" / "en-US" / "said"


@pytest.fixture
def documents() -> dict[str, Any]:
    return read_documents(SAID, [])


def problems_of(documents: dict[str, Any]) -> list[str]:
    problems: list[Problem] = []
    build_words(documents, problems, "said")
    return [f"{problem.path}: {problem.what}" for problem in problems]


def test_the_shipped_words_have_no_mistake(documents: dict[str, Any]) -> None:
    assert problems_of(documents) == []


def test_a_prompt_that_is_missing_is_reported(documents: dict[str, Any]) -> None:
    del documents["prompts.yaml"]["welcome"]
    assert problems_of(documents) == ["said/prompts.yaml: 'welcome' is missing"]


def test_a_prompt_that_nothing_uses_is_reported(documents: dict[str, Any]) -> None:
    documents["prompts.yaml"]["farewell"] = ["Bye."]
    assert problems_of(documents) == ["said/prompts.yaml: unknown key 'farewell'"]


def test_a_placeholder_that_is_not_filled_in_is_reported(documents: dict[str, Any]) -> None:
    documents["prompts.yaml"]["result"] = ["This fits {reason}."]
    assert problems_of(documents) == ["said/prompts.yaml: 'result' uses {reason}, but is given {cause}"]


@pytest.mark.parametrize("text", ["Call <break/> now.", "Call {number} now."])
def test_markup_in_plain_words_is_reported(documents: dict[str, Any], text: str) -> None:
    documents["red_flags.yaml"]["E1"]["act"] = text
    assert len(problems_of(documents)) == 1


def test_a_missing_file_is_reported_once(documents: dict[str, Any]) -> None:
    del documents["care.yaml"]
    assert problems_of(documents) == ["said/care.yaml: is missing"]
