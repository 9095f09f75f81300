from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, contents, replies
from skill.dialog.engine import Turn, respond
from skill.dialog.state import ConversationState, Phase

INFERENCE = Inference(load_knowledge())
KNOWLEDGE = INFERENCE.knowledge
Talk = Callable[..., Turn]
Tell = Callable[..., acts.Inform]
Said = list[acts.UserAct]
Until = Callable[..., Said]
P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN

said = st.dictionaries(st.sampled_from(sorted(KNOWLEDGE.findings)), st.sampled_from(list(Presence)), max_size=3)
facts = st.builds(Facts, age=st.none() | st.integers(1, 99), sport=st.sampled_from([None, "running", "cycling"]))
evidence = st.builds(Evidence, said, facts)
TOPICS = (*KNOWLEDGE.conditions, *KNOWLEDGE.topics, *KNOWLEDGE.terms, *KNOWLEDGE.exercises)
topics = st.none() | st.sampled_from(sorted(TOPICS))
anything = st.one_of(
    st.builds(acts.Launch),
    st.builds(acts.Inform, evidence, st.booleans()),
    st.builds(acts.Affirm, evidence),
    st.builds(acts.Deny, evidence),
    st.builds(acts.Unsure, evidence),
    st.builds(acts.Affirm),
    st.builds(acts.Deny),
    st.builds(acts.Unsure),
    st.builds(acts.Ask, st.sampled_from(acts.Request), topics, st.just(Evidence()) | evidence),
    st.builds(acts.StartOver),
    st.builds(acts.Unclear),
    st.builds(acts.Leave),
)


@settings(max_examples=300)
@given(st.lists(anything, min_size=1, max_size=14))
def test_whatever_is_said_a_turn_is_open_with_a_question_or_closed_with_a_word(said: list[acts.UserAct]) -> None:
    state = ConversationState()
    for act in said:
        turn = respond(INFERENCE, state, act)
        assert turn.session_open is (turn.state.phase is not Phase.CLOSED)
        assert turn.session_open or turn.contents
        state = turn.state


@settings(max_examples=200)
@given(st.lists(anything, min_size=1, max_size=12))
def test_the_disclaimer_is_told_at_most_once_and_before_any_health_content(said: list[acts.UserAct]) -> None:
    state, disclosed = ConversationState(), False
    for act in said:
        turn = respond(INFERENCE, state, act)
        if isinstance(act, acts.Launch) or state.phase is Phase.CLOSED:
            disclosed = False
        for told in turn.contents:
            if isinstance(told, contents.Disclose):
                assert not disclosed
                disclosed = True
            assert disclosed or not isinstance(
                told, contents.Result | contents.Care | contents.About | contents.Reasons | contents.NoCause
            )
        state = turn.state


@settings(max_examples=200)
@given(st.lists(anything.filter(lambda act: not isinstance(act, acts.Launch | acts.StartOver)), max_size=12))
def test_urgency_never_falls_unless_a_mistake_is_confirmed(said: list[acts.UserAct]) -> None:
    state = ConversationState()
    for act in said:
        turn = respond(INFERENCE, state, act)
        if turn.state.phase is Phase.CLOSED:
            return
        assert turn.state.floor >= state.floor or isinstance(state.pending, asks.ConfirmMistake)
        state = turn.state


def test_a_question_is_never_put_to_someone_who_answered_it_unasked(talk: Talk, tell: Tell, deny_until: Until) -> None:
    said = deny_until(asks.OfferCare, acts.Launch(), tell("lump_behind_knee", "pain_deep_bend", age=44))
    assert not {"lump_behind_knee", "pain_deep_bend", "age"} & set(talk(*said).state.asked)


def test_what_was_understood_is_said_back(talk: Talk, tell: Tell) -> None:
    turn = talk(acts.Launch(), tell("lump_behind_knee"))
    assert contents.Acknowledge((("lump_behind_knee", P),)) in turn.contents


def test_someone_who_tells_something_else_is_asked_the_same_question_in_other_words(talk: Talk) -> None:
    asked = asks.AskQuestion(question="giving_way")
    done = tuple(KNOWLEDGE.red_flags)
    state = ConversationState(phase=Phase.INTERVIEW, pending=asked, asked=done, disclosed=True)
    turn = talk(acts.Inform(Evidence({"pain_straightening": P})), state=state)
    assert turn.ask == asks.AskQuestion(1, "giving_way")


def test_no_more_than_six_follow_up_questions_are_asked(talk: Talk, tell: Tell) -> None:
    turn = talk(acts.Launch(), tell("pain_deep_bend"), *[acts.Unsure()] * 40)
    questions = [name for name in turn.state.asked if name in KNOWLEDGE.questions and name != "age"]
    assert len(questions) <= 6


def test_age_is_asked_once_before_a_result_also_of_someone_who_will_not_tell(
    talk: Talk, tell: Tell, deny_until: Until
) -> None:
    said = deny_until(asks.OfferCare, acts.Launch(), tell("pain_deep_bend"))
    assert talk(*said).state.asked.count("age") == 1


@pytest.mark.parametrize("age", [3, 15])
def test_someone_under_sixteen_is_named_no_cause(talk: Talk, tell: Tell, deny_until: Until, age: int) -> None:
    said = deny_until(asks.OfferRepeat, acts.Launch(), tell("pain_deep_bend", age=age))
    assert contents.NoCause("child", TriageLevel.SEE_CLINICIAN) in talk(*said).contents


def test_pain_at_the_front_is_said_to_be_outside_the_guide(talk: Talk, tell: Tell, deny_until: Until) -> None:
    said = deny_until(asks.AskBehindToo, acts.Launch(), tell("pain_front", age=30))
    assert contents.NoCause("outside", TriageLevel.SELF_CARE) in talk(*said).contents


@pytest.mark.parametrize("asked", [acts.Request.WHY, acts.Request.ABOUT, acts.Request.CARE, acts.Request.NEXT])
@pytest.mark.parametrize(
    ("place", "age", "end"), [("pain_deep_bend", 12, asks.OfferRepeat), ("pain_front", 30, asks.AskBehindToo)]
)
def test_where_no_cause_is_named_none_is_let_slip_on_request(
    talk: Talk, tell: Tell, deny_until: Until, asked: acts.Request, place: str, age: int, end: type[asks.InitiativeAct]
) -> None:
    turn = talk(*deny_until(end, acts.Launch(), tell(place, "tender_cord", age=age)), acts.Ask(asked))
    naming = contents.Result | contents.Reasons | contents.About | contents.Care
    assert not any(isinstance(told, naming) for told in turn.contents)


@pytest.fixture
def result(tell: Tell, deny_until: Until) -> list[acts.UserAct]:
    """The conversation up to the result, for a runner whose tendon is sore."""
    return deny_until(
        asks.OfferCare, acts.Launch(), tell("warm_up_eases", "tender_cord", age=30, sport="running", duration_days=9)
    )


def test_the_result_names_the_cause_with_its_reasons(talk: Talk, result: Said) -> None:
    turn = talk(*result)
    told = next(act for act in turn.contents if isinstance(act, contents.Result))
    assert told.causes[0] == "hamstring_tendinopathy"
    assert ("tender_cord", P) in told.reasons


def test_the_care_is_told_step_by_step_to_its_end(talk: Talk, result: Said) -> None:
    said = list(result)
    steps = KNOWLEDGE.conditions["hamstring_tendinopathy"].care
    told = []
    for _ in steps:
        said.append(acts.Affirm())
        told += [act.step for act in talk(*said).contents if isinstance(act, contents.Care)]
    assert tuple(told) == steps
    assert isinstance(talk(*said).ask, asks.OfferAgain)


def test_something_new_after_the_result_is_weighed_and_said_to_change_things(
    talk: Talk, tell: Tell, result: Said
) -> None:
    turn = talk(*result, tell("lump_behind_knee", "lump_softer_when_bent", "swelling_knee"))
    assert contents.Changed() in turn.contents


def test_something_new_that_changes_nothing_is_said_to(talk: Talk, tell: Tell, result: Said) -> None:
    turn = talk(*result, tell(side="left"))
    assert contents.Unchanged() in turn.contents
    assert turn.ask == asks.OfferCare(1, exercise=True)


def test_why_tells_what_speaks_for_the_cause_and_asks_again(talk: Talk, result: Said) -> None:
    turn = talk(*result, acts.Ask(acts.Request.WHY))
    told = next(act for act in turn.contents if isinstance(act, contents.Reasons))
    assert told.reasons
    assert turn.ask == asks.OfferCare(1, exercise=True)


@pytest.mark.parametrize(
    "request_",
    [
        each
        for each in acts.Request
        if each not in (acts.Request.SKIP, acts.Request.NEXT, acts.Request.CARE, acts.Request.TIMER)
    ],
)
def test_after_any_request_the_pending_question_is_asked_in_other_words(
    talk: Talk, tell: Tell, request_: acts.Request
) -> None:
    before = talk(acts.Launch(), tell("pain_deep_bend"))
    turn = talk(acts.Launch(), tell("pain_deep_bend"), acts.Ask(request_))
    assert isinstance(before.ask, asks.AskFlags)
    assert isinstance(turn.ask, asks.AskFlags)
    assert turn.ask.flags == before.ask.flags
    assert turn.ask.attempt == 1


def test_a_skipped_question_is_not_known_rather_than_absent(talk: Talk, tell: Tell) -> None:
    asked = asks.AskQuestion(question="giving_way")
    state = ConversationState(phase=Phase.INTERVIEW, pending=asked, asked=tuple(KNOWLEDGE.red_flags), disclosed=True)
    turn = talk(acts.Ask(acts.Request.SKIP), state=state)
    assert turn.state.evidence["giving_way"] is U
    assert "giving_way" in turn.state.asked


def test_repairs_escalate_and_then_move_on(talk: Talk) -> None:
    asked = asks.AskQuestion(question="giving_way")
    state = ConversationState(phase=Phase.INTERVIEW, pending=asked, asked=tuple(KNOWLEDGE.red_flags), disclosed=True)
    told = [talk(*[acts.Unclear()] * times, state=state).contents for times in (1, 2, 3)]
    assert told[0] == (contents.Repair(1),)
    assert told[1] == (contents.Repair(2), replies.Examples("giving_way", yes_or_no=True))
    assert told[2][0] == contents.MoveOn()


def test_someone_who_is_never_understood_is_let_go_with_a_goodbye(talk: Talk) -> None:
    turn = talk(acts.Launch(), *[acts.Unclear()] * 8)
    assert not turn.session_open
    assert isinstance(turn.contents[-1], contents.Goodbye)


def test_someone_whose_complaint_is_not_understood_is_asked_about_danger_all_the_same(talk: Talk) -> None:
    turn = talk(acts.Launch(), *[acts.Unclear()] * 3)
    assert isinstance(turn.ask, asks.AskFlags)


def test_with_nothing_told_no_cause_is_guessed(talk: Talk, deny_until: Until) -> None:
    said: Said = [acts.Launch(), acts.Inform()]
    while not isinstance((turn := talk(*said)).ask, asks.OfferRepeat):
        said.append(acts.Unsure())
    assert contents.NoCause("unclear", TriageLevel.SEE_CLINICIAN) in turn.contents


def test_leaving_after_a_result_tells_the_safety_net(talk: Talk, result: Said) -> None:
    turn = talk(*result, acts.Leave())
    assert turn.contents == (contents.Goodbye(TriageLevel.SELF_CARE, "hamstring_tendinopathy"),)


def test_starting_over_forgets_everything_but_the_disclaimer(talk: Talk, tell: Tell) -> None:
    state = talk(acts.Launch(), tell("lump_behind_knee"), acts.StartOver()).state
    assert state.evidence == Evidence()
    assert state.disclosed
