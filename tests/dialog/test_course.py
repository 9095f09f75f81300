from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.inference import Inference
from skill.dialog import acts, asks, contents, replies
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase

Talk = Callable[..., Turn]
Tell = Callable[..., acts.Inform]
Until = Callable[..., list[acts.UserAct]]
R = acts.Request


@pytest.fixture
def interviewed(tell: Tell, deny_until: Until) -> list[acts.UserAct]:
    """Someone whose danger signs were denied, and who is being asked about the knee."""
    return deny_until(asks.AskQuestion, acts.Launch(), tell("pain_deep_bend"))


@pytest.fixture
def advised(tell: Tell, deny_until: Until) -> list[acts.UserAct]:
    """Someone who was told a result."""
    return deny_until(asks.OfferCare, acts.Launch(), tell("lump_behind_knee", "tight_full_behind", age=44))


def _asked(inference: Inference, question: str, evidence: Evidence | None = None) -> ConversationState:
    """Someone who is asked the question when all danger signs have been asked for."""
    done = tuple(inference.knowledge.red_flags)
    pending = asks.AskQuestion(question=question)
    return ConversationState(Phase.INTERVIEW, evidence or Evidence(), pending, done, disclosed=True)


@pytest.mark.parametrize("request_", [r for r in R if r not in (R.NEXT, R.SKIP, R.BACK, R.CARE, R.TIMER)])
def test_any_request_in_mid_interview_comes_back_to_the_question_in_other_words(
    talk: Talk, interviewed: list[acts.UserAct], request_: acts.Request
) -> None:
    before, after = talk(*interviewed), talk(*interviewed, acts.Ask(request_))
    assert isinstance(before.ask, asks.AskQuestion)
    assert after.ask == asks.AskQuestion(before.ask.attempt + 1, before.ask.question)


def test_a_wish_for_slower_speech_stays(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    assert talk(*interviewed, acts.Ask(R.SLOWER), acts.Deny()).state.slow


def test_a_wish_for_slower_speech_can_be_taken_back(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    assert not talk(*interviewed, acts.Ask(R.SLOWER), acts.Ask(R.FASTER)).state.slow


def test_a_wish_to_hear_less_stays(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    assert talk(*interviewed, acts.Ask(R.BRIEF), acts.Deny()).state.brief


def test_going_back_puts_the_question_before_again(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    first = talk(*interviewed).ask
    assert isinstance(first, asks.AskQuestion)
    turn = talk(*interviewed, acts.Deny(), acts.Ask(R.BACK))
    assert turn.ask == asks.AskQuestion(1, first.question)


def test_going_back_over_danger_signs_asks_for_them_together_again(talk: Talk, tell: Tell) -> None:
    asked = talk(acts.Launch(), tell("pain_deep_bend")).ask
    assert isinstance(asked, asks.AskFlags)
    turn = talk(acts.Launch(), tell("pain_deep_bend"), acts.Deny(), acts.Ask(R.BACK))
    assert turn.ask == asks.AskFlags(1, asked.flags)


def test_what_was_answered_counts_until_it_is_answered_anew(talk: Talk, tell: Tell, deny_until: Until) -> None:
    said = deny_until(asks.AskQuestion, acts.Launch(), tell("pain_deep_bend"))
    before = talk(*said, acts.Deny())
    assert talk(*said, acts.Deny(), acts.Ask(R.BACK)).state.evidence == before.state.evidence


def test_going_back_from_the_second_step_tells_the_first(talk: Talk, advised: list[acts.UserAct]) -> None:
    first = talk(*advised, acts.Affirm()).contents
    assert talk(*advised, acts.Affirm(), acts.Affirm(), acts.Ask(R.BACK)).contents == first


def test_at_the_very_start_there_is_nothing_to_go_back_to(talk: Talk) -> None:
    assert replies.AtTheStart() in talk(acts.Launch(), acts.Ask(R.BACK)).contents


def test_who_asks_for_a_minute_is_given_it_and_then_asked_again(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    turn = talk(*interviewed, acts.Ask(R.WAIT))
    assert (turn.contents, turn.state.phase) == ((replies.Pause(),), Phase.INTERVIEW)


def test_fewer_questions_are_left_after_each(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    def left(*said: acts.UserAct) -> int:
        (told,) = (each for each in talk(*said, acts.Ask(R.PROGRESS)).contents if isinstance(each, replies.Progress))
        return told.left

    assert left(*interviewed, acts.Deny()) == left(*interviewed) - 1


def test_the_steps_that_are_left_are_counted(talk: Talk, advised: list[acts.UserAct]) -> None:
    first = next(told for told in talk(*advised, acts.Affirm()).contents if isinstance(told, contents.Care))
    turn = talk(*advised, acts.Affirm(), acts.Ask(R.PROGRESS))
    assert replies.Progress(first.total - 1, "steps") in turn.contents


def test_a_recap_tells_all_that_was_told(talk: Talk, tell: Tell) -> None:
    turn = talk(acts.Launch(), tell("pain_deep_bend", "locking", side="left"), acts.Ask(R.RECAP))
    (recap,) = (told for told in turn.contents if isinstance(told, replies.Recap))
    assert {name for name, _ in recap.findings} == {"pain_deep_bend", "locking"}
    assert recap.facts.side == "left"


def test_repeating_after_an_answer_repeats_the_answer(talk: Talk, advised: list[acts.UserAct]) -> None:
    answer = talk(*advised, acts.Ask(R.OTHERS)).contents
    assert talk(*advised, acts.Ask(R.OTHERS), acts.Ask(R.REPEAT)).contents == answer


def test_what_is_told_beside_a_request_is_not_lost(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    beside = Evidence({"catching_clicking": Presence.PRESENT})
    turn = talk(*interviewed, acts.Ask(R.HELP, evidence=beside))
    assert turn.state.evidence.present("catching_clicking")


def test_danger_told_beside_a_request_comes_first(talk: Talk, interviewed: list[acts.UserAct]) -> None:
    beside = Evidence({"calf_swelling": Presence.PRESENT})
    assert talk(*interviewed, acts.Ask(R.HELP, evidence=beside)).state.phase is Phase.URGENT


def test_someone_who_cannot_say_is_offered_a_safe_thing_to_try(talk: Talk, inference: Inference) -> None:
    turn = talk(acts.Unsure(), state=_asked(inference, "pain_heel_dig"))
    assert turn.ask == asks.AskQuestion(question="pain_heel_dig", check=True)


def test_the_safe_thing_to_try_is_offered_once(talk: Talk, inference: Inference) -> None:
    turn = talk(acts.Unsure(), acts.Unsure(), state=_asked(inference, "pain_heel_dig"))
    assert turn.ask != asks.AskQuestion(question="pain_heel_dig", check=True)


@pytest.mark.parametrize("sign", ["pop_felt", "weak_after_pop"])
def test_nothing_is_to_be_tried_after_a_suspected_rupture(talk: Talk, inference: Inference, sign: str) -> None:
    state = _asked(inference, "pain_tiptoe", Evidence({sign: Presence.PRESENT}))
    ask = talk(acts.Unsure(), state=state).ask
    assert not (isinstance(ask, asks.AskQuestion) and ask.check)


def test_the_answer_after_trying_counts(talk: Talk, inference: Inference) -> None:
    turn = talk(acts.Unsure(), acts.Affirm(), state=_asked(inference, "pain_heel_dig"))
    assert turn.state.evidence.present("pain_heel_dig")
