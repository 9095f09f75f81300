"""A count keeps its time, whatever is counted, and no response is too much for the platform."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import skill
from skill.conditions.exercises import Dose
from skill.dialog import asks
from skill.dialog import coaching_acts as told
from skill.dialog.coaching_asks import AskPain, AskReady, AskResume
from skill.dialog.coaching_pace import repetition_seconds
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState
from skill.simulator.speech import plain_text, seconds
from skill.speech import ssml
from skill.speech.beats import Timed
from skill.speech.coaching import CoachTeller
from skill.speech.voice import Utterance, Voice
from skill.speech.words_reader import load_words
from tests.dialog.coaching import INFERENCE, YES, coached, rate, say

VOICE = Voice(load_words(Path(skill.__file__).parent / "locales" / "en-US" / "said"))
EXERCISES, PLANS = INFERENCE.knowledge.exercises, INFERENCE.knowledge.plans
NEAR = 0.15  # of the time that the tempo asks for
# alexa-platform.md, sections 1.1 and 6.2; a response to somebody lying down ends well before a session times out
LONGEST_SILENCE, LONGEST_BREAK, MOST_CHARACTERS, MOST_SECONDS = 5, 10, 8000, 90
_BREAK = re.compile(r'<break time="([\d.]+)s"/>')


def timed(act: told.CoachAct) -> str:
    """What is counted, without the words around it."""
    pieces = CoachTeller(VOICE.words, 0).tell(act)
    return ssml.speak(*(piece for piece in pieces if isinstance(piece, Timed)))


def count(name: str, dose: Dose, tempo: int = 100) -> told.Count:
    return told.Count(name, EXERCISES[name].tempo, dose, 1, dose.reps, tempo)


@cache
def conversation(topic: str) -> tuple[Turn, ...]:
    """Every turn of an exercise or session that goes well, from the set-up to the close."""
    turns = [coached(topic)]
    while turns[-1].session_open:
        turns.append(say(turns[-1].state, rate(1) if isinstance(turns[-1].ask, AskPain) else YES))
    return tuple(turns)


def utterances(topic: str) -> list[Utterance]:
    return [VOICE.render(turn) for turn in conversation(topic)]


@pytest.mark.parametrize("tempo", [75, 100, 125, 150])
@pytest.mark.parametrize("which", ["start", "target"])
@pytest.mark.parametrize("name", EXERCISES)
def test_a_set_takes_as_long_as_its_tempo_asks_for(name: str, which: str, tempo: int) -> None:
    exercise = EXERCISES[name]
    dose: Dose = getattr(exercise, which)
    wanted = dose.reps * repetition_seconds(exercise, dose, tempo)
    assert seconds(timed(count(name, dose, tempo))) == pytest.approx(wanted, rel=NEAR)


@pytest.mark.parametrize("name", EXERCISES)
def test_whoever_is_spoken_to_slowly_is_not_counted_for_slowly(name: str) -> None:
    act = count(name, EXERCISES[name].start)
    usual, slow = (
        seconds(VOICE.render(Turn(ConversationState(slow=slow), (act,), None)).speech) for slow in (False, True)
    )
    assert slow - usual < 2.5  # of the words before and after the count


@pytest.mark.parametrize("length", [30, 45, 60])
def test_a_rest_is_counted_down_in_its_own_time(length: int) -> None:
    assert seconds(timed(told.Rest(length, 2, 3))) == pytest.approx(length, rel=0.05)


@pytest.mark.parametrize("topic", [*EXERCISES, *PLANS])
def test_silence_stays_under_five_seconds_at_a_time(topic: str) -> None:
    breaks = [float(each) for said in utterances(topic) for each in _BREAK.findall(said.speech)]
    assert max(breaks) < LONGEST_SILENCE
    assert not any(re.search(r"/>\s*<break", said.speech) for said in utterances(topic))


@pytest.mark.parametrize("topic", [*EXERCISES, *PLANS])
def test_no_response_is_too_long(topic: str) -> None:
    for said in utterances(topic):
        assert len(said.speech) <= MOST_CHARACTERS
        assert seconds(said.speech) <= MOST_SECONDS


@pytest.mark.parametrize("topic", [*EXERCISES, *PLANS])
def test_every_response_but_the_last_ends_with_a_question_and_another_after_silence(topic: str) -> None:
    *through, last = utterances(topic)
    for said in through:
        assert plain_text(said.speech).endswith("?")
        assert said.reprompt
        assert plain_text(said.reprompt) not in plain_text(said.speech)
    assert not plain_text(last.speech).endswith("?")


def test_every_repetition_is_heard_by_number() -> None:
    heard = plain_text(timed(count("hip_abduction", Dose(1, 10))))
    assert [int(each) for each in re.findall(r"\d+", heard)] == list(range(1, 11))


def test_a_long_set_says_when_half_is_done_and_when_three_are_left() -> None:
    heard = plain_text(timed(count("clam_opener", Dose(1, 10))))
    assert heard.index("5, out") < heard.index("halfway") < heard.index("6, out")
    assert heard.index("7, out") < heard.index("last three") < heard.index("8, out")


def test_a_short_set_goes_without_cues() -> None:
    assert "halfway" not in plain_text(timed(count("clam_opener", Dose(1, 5))))


@pytest.mark.parametrize(("hold", "heard"), [(5, "4 3 2 1"), (8, "5 4 3 2 1"), (30, "25 20 15, halfway 10 5 4 3 2 1")])
def test_a_hold_is_counted_down(hold: int, heard: str) -> None:
    assert f"hold {heard} and ease off" in plain_text(timed(count("heel_dig", Dose(1, 1, hold))))


def test_which_side_works_is_said_before_it_does() -> None:
    heard = [plain_text(said.speech) for said in utterances("clam_side_lying")]
    assert "the sore leg on top" in heard[0]
    assert "the other leg on top" in heard[2]


@pytest.mark.parametrize("topic", [*EXERCISES, *PLANS])
def test_how_to_stop_is_said_with_the_first_set_up(topic: str) -> None:
    heard = [plain_text(said.speech) for said in utterances(topic)]
    assert sum("Alexa, stop" in each for each in heard) == 1


@pytest.mark.parametrize("ask", [AskReady(), AskResume()])
def test_after_silence_there_is_time_to_get_into_position(ask: asks.InitiativeAct) -> None:
    reprompt = VOICE.render(Turn(ConversationState(), (), ask)).reprompt
    assert reprompt is not None
    assert 15 <= seconds(reprompt) <= 60
