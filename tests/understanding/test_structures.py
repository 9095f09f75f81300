"""How a sentence is built, and not its words, decides what is heard: each kind is read right whatever it tells."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from skill.conditions.loader import load_knowledge
from skill.evaluation.asked import asked

DATA = Path(__file__).parent / "data"
STRUCTURES = yaml.safe_load((DATA / "structures.yaml").read_text(encoding="utf-8"))
ASKED = yaml.safe_load((DATA / "asked.yaml").read_text(encoding="utf-8"))
KNOWLEDGE = load_knowledge()
UNSAID = "unsaid"


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_sentence_of_this_structure_is_heard_as_it_is_meant(hear, structure):
    missed = {}
    for text, expected in STRUCTURES[structure]:
        evidence = hear(text).evidence
        told = {name: presence.value for name, presence in evidence.findings.items()} | evidence.facts.known()
        wrong = {name: told.get(name, UNSAID) for name, value in expected.items() if told.get(name, UNSAID) != value}
        if wrong:
            missed[text] = wrong
    assert missed == {}


@pytest.mark.parametrize("finding", ASKED)
def test_an_answer_in_any_words_answers_what_was_asked(hear, finding):
    pending = asked(finding, KNOWLEDGE)
    heard = {text: hear(text, pending).reply for text, _ in ASKED[finding]}
    assert {text: heard[text] for text, reply in ASKED[finding] if not heard[text] or heard[text].value != reply} == {}
