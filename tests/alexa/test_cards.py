from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill import app
from skill.alexa.cards import card
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks
from skill.dialog.coaching_asks import AskReady
from skill.dialog.coaching_state import started
from skill.dialog.engine import respond
from skill.dialog.handouts import Handout, UrgentHandout, on_condition, on_exercise
from skill.dialog.state import ConversationState, Phase
from skill.simulator.content_rules import LARGEST_WISE_RESPONSE, LONGEST_CARD
from skill.speech.handouts import Page
from tests.alexa.conversing import attributes, envelope, intent_request, launch

GUIDE = app.build()
KNOWLEDGE = GUIDE.inference.knowledge
VOICE = GUIDE.tongue("en-US").voice
URGENT = (TriageLevel.SAME_DAY, TriageLevel.EMERGENCY)
HANDOUTS: tuple[Handout, ...] = (
    *(on_condition(KNOWLEDGE, name, care=care) for name in KNOWLEDGE.conditions for care in (False, True)),
    *(on_exercise(KNOWLEDGE, name) for name in KNOWLEDGE.exercises),
    *(UrgentHandout(level) for level in URGENT),
)
PAGES = [VOICE.page(handout) for handout in HANDOUTS]

told = st.builds(
    Evidence,
    st.dictionaries(st.sampled_from(list(KNOWLEDGE.findings)), st.sampled_from(Presence)),
    st.builds(
        Facts,
        age=st.none() | st.integers(1, 99),
        side=st.sampled_from([None, "left", "right", "both"]),
        duration_days=st.none() | st.integers(0, 4000),
        sport=st.sampled_from([None, "running", "cycling"]),
    ),
)
places = st.sampled_from(
    [
        (Phase.SAFETY, asks.AskFlags(flags=("E1", "E2"))),
        (Phase.INTERVIEW, asks.AskQuestion(question="location")),
        (Phase.RESULT, asks.OfferCare()),
        (Phase.CARE, asks.OfferNextStep()),
        (Phase.COACHING, AskReady()),
        (Phase.URGENT, asks.OfferRepeat()),
        (Phase.URGENT, asks.AskFlags(flags=("E1", "E2"))),
    ]
)
topics = st.sampled_from([None, *KNOWLEDGE.conditions, *KNOWLEDGE.exercises])


@settings(deadline=None)
@given(told, places, topics, st.sampled_from(URGENT), st.sampled_from(list(KNOWLEDGE.exercises)))
def test_no_card_holds_anything_that_was_told(
    evidence: Evidence,
    place: tuple[Phase, asks.InitiativeAct],
    topic: str | None,
    level: TriageLevel,
    exercise: str,
) -> None:
    phase, ask = place
    floor = level if phase is Phase.URGENT else TriageLevel.SELF_CARE
    coaching = started(KNOWLEDGE.exercises[exercise]) if phase is Phase.COACHING else None
    state = ConversationState(phase, evidence, ask, floor=floor, coaching=coaching)
    sent = card(respond(GUIDE.inference, state, acts.Ask(acts.Request.SEND, topic)), VOICE)
    assert sent is None or (sent.title, sent.content) in {(page.title, page.text) for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_card_is_within_alexas_limits(page: Page) -> None:
    assert len(page.title) + len(page.text) <= LONGEST_CARD


def test_every_card_says_what_it_is_not() -> None:
    assert [page.title for page in PAGES if VOICE.words.cards["note"] not in page.text] == []


def test_every_card_on_a_condition_has_its_safety_net() -> None:
    for name, words in VOICE.words.conditions.items():
        for care in (False, True):
            assert words.safety_net in VOICE.page(on_condition(KNOWLEDGE, name, care=care)).text


def test_every_card_on_an_exercise_says_when_to_stop() -> None:
    for name, words in VOICE.words.exercises.items():
        text = VOICE.page(on_exercise(KNOWLEDGE, name)).text
        assert (words.stop in text, VOICE.words.coaching.stop in text) == (True, True)


def test_a_card_goes_with_the_intent_that_asks_for_it() -> None:
    lump = Evidence({"lump_behind_knee": Presence.PRESENT}, Facts(age=52))
    state = ConversationState(Phase.RESULT, lump, asks.OfferCare())
    response = app.handle(envelope(intent_request("SendIntent"), attributes(state)))
    found = response["response"]["card"]
    assert (found["type"], found["title"]) == ("Simple", "Baker's cyst")
    assert len(json.dumps(response).encode()) < LARGEST_WISE_RESPONSE


def test_nothing_else_makes_a_card() -> None:
    assert "card" not in app.handle(launch())["response"]


def test_care_is_not_sent_to_whoever_was_not_asked_about_danger() -> None:
    state = ConversationState(Phase.SAFETY, Evidence(), asks.AskFlags(flags=("E1", "E2")))
    sent = card(respond(GUIDE.inference, state, acts.Ask(acts.Request.SEND, "meniscal_tear")), VOICE)
    assert sent is not None
    assert VOICE.words.cards["steps"] not in sent.content
