"""Whole families of phrases that answer, ask back, stop or correct, each read as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from skill.understanding.heard import Reply
from skill.understanding.pending import Pending

FAMILIES = yaml.safe_load((Path(__file__).parent / "data" / "families.yaml").read_text(encoding="utf-8"))
OF_A_FINDING, OF_AN_OFFER = Pending("yes_no", ("locking",)), Pending("yes_no")
ASKS_BACK = {"repeat", "slower", "explain", "why", "about"}
TAKEN_AS = {"repeat": ASKS_BACK, "explain": ASKS_BACK, "why": ASKS_BACK, "stop": {"stop"}, "help": {"help"}}


@pytest.mark.parametrize("reply", FAMILIES["answers"])
def test_an_answer_without_the_word_is_read_all_the_same(hear, reply):
    heard = {text: hear(text, OF_A_FINDING) for text in FAMILIES["answers"][reply]}
    assert {text: each.reply for text, each in heard.items() if each.reply is not Reply(reply)} == {}


@pytest.mark.parametrize("reply", ["yes", "no"])
def test_no_answer_is_turned_round_while_an_offer_is_made(hear, reply):
    other = Reply.NO if reply == "yes" else Reply.YES
    turned = [text for text in FAMILIES["answers"][reply] if hear(text, OF_AN_OFFER).reply is other]
    assert [text for text in turned if text not in FAMILIES["of_offers"][reply]] == []


@pytest.mark.parametrize("request_id", FAMILIES["requests"])
def test_a_request_in_other_words_is_still_one(hear, request_id):
    heard = {text: hear(text, OF_AN_OFFER).request for text in FAMILIES["requests"][request_id]}
    assert {text: each for text, each in heard.items() if each not in TAKEN_AS[request_id]} == {}


def test_a_second_thought_is_noticed(hear):
    assert [text for text in FAMILIES["corrections"] if not hear(text, OF_AN_OFFER).correction] == []


def test_an_answer_that_takes_nothing_back_corrects_nothing(hear):
    assert [text for text in FAMILIES["no_corrections"] if hear(text, OF_AN_OFFER).correction] == []
