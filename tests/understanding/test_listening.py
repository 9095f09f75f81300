from __future__ import annotations

import json
from pathlib import Path

import pytest

import skill
from skill.alexa.carriers import load_carriers
from skill.alexa.request_adapter import RequestAdapter
from skill.conditions.loader import load_knowledge
from skill.evaluation.listening import as_delivered, as_said
from skill.simulator.language import load_language
from skill.simulator.model_parser import parse_model
from skill.understanding.heard import Reply
from skill.understanding.pending import Pending
from tests.understanding.conftest import LOCALE

MODEL = Path(skill.__file__).parents[1] / "interaction_model/interactionModels/custom/en-US.json"


@pytest.fixture(scope="module")
def delivered(understander):
    adapter = RequestAdapter(load_knowledge(), understander, load_carriers(LOCALE))
    model = parse_model(json.loads(MODEL.read_text(encoding="utf-8")))
    return as_delivered(model, load_language("en-US"), adapter)


@pytest.mark.parametrize(("text", "reply"), [("yes", Reply.YES), ("no", Reply.NO), ("i don't know", Reply.UNSURE)])
def test_a_reply_that_alexa_delivers_without_words_is_taken(delivered, text, reply):
    assert delivered(text, Pending("yes_no")).reply is reply


def test_what_is_told_is_delivered_in_slots(delivered):
    assert delivered("my calf is swollen", Pending("open")).evidence.present("calf_swelling")


@pytest.mark.parametrize(("text", "request_id"), [("stop", "stop"), ("repeat that", "repeat")])
def test_a_request_is_delivered_as_an_intent(delivered, text, request_id):
    assert delivered(text, Pending("yes_no")).request == request_id


def test_as_said_every_word_is_heard(understander):
    taken = as_said(understander)("scratch that it's the calf", Pending("open"))
    assert taken.correction
