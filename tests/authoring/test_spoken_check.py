"""Each rule of what knowledge and said words must share, broken once in a copy of what is shipped."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from skill.authoring.model_files import LOCALES
from skill.authoring.spoken_check import SpokenCheck
from skill.conditions.documents import read_documents
from skill.conditions.loader import KNOWLEDGE, build_knowledge
from skill.conditions.yaml_reader import read_yaml
from skill.speech.words_reader import build_words

SAID = LOCALES / "en-US" / "said"
SPOKEN, KNOWN = read_documents(SAID, []), read_documents(KNOWLEDGE, [])


@pytest.fixture
def spoken() -> dict[str, Any]:
    return copy.copy(SPOKEN)


def found(spoken: dict[str, Any], known: dict[str, Any] = KNOWN) -> list[str]:
    words = build_words(spoken, [], "said")
    return [str(problem) for problem in SpokenCheck(build_knowledge(known, []), words, spoken, "said").problems()]


def edited(directory, file: str, old: str, new: str, tmp_path) -> Any:
    """The document of the file, once the text in it was replaced."""
    text = (directory / file).read_text()
    assert re.search(old, text, re.MULTILINE)
    copied = tmp_path / "copied.yaml"
    copied.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE))
    return read_yaml(copied, file, [])


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("questions.yaml", r"^  check:\n    ask: .*\n    reprompt: .*\n", "", "can be checked, but has no 'check'"),
        ("red_flags.yaml", r"^  see: .*\n", "", "sends to a clinician, but does not say what to tell there"),
        ("sources.yaml", r"a 2017 guideline", "a guideline", "'bmj_2017' is of 2017, which its words do not say"),
        ("topics.yaml", r"^keep_running:", "keep_jogging:", "'keep_running' has no words"),
        ("topics.yaml", r"^    bakers_cyst:", "    bakers:", "'bakers' of 'by_condition' of 'keep_running' is worded"),
        ("topics.yaml", r"^  from_condition: see\n", "", "of 'by_condition' of 'who_to_see' has no words"),
        ("terms.yaml", r"^meniscus:", "menisci:", "'meniscus' has no words"),
        ("exercises/bridge.yaml", r"up: ", "rise: ", "'up' of 'phases' has no words"),
        ("exercises/bridge.yaml", r"^caution: .*\n", "", "'bridge' is extrapolated, but has no 'caution'"),
        ("coaching.yaml", r"^  stuck_knee:", "  stuck:", "'stuck_knee' of 'gates' has no words"),
        ("coaching.yaml", r"^  hot_knee: \"a", '  warm_knee: "a', "'hot_knee' of 'gate_items' has no words"),
        ("coaching.yaml", r"^  next_morning:", "  tomorrow:", "'next_morning' of 'pain_rules' has no words"),
        ("coaching.yaml", r"^  towel:", "  rag:", "'towel' of 'equipment' has no words"),
        ("coaching.yaml", r"^  cyst:", "  lump:", "'cyst' of 'plans' has no words"),
    ],
)
def test_words_that_do_not_fit_the_knowledge_are_found(spoken, file, old, new, problem, tmp_path) -> None:
    spoken[file] = edited(SAID, file, old, new, tmp_path)
    lines = found(spoken)
    assert any(problem in line and line.startswith(f"said/{file}:") for line in lines), lines


def test_something_to_try_without_a_word_on_when_it_is_safe_is_found(spoken, tmp_path) -> None:
    rule = r", check_when: \{unless: testing_unwise\}"
    known = KNOWN | {"questions.yaml": edited(KNOWLEDGE, "questions.yaml", rule, "", tmp_path)}
    assert any("does not say when it is safe" in line for line in found(spoken, known))


def test_an_exercise_needs_a_file_of_words(spoken) -> None:
    del spoken["exercises/bridge.yaml"]
    assert any("exercises/bridge.yaml:0: is missing" in line for line in found(spoken))


def test_a_file_of_words_needs_an_exercise(spoken) -> None:
    spoken["exercises/ridge.yaml"] = spoken["exercises/bridge.yaml"]
    assert any("exercises/ridge.yaml:0: is the words of no exercise" in line for line in found(spoken))


def test_what_is_shipped_fits() -> None:
    assert found(SPOKEN) == []
