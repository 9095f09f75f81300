"""The source article's own descriptions lead to its four causes, and its treatments are told to the end."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from skill import app
from skill.commands.devices import device
from skill.conditions.triage import care_for
from skill.dialog import asks
from skill.dialog.state import ConversationState
from skill.evaluation.contracts import state_of
from skill.simulator import Device

# What the article says of each cause, as someone who has it would say it, and the answers that fit its text.
ARTICLE = {
    "hamstring_tendinopathy": (
        "i get sudden stiffness and back of knee pain at the start of my run that goes away a few minutes into my"
        " workout",
        {"age": "thirty four"},
    ),
    "bakers_cyst": (
        "i feel pain in the back of my knee when bending and when straightening my leg and there's a swollen lump that"
        " feels like a water balloon",
        {"age": "forty four"},
    ),
    "meniscal_tear": (
        "i fell and twisted my knee and now it feels wobbly and locks up or gives out",
        {"age": "forty", "pain_deep_bend": "yes"},
    ),
    "gastrocnemius_tendinopathy": (
        "it hurts where the calf crosses behind my knee when my toes point up and i do a lot of uphill cycling",
        {"age": "thirty", "activity": "cycling", "pain_tiptoe": "yes", "location": "the calf"},
    ),
}


def talk_to_the_result(alexa: Device, says: str, answers: Mapping[str, str]) -> ConversationState:
    """The state once the result is told, every question being answered from `answers` or denied."""
    alexa.open()
    state = state_of(alexa.say(says))
    while not isinstance(state.pending, asks.OfferCare):
        asked = state.pending.question if isinstance(state.pending, asks.AskQuestion) else ""
        exchange = alexa.say(answers.get(asked, "no"))
        assert exchange.session_open, exchange.speech
        assert not exchange.breaches
        state = state_of(exchange)
    return state


@pytest.mark.parametrize("cause", ARTICLE)
def test_the_articles_own_description_leads_to_its_cause_within_six_questions(cause: str) -> None:
    says, answers = ARTICLE[cause]
    state = talk_to_the_result(device("en-US"), says, answers)
    inference = app.build().inference
    questions = [name for name in state.asked if name in inference.knowledge.questions and name != "age"]
    assert len(questions) <= 6
    assert inference.differential(state.evidence).top == cause


@pytest.mark.parametrize("cause", ARTICLE)
def test_its_treatment_is_told_to_the_last_step(cause: str) -> None:
    alexa = device("en-US")
    state = talk_to_the_result(alexa, *ARTICLE[cause])
    knowledge = app.build().inference.knowledge
    steps = care_for(knowledge, knowledge.conditions[cause], state.evidence)
    told = [alexa.say("yes" if number == 1 else "next") for number in range(1, len(steps) + 1)]
    heard = [f"Step {number} of {len(steps)}." in each.speech for number, each in enumerate(told, 1)]
    assert all(heard)
    assert isinstance(state_of(told[-1]).pending, asks.OfferAgain)
