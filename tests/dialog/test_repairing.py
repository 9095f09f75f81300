"""What is taken back without being understood, and advice for a condition that is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.dialog import acts, asks, replies
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase

Talk = Callable[..., Turn]
ASKED = asks.AskQuestion(question="giving_way")


@pytest.mark.parametrize(
    ("phase", "pending"),
    [(Phase.WELCOME, asks.AskComplaint()), (Phase.INTERVIEW, ASKED), (Phase.CARE, asks.OfferNextStep())],
)
def test_what_to_change_is_asked_for_where_a_correction_was_not_understood(
    talk: Talk, phase: Phase, pending: asks.InitiativeAct
) -> None:
    turn = talk(acts.Unclear(correction=True), state=ConversationState(phase=phase, pending=pending, disclosed=True))
    assert turn.contents == (replies.WhatToChange(),)
    assert type(turn.ask) is type(pending)


def test_a_correction_that_is_never_understood_comes_to_an_end(talk: Talk) -> None:
    turn = talk(acts.Launch(), *[acts.Unclear(correction=True)] * 8)
    assert not turn.session_open


def test_advice_is_given_for_the_condition_that_was_named(talk: Talk) -> None:
    turn = talk(acts.Launch(), acts.Ask(acts.Request.ADVICE, "how_long", condition="bakers_cyst"))
    assert replies.Advice("how_long", "bakers_cyst") in turn.contents
