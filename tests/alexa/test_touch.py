from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from skill.alexa.pending import pending_of
from skill.alexa.request_adapter import told_act
from skill.alexa.screens.choices import choices, scores
from skill.alexa.touch import ANSWERS, about, touched
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, coaching_asks
from skill.dialog.engine import respond
from skill.dialog.state import ConversationState, Phase
from skill.speech.words import Words
from skill.speech.words_reader import load_words
from skill.understanding.understander import load_understander
from tests.alexa.conftest import EN_US
from tests.alexa.conversing import any_json

AGAIN = acts.Ask(acts.Request.REPEAT)
KNOWLEDGE = load_knowledge()


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words(EN_US / "said")


_GIVEN = (coaching_asks.AskGates, coaching_asks.OfferExercise)


def waiting(ask: asks.InitiativeAct) -> ConversationState:
    return ConversationState(Phase.INTERVIEW, pending=ask)


def every_ask() -> Iterator[asks.InitiativeAct]:
    """Each question there is, and each kind of offer."""
    for name in KNOWLEDGE.questions:
        yield asks.AskQuestion(question=name)
    yield asks.AskFlags(flags=("E1", "E2", "E3"))
    yield asks.AskFlags(flags=("S1",))
    yield coaching_asks.AskGates(gates=("stuck_knee", "hot_knee"))
    yield coaching_asks.OfferExercise(exercise="bridge")
    offers = [kind for kind in vars(asks).values() if isinstance(kind, type) and issubclass(kind, asks.InitiativeAct)]
    for kind in (*offers, *coaching_asks.COACHING_ASKS):
        if kind not in (asks.InitiativeAct, asks.AskQuestion, asks.AskFlags, *_GIVEN):
            yield kind()


@pytest.mark.parametrize("ask", tuple(every_ask()), ids=about)
def test_all_that_can_be_touched_is_understood(ask: asks.InitiativeAct, words: Words) -> None:
    shown = choices(ask, words, KNOWLEDGE)
    answers = [each["answer"] for each in (*shown.items, *shown.replies)]
    state = waiting(ask)
    for answer in answers:
        _, act = touched([about(ask), answer], state, KNOWLEDGE)
        assert not isinstance(act, acts.Unclear)
        assert act != AGAIN or answer == "again"


def test_an_option_that_is_touched_tells_what_it_stands_for() -> None:
    for question in KNOWLEDGE.questions.values():
        ask = asks.AskQuestion(question=question.id)
        for option, evidence in question.options.items():
            assert touched([about(ask), option], waiting(ask), KNOWLEDGE)[1] == acts.Inform(evidence)


def test_the_words_on_an_option_never_mean_another_when_they_are_said(words: Words) -> None:
    understander = load_understander(EN_US)
    for question in KNOWLEDGE.questions.values():
        pending = pending_of(asks.AskQuestion(question=question.id), KNOWLEDGE)
        for option, evidence in question.options.items():
            said = understander.understand(words.questions[question.id].options[option], pending).evidence
            both = said.findings.keys() & evidence.findings.keys()
            assert {name: said[name] for name in both} == {name: evidence[name] for name in both}


def test_an_example_tells_the_same_touched_as_said(words: Words) -> None:
    understander, ask = load_understander(EN_US), asks.AskComplaint()
    for finding, label in words.screens.examples.items():
        heard = understander.understand(label, pending_of(ask, KNOWLEDGE))
        assert touched([about(ask), finding], waiting(ask), KNOWLEDGE)[1] == told_act(heard)


def test_an_age_is_told_as_a_number() -> None:
    ask = asks.AskQuestion(question="age")
    told = touched(["age", 44], waiting(ask), KNOWLEDGE)[1]
    assert told == acts.Inform(Evidence(facts=Facts(age=44)))


@pytest.mark.parametrize("score", [each["answer"] for each in scores()])
def test_pain_is_rated(score: str) -> None:
    told = touched(["AskPain", score], waiting(coaching_asks.AskPain()), KNOWLEDGE)[1]
    assert told == acts.Rate(score=int(score))


def test_a_sign_that_is_touched_is_urgent_by_itself() -> None:
    inference = Inference(KNOWLEDGE)
    ask = asks.AskFlags(flags=("E1", "E2", "E4"))
    before = ConversationState(Phase.SAFETY, Evidence({"lump_behind_knee": Presence.PRESENT}), ask)
    state, act = touched([about(ask), "E2"], before, KNOWLEDGE)
    turn = respond(inference, state, act)
    assert (turn.state.phase, turn.state.floor) == (Phase.URGENT, TriageLevel.EMERGENCY)
    assert turn.state.affirmed == ("E2",)


@pytest.mark.parametrize(
    "stale",
    [
        ["E1 E2 E4", "no"],
        ["location 1", "inner"],
        ["age", 44],
        ["location", "under the sofa"],
        ["location"],
        "inner",
        None,
    ],
)
def test_a_touch_that_answers_something_else_asks_again_and_tells_nothing(stale: Any) -> None:
    state = waiting(asks.AskQuestion(question="location"))
    assert touched(stale, state, KNOWLEDGE) == (state, AGAIN)


def test_a_second_touch_on_next_does_not_skip_a_step() -> None:
    first, second = asks.OfferNextStep(0), asks.OfferNextStep(1)
    assert touched([about(first), "yes"], waiting(second), KNOWLEDGE)[1] == AGAIN


def test_with_nothing_asked_a_touch_asks_again() -> None:
    assert touched(["", "yes"], ConversationState(), KNOWLEDGE)[1] == AGAIN


@given(any_json)
def test_whatever_a_screen_sends_is_answered(arguments: Any) -> None:
    state = waiting(asks.AskQuestion(question="age"))
    inference = Inference(KNOWLEDGE)
    assert respond(inference, *touched(arguments, state, KNOWLEDGE)).ask is not None


def test_no_answer_to_one_question_means_another_to_all() -> None:
    options = {option for question in KNOWLEDGE.questions.values() for option in question.options}
    about_one = options | set(KNOWLEDGE.red_flags) | set(KNOWLEDGE.gates) | set(KNOWLEDGE.findings)
    assert not about_one & set(ANSWERS)
