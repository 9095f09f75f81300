"""Whatever can be said has examples."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest

from skill import app
from skill.authoring.speech_lint import examples as module
from skill.authoring.speech_lint.bundles import bundles
from skill.authoring.speech_lint.examples import NoExamplesError, act_types, examples
from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, contents
from skill.dialog.engine import respond
from skill.dialog.state import ConversationState


@pytest.fixture(scope="module")
def knowledge():
    return app.build().inference.knowledge


@pytest.mark.parametrize("kind", act_types(), ids=lambda kind: kind.__name__)
def test_every_kind_of_act_has_examples(knowledge, kind):
    assert next(examples(kind, knowledge), None) is not None


def test_each_kind_of_act_is_listed_once():
    assert [kind for kind, number in Counter(act_types()).items() if number > 1] == []


def test_an_act_of_which_nothing_is_known_is_reported_and_not_passed_over(knowledge):
    @dataclass(frozen=True)
    class Sing(contents.ContentAct):
        tune: str

    with pytest.raises(NoExamplesError, match=r"Sing\.tune"):
        list(examples(Sing, knowledge))


def test_of_too_many_combinations_each_value_still_meets_every_short_one(monkeypatch):
    monkeypatch.setattr(module, "_MOST_COMBINATIONS", 10)
    combined = set(module._combined((tuple(range(9)), (True, False), tuple("abcdefg"))))
    assert {(number, yes) for number, yes, _ in combined} == {(n, y) for n in range(9) for y in (True, False)}
    assert {letter for _, _, letter in combined} == set("abcdefg")


def test_every_care_step_of_every_condition_is_told(knowledge):
    told = {(example.act.condition, example.act.step) for example in examples(contents.Care, knowledge)}
    assert told >= {(name, step) for name, condition in knowledge.conditions.items() for step in condition.care}


def test_no_example_of_what_is_said_back_is_an_emergency(knowledge):
    levels = {
        red_flags.floor(knowledge, Evidence(dict(example.act.findings)))
        for example in examples(contents.Acknowledge, knowledge)
    }
    assert max(levels) < TriageLevel.SAME_DAY


def test_the_danger_questions_that_a_conversation_asks_are_among_the_bundles(knowledge):
    inference, known = Inference(knowledge), set(map(frozenset, bundles(knowledge)))
    for told in ("lump_behind_knee", "swelling_knee", "pain_in_calf", "twist_mechanism", "numb_tingle"):
        turn = respond(inference, ConversationState(), acts.Inform(Evidence({told: Presence.PRESENT})))
        while isinstance(turn.ask, asks.AskFlags):
            assert frozenset(turn.ask.flags) in known
            turn = respond(inference, turn.state, acts.Deny())
