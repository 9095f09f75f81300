from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from skill import app
from skill.alexa.elicitation import intent_and_slot
from skill.alexa.pending import pending_of
from skill.alexa.screens.choices import choices, scores
from skill.alexa.screens.views import AGES
from skill.alexa.touch import about, words_touched
from skill.commands.devices import interaction_model
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.model import AnswerKind, TriageLevel
from skill.dialog import acts, asks, coaching_asks
from skill.dialog.coaching_state import started
from skill.dialog.state import ConversationState, Phase
from skill.simulator.envelopes import intent_json
from skill.simulator.language import load_language
from skill.simulator.language_understanding import LanguageUnderstanding
from skill.simulator.match import Elicited
from skill.speech.phrases import as_sentence
from tests.alexa.conversing import Json, any_json, attributes, envelope, speech, state_in

LOCALE = "en-US"
GUIDE = app.build()
KNOWLEDGE = GUIDE.inference.knowledge
TONGUE = GUIDE.tongue(LOCALE)
WORDS = TONGUE.voice.words
MODEL = interaction_model(LOCALE)
LANGUAGE_UNDERSTANDING = LanguageUnderstanding(MODEL, load_language(LOCALE))

TOLD = Evidence({"lump_behind_knee": Presence.PRESENT, "sudden_onset": Presence.ABSENT}, Facts(age=44))
# The phase in which an offer is made; all else is asked on the way to the result.
PHASES = {
    asks.OfferCare: Phase.RESULT,
    asks.OfferRepeat: Phase.URGENT,
    asks.OfferNextStep: Phase.CARE,
    asks.OfferAgain: Phase.CARE,
    asks.OfferTimer: Phase.CARE,
    asks.AskBehindToo: Phase.RESULT,
}


def every_ask() -> Iterator[asks.InitiativeAct]:
    """Each question there is, each danger sign among others of its level, each gate, and each kind of offer."""
    for name in KNOWLEDGE.questions:
        yield asks.AskQuestion(question=name)
    for flag in KNOWLEDGE.red_flags.values():
        alike = [each.id for each in KNOWLEDGE.red_flags.values() if each.level is flag.level and each.id != flag.id]
        others = [name for name in alike if WORDS.red_flags[name].item and not KNOWLEDGE.red_flags[name].asked_alone]
        if WORDS.red_flags[flag.id].ask:
            yield asks.AskFlags(flags=(flag.id,))
        if WORDS.red_flags[flag.id].item and not flag.asked_alone:
            yield asks.AskFlags(flags=(others[0], flag.id, others[1]))
    gates = list(WORDS.coaching.gate_items)
    for gate in gates:
        yield coaching_asks.AskGates(gates=(gate, next(each for each in gates if each != gate)))
    yield asks.OfferCare(exercise=True)
    yield coaching_asks.OfferExercise(exercise="bridge")
    yield asks.OfferTimer(seconds=900)
    yield asks.ConfirmMistake(flags=("S1",), findings=("calf_swelling",))
    for kind in (asks.AskComplaint, asks.OfferCare, asks.OfferNextStep, asks.OfferRepeat, asks.OfferAgain):
        yield kind()
    for kind in coaching_asks.COACHING_ASKS:
        if kind not in (coaching_asks.AskGates, coaching_asks.OfferExercise):
            yield kind()


def every_touch() -> Iterator[tuple[asks.InitiativeAct, str]]:
    for ask in every_ask():
        shown = choices(ask, WORDS, KNOWLEDGE)
        words = [*shown.items, *shown.replies]
        if isinstance(ask, coaching_asks.AskPain):
            words += scores()
        if isinstance(ask, asks.AskQuestion) and ask.question == "age":
            words += map(str, AGES)
        if isinstance(ask, asks.AskQuestion) and ask.question == "location":
            words += WORDS.screens.places.values()
        for each in words:
            yield ask, each


def waiting(ask: asks.InitiativeAct) -> ConversationState:
    if isinstance(ask, coaching_asks.COACHING_ASKS) and not isinstance(ask, coaching_asks.AskGates):
        coaching = started(KNOWLEDGE.exercises["calf_raise"])
        return ConversationState(Phase.COACHING, TOLD, ask, coaching=coaching)
    phase = PHASES.get(type(ask), Phase.INTERVIEW)
    evidence = Evidence() if phase is Phase.INTERVIEW else TOLD
    focus = "bakers_cyst" if phase is Phase.CARE else None
    floor = TriageLevel.SAME_DAY if phase is Phase.URGENT else TriageLevel.SELF_CARE
    return ConversationState(phase, evidence, ask, focus=focus, care_step=1, floor=floor)


def touch(*arguments: Any) -> Json:
    return {"type": "Alexa.Presentation.APL.UserEvent", "token": "question", "arguments": list(arguments)}


def answered(request: Json, ask: asks.InitiativeAct) -> Json:
    return app.handle(envelope(request, attributes(waiting(ask))))


def said_to_alexa(words: str, ask: asks.InitiativeAct) -> Json:
    """The request that comes of the words on their way to the skill."""
    elicited = None
    if isinstance(ask, asks.AskQuestion) and KNOWLEDGE.questions[ask.question].kind is not AnswerKind.YES_NO:
        elicited = Elicited(*intent_and_slot(ask.question))
    match = LANGUAGE_UNDERSTANDING.understand(words, elicited)
    return {"type": "IntentRequest", "intent": intent_json(MODEL.intents[match.intent], match.slots)}


TOUCHES = tuple(every_touch())
BUNDLED = [name for name, flag in KNOWLEDGE.red_flags.items() if WORDS.red_flags[name].item and not flag.asked_alone]


@pytest.mark.parametrize(("ask", "words"), TOUCHES, ids=[f"{about(ask)}: {words}" for ask, words in TOUCHES])
def test_to_touch_is_to_say_the_words(ask: asks.InitiativeAct, words: str) -> None:
    touched, said = answered(touch(about(ask), words), ask), answered(said_to_alexa(words, ask), ask)
    assert state_in(touched) == state_in(said)


def test_whatever_can_be_touched_is_understood() -> None:
    def unclear(ask: asks.InitiativeAct, words: str) -> bool:
        act = TONGUE.adapter.act_of_words(words, pending_of(ask, KNOWLEDGE))
        return isinstance(act, acts.Unclear)

    assert [(about(ask), words) for ask, words in TOUCHES if unclear(ask, words)] == []


def test_an_option_that_is_touched_tells_what_it_stands_for() -> None:
    wrong = []
    for question in KNOWLEDGE.questions.values():
        pending = pending_of(asks.AskQuestion(question=question.id), KNOWLEDGE)
        labels = WORDS.questions[question.id].options
        for option, evidence in question.options.items():
            heard = TONGUE.adapter.heard_in(labels[option], pending).evidence
            wrong += [(question.id, option) for name, is_ in evidence.findings.items() if heard[name] is not is_]
    assert wrong == []


def test_a_place_in_the_picture_is_one_of_the_options() -> None:
    pending = pending_of(asks.AskQuestion(question="location"), KNOWLEDGE)
    options = KNOWLEDGE.questions["location"].options
    heard = {place: TONGUE.adapter.heard_in(label, pending).evidence for place, label in WORDS.screens.places.items()}
    assert heard == options


@pytest.mark.parametrize("flag", BUNDLED)
def test_a_sign_that_is_touched_is_as_urgent_as_a_yes_to_it(flag: str) -> None:
    ask = next(each for each in every_ask() if isinstance(each, asks.AskFlags) and each.flags[1:2] == (flag,))
    words = as_sentence(WORDS.red_flags[flag].item or "")
    state = state_in(answered(touch(about(ask), words), ask))
    assert (state.floor >= KNOWLEDGE.red_flags[flag].level, flag in state.affirmed) == (True, True)


@pytest.mark.parametrize(
    "stale",
    [
        ["E1 E2 E4", "None of these"],
        ["location 1", "The inner side"],
        ["age", 44],
        ["location"],
        ["location", None],
        ["location", ["The inner side"]],
        "inner",
        None,
    ],
)
def test_a_touch_that_answers_something_else_tells_nothing(stale: Any) -> None:
    assert words_touched(stale, asks.AskQuestion(question="location")) is None


def test_a_second_touch_on_next_does_not_skip_a_step() -> None:
    ask = replace(asks.OfferNextStep(), attempt=1)
    assert words_touched([about(asks.OfferNextStep()), "Next step"], ask) is None


def test_with_nothing_asked_a_touch_tells_nothing() -> None:
    assert words_touched(["", "Yes"], None) is None


def test_a_touch_on_an_older_screen_has_the_question_asked_again() -> None:
    ask = asks.AskQuestion(question="location")
    state = state_in(answered(touch("location 1", "Inner"), ask))
    assert state.pending == replace(ask, attempt=1)


@settings(deadline=None)
@given(any_json)
def test_whatever_a_screen_sends_is_answered(arguments: Any) -> None:
    request = touch()
    request["arguments"] = arguments
    assert speech(answered(request, asks.AskQuestion(question="age")))
