from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.conditions.evidence import Evidence, Presence
from skill.dialog import acts, asks, contents
from skill.dialog.engine import Turn
from skill.dialog.state import Phase

Talk = Callable[..., Turn]
Tell = Callable[..., acts.Inform]
Until = Callable[..., list[acts.UserAct]]
NO_LUMP = acts.Inform(Evidence({"lump_behind_knee": Presence.ABSENT}), correction=True)


@pytest.fixture
def with_lump(tell: Tell) -> list[acts.UserAct]:
    return [acts.Launch(), tell("lump_behind_knee", "pain_deep_bend")]


def test_a_danger_sign_taken_back_is_asked_about_and_stands_until_then(
    talk: Talk, with_lump: list[acts.UserAct]
) -> None:
    turn = talk(*with_lump, NO_LUMP)
    assert isinstance(turn.ask, asks.ConfirmMistake)
    assert turn.ask.findings == ("lump_behind_knee",)
    assert turn.state.evidence.present("lump_behind_knee")


def test_a_confirmed_mistake_is_taken_back(talk: Talk, with_lump: list[acts.UserAct]) -> None:
    turn = talk(*with_lump, NO_LUMP, acts.Affirm())
    assert turn.state.evidence.absent("lump_behind_knee")


def test_denying_it_again_in_so_many_words_confirms_the_mistake(talk: Talk, with_lump: list[acts.UserAct]) -> None:
    assert talk(*with_lump, NO_LUMP, NO_LUMP).state.evidence.absent("lump_behind_knee")


@pytest.mark.parametrize("answer", [acts.Deny(), acts.Unsure(), acts.Inform()])
def test_anything_but_a_yes_keeps_the_sign(talk: Talk, with_lump: list[acts.UserAct], answer: acts.Inform) -> None:
    assert talk(*with_lump, NO_LUMP, answer).state.evidence.present("lump_behind_knee")


def test_not_being_sure_of_a_sign_any_more_asks_whether_it_was_a_mistake(
    talk: Talk, with_lump: list[acts.UserAct]
) -> None:
    unsure = acts.Inform(Evidence({"lump_behind_knee": Presence.UNKNOWN}))
    assert isinstance(talk(*with_lump, unsure).ask, asks.ConfirmMistake)


def test_after_a_mistake_the_conversation_goes_on_where_it_was(talk: Talk, with_lump: list[acts.UserAct]) -> None:
    before = talk(*with_lump).ask
    after = talk(*with_lump, NO_LUMP, acts.Affirm()).ask
    assert isinstance(before, asks.AskFlags)
    assert isinstance(after, asks.AskFlags)


def test_a_mistake_about_the_result_changes_it(talk: Talk, tell: Tell, deny_until: Until) -> None:
    said = deny_until(asks.OfferCare, acts.Launch(), tell("lump_behind_knee", "pain_deep_bend", age=44))
    turn = talk(*said, NO_LUMP, acts.Affirm())
    assert turn.state.phase is not Phase.CARE
    assert contents.Acknowledge((("lump_behind_knee", Presence.ABSENT),)) in turn.contents
