"""Wherever a conversation can be, whatever may be said there is answered sensibly."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence

import pytest

from skill import app
from skill.authoring.speech_lint.chapters import is_paced
from skill.authoring.speech_lint.examples import act_types
from skill.dialog import acts, asks, contents, replies
from skill.dialog.machine import TABLE
from skill.dialog.state import Phase
from skill.simulator.content_rules import LARGEST_WISE_RESPONSE
from tests.apl.weight import Scales
from tests.exploring import LOCALE, Explorer, Said

# These ask for something else to be asked or told, so that the pending question need not come back.
LEADS_ON = {"advice", "back", "care", "coach", "easy", "fewer", "hurts", "next", "resume", "skip", "switch", "timer"}
# In the middle of an exercise these take a step of it again, which asks what that step asks.
STEPS_AGAIN = {"explain", "faster", "pause", "repeat", "slower"}
# Whoever cries out there is asked how much it hurts.
ASKS_FOR_PAIN = {"vent"}
LONGEST, USUAL = 30, 12  # seconds


@pytest.fixture(scope="module")
def explored() -> Sequence[Said]:
    return list(Explorer().everything())


def faults(explored: Sequence[Said], wrong: Callable[[Said], bool]) -> list[str]:
    """Those that are wrong, one for each way of ending up so, which is enough to mend them."""
    found = {
        (said.way[-1], said.before.phase, type(said.before.pending)): str(said) for said in explored if wrong(said)
    }
    return list(found.values())


def asked(said: Said) -> str:
    return next((sentence for sentence in reversed(said.speech) if sentence.endswith("?")), "")


def same_question(said: Said) -> bool:
    """Whether what is asked now is what was asked before, however often."""
    before, now = said.before.pending, said.turn.ask
    about = [
        (type(ask), getattr(ask, "flags", ()), getattr(ask, "question", "")) for ask in (before, now) if ask is not None
    ]
    return len(about) == 2 and about[0] == about[1]


def digresses(said: Said) -> bool:
    """Whether something was asked of us that answers nothing, where a question was pending.

    After an urgent instruction nothing else is talked of.
    """
    if not isinstance(said.act, acts.Ask) or said.act.request.value in LEADS_ON:
        return False
    if said.before.phase is Phase.COACHING and said.act.request.value in (*STEPS_AGAIN, *ASKS_FOR_PAIN):
        return False
    return said.before.pending is not None and said.before.phase is not Phase.URGENT


def test_thousands_of_exchanges_are_held(explored: Sequence[Said]) -> None:
    assert len(explored) > 3000


def test_every_act_is_taken_in_every_phase(explored: Sequence[Said]) -> None:
    taken = {(said.before.phase, kind) for said in explored for kind in type(said.act).__mro__}
    assert {(phase, kind) for phase, rows in TABLE.items() for kind in rows} - taken == set()


def test_every_request_is_made_in_every_phase(explored: Sequence[Said]) -> None:
    made = {(said.before.phase, said.act.request) for said in explored if isinstance(said.act, acts.Ask)}
    assert {(phase, request) for phase in TABLE for request in acts.Request} - made == set()


def test_every_question_that_the_machine_asks_is_reached(explored: Sequence[Said]) -> None:
    reached = {type(said.turn.ask) for said in explored if said.turn.ask}
    assert {kind for kind in act_types() if issubclass(kind, asks.InitiativeAct)} - reached == set()


def test_no_exchange_ends_in_an_apology_for_a_fault_of_ours(explored: Sequence[Said]) -> None:
    assert faults(explored, lambda said: any(isinstance(act, contents.Apology) for act in said.turn.contents)) == []


def test_every_response_keeps_the_rules(explored: Sequence[Said]) -> None:
    assert faults(explored, lambda said: said.breaches != ()) == []


def test_every_response_leaves_room_on_a_device_with_a_screen(explored: Sequence[Said]) -> None:
    scales = Scales(app.build(), LOCALE)
    assert faults(explored, lambda said: scales.bytes_of(said.turn) > LARGEST_WISE_RESPONSE) == []


def test_a_card_is_made_when_it_is_asked_for_and_never_else(explored: Sequence[Said]) -> None:
    def wrong(said: Said) -> bool:
        sends = any(isinstance(act, replies.Sent) for act in said.turn.contents)
        asked_for = isinstance(said.act, acts.Ask) and said.act.request is acts.Request.SEND
        return sends and not asked_for

    assert faults(explored, wrong) == []


def test_an_open_turn_asks_exactly_one_thing_and_a_closing_one_nothing(explored: Sequence[Said]) -> None:
    def wrong(said: Said) -> bool:
        questions = sum(sentence.endswith("?") for sentence in said.speech)
        return questions != (1 if said.turn.session_open else 0)

    assert faults(explored, wrong) == []


def test_silence_is_met_with_one_question_in_other_words(explored: Sequence[Said]) -> None:
    def wrong(said: Said) -> bool:
        again = [sentence for sentence in said.reprompt if sentence.endswith("?")]
        return said.turn.session_open and (len(again) != 1 or again[0] == asked(said))

    assert faults(explored, wrong) == []


def test_the_pending_question_comes_back_after_whatever_was_asked_of_us(explored: Sequence[Said]) -> None:
    assert faults(explored, lambda said: digresses(said) and not same_question(said)) == []


def test_the_pending_question_comes_back_in_other_words(explored: Sequence[Said]) -> None:
    assert faults(explored, lambda said: digresses(said) and asked(said) in said.heard_before) == []


def test_what_is_not_understood_is_never_met_with_a_sentence_just_said(explored: Sequence[Said]) -> None:
    def wrong(said: Said) -> bool:
        return isinstance(said.act, acts.Unclear) and bool(set(said.speech) & set(said.heard_before))

    assert faults(explored, wrong) == []


def test_no_turn_takes_longer_than_one_listens(explored: Sequence[Said]) -> None:
    def wrong(said: Said) -> bool:
        # Whoever wants it slower has it longer.
        paced = said.turn.state.slow or any(is_paced(type(act)) for act in said.turn.contents)
        return said.seconds > LONGEST and not paced

    assert faults(explored, wrong) == []


def test_the_usual_turn_is_short(explored: Sequence[Said]) -> None:
    assert statistics.median(said.seconds for said in explored) <= USUAL
