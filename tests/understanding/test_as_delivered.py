"""What reaches a skill: clipped, without articles or punctuation, with fillers, stutters and restarts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from skill.authoring.samples import expand
from skill.conditions.loader import load_knowledge
from skill.evaluation.asked import asked
from tests.understanding.conftest import LOCALE

KINDS = yaml.safe_load((Path(__file__).parent / "data" / "as-delivered.yaml").read_text(encoding="utf-8"))
KNOWLEDGE = load_knowledge()
SAID = yaml.safe_load((LOCALE / "said" / "questions.yaml").read_text(encoding="utf-8"))
SLOTS = yaml.safe_load((LOCALE / "heard" / "slots.yaml").read_text(encoding="utf-8"))
SPOKEN = [
    (question, option, text) for question, words in SAID.items() for option, text in words.get("options", {}).items()
]
LISTENED_FOR = [
    (slot["stands_for"].removeprefix("options of "), option, text)
    for slot in SLOTS.values()
    if slot["stands_for"].startswith("options of ")
    for option, texts in slot["values"].items()
    for written in texts
    for text in expand(written)
]


@pytest.mark.parametrize("kind", KINDS)
def test_words_arrive_in_any_shape(hear, kind):
    missed = {}
    for question, text, expected in KINDS[kind]:
        heard = hear(text, asked(question, KNOWLEDGE) if question else None)
        told = {name: presence.value for name, presence in heard.evidence.findings.items()}
        told |= heard.evidence.facts.known() | {"reply": heard.reply.value if heard.reply else None}
        if any(told.get(name) != value for name, value in expected.items()):
            missed[text] = told
    assert missed == {}


@pytest.mark.parametrize("frame", ["{}", "it's {}", "{} i think", "um {}", "yeah {}"])
@pytest.mark.parametrize(("question", "option", "text"), SPOKEN)
def test_every_option_that_is_offered_is_understood_as_that_option(hear, question, option, text, frame):
    assert picks(hear(frame.format(text), asked(question, KNOWLEDGE)), question, option)


def test_every_value_of_a_slot_is_understood_as_its_option(hear):
    missed = {
        (question, text): option
        for question, option, text in LISTENED_FOR
        if not picks(hear(text, asked(question, KNOWLEDGE)), question, option)
    }
    assert missed == {}


def picks(heard, question, option):
    """Whether all that an option stands for was heard, and nothing that another one asks for besides."""
    told, options = heard.evidence.findings, asked(question, KNOWLEDGE).options
    offered = {finding for each in options.values() for finding in each.findings}
    wanted = options[option].findings
    return {name: told[name] for name in offered & told.keys()} == dict(wanted)
