"""Kinds of sentences, and not words, decide what is heard: each kind is read right whatever it tells."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

STRUCTURES = yaml.safe_load((Path(__file__).parent / "data" / "structures.yaml").read_text(encoding="utf-8"))
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
