"""Danger first: the bundles, what yes, no and unsure do to them, and urgent turns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, contents
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase

Talk = Callable[..., Turn]
Tell = Callable[..., acts.Inform]
Until = Callable[..., list[acts.UserAct]]
P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN


def flags_of(turn: Turn) -> tuple[str, ...]:
    assert isinstance(turn.ask, asks.AskFlags)
    return turn.ask.flags


def test_the_first_question_after_the_complaint_is_about_emergencies(talk: Talk, tell: Tell) -> None:
    assert "E1" in flags_of(talk(acts.Launch(), tell("pain_deep_bend")))


def test_a_bundle_holds_at_most_three_items(talk: Talk, tell: Tell) -> None:
    assert len(flags_of(talk(acts.Launch(), tell("pain_deep_bend")))) <= 3


def test_an_injury_question_is_asked_only_after_an_injury(talk: Talk, tell: Tell) -> None:
    def asked(*findings: str) -> set[str]:
        said: list[acts.UserAct] = [acts.Launch(), tell(*findings), *[acts.Deny()] * 3]
        return set(talk(*said).state.asked)

    assert "S8" not in asked("pain_deep_bend")
    assert "S8" in asked("pain_deep_bend", "twist_mechanism")


def test_a_no_makes_every_item_of_a_bundle_absent(talk: Talk, tell: Tell) -> None:
    turn = talk(acts.Launch(), tell("pain_deep_bend"), acts.Deny())
    assert turn.state.evidence.absent("breathless_at_rest_or_chest_pain")


def test_a_no_never_overwrites_what_was_said_before(talk: Talk, tell: Tell) -> None:
    turn = talk(acts.Launch(), tell("pain_deep_bend", "knee_hot_red"), *[acts.Deny()] * 3)
    assert turn.state.evidence.present("knee_hot_red")


def test_a_yes_to_an_emergency_bundle_says_the_emergency_action_at_once(talk: Talk, tell: Tell) -> None:
    turn = talk(acts.Launch(), tell("pain_deep_bend"), acts.Affirm())
    assert isinstance(turn.contents[0], contents.Urge)
    assert turn.contents[0].level is TriageLevel.EMERGENCY
    assert turn.state.phase is Phase.URGENT


def test_a_named_item_answers_that_item_only(talk: Talk, tell: Tell) -> None:
    bundle = asks.AskFlags(flags=("S1", "S4"))
    state = ConversationState(phase=Phase.SAFETY, pending=bundle, asked=("E1", "E2", "E4", "E5", "E6"), disclosed=True)
    turn = talk(acts.Inform(Evidence({"knee_stuck_now": A})), state=state)
    assert "S4" in turn.state.asked
    assert "S1" in flags_of(turn)


def test_unsure_splits_a_bundle_item_by_item(talk: Talk, tell: Tell) -> None:
    bundle = flags_of(talk(acts.Launch(), tell("pain_deep_bend")))
    turn = talk(acts.Launch(), tell("pain_deep_bend"), acts.Unsure())
    assert isinstance(turn.ask, asks.AskFlags)
    assert (turn.ask.flags, turn.ask.later) == (bundle[:1], bundle[1:])


def test_the_items_of_a_split_bundle_are_asked_one_after_the_other(talk: Talk, tell: Tell) -> None:
    bundle = flags_of(talk(acts.Launch(), tell("pain_deep_bend")))
    turn = talk(acts.Launch(), tell("pain_deep_bend"), acts.Unsure(), acts.Deny())
    assert flags_of(turn) == bundle[1:2]


def test_an_item_of_a_split_bundle_that_was_not_answered_is_put_once_more(talk: Talk) -> None:
    split = asks.AskFlags(flags=("S1",), later=("S9",))
    state = ConversationState(phase=Phase.SAFETY, pending=split, asked=("E1", "E2", "E4", "E5", "E6"), disclosed=True)
    once = talk(acts.Inform(Evidence(facts=Facts(side="left"))), state=state)
    twice = talk(acts.Inform(Evidence(facts=Facts(sport="running"))), state=once.state)
    assert (flags_of(once), flags_of(twice)) == (("S1",), ("S9",))


def test_a_sign_that_is_half_of_what_was_asked_is_no_yes(talk: Talk) -> None:
    bundle = asks.AskFlags(flags=("E5", "E6"))  # "a fever and a hot, swollen knee, ..."
    state = ConversationState(phase=Phase.SAFETY, pending=bundle, asked=("E1", "E2", "E4"), disclosed=True)
    half = talk(acts.Inform(Evidence({"swelling_knee": P})), state=state)
    whole = talk(acts.Inform(Evidence({"swelling_knee": P, "fever_or_unwell": P})), state=state)
    assert (half.state.floor, whole.state.floor) == (TriageLevel.SELF_CARE, TriageLevel.EMERGENCY)


def test_an_item_that_was_ruled_out_meanwhile_is_not_asked_for(talk: Talk) -> None:
    split = asks.AskFlags(flags=("S1",), later=("S9", "S2"))
    state = ConversationState(phase=Phase.SAFETY, pending=split, asked=("E1", "E2", "E4", "E5", "E6"), disclosed=True)
    without_lump = acts.Inform(Evidence({"lump_behind_knee": A, "calf_swelling": A, "calf_warm_red": A}))
    turn = talk(without_lump, state=state)
    assert isinstance(turn.ask, asks.AskFlags)
    assert "S9" not in (*turn.ask.flags, *turn.ask.later)


def test_still_unsure_of_a_danger_sign_forbids_self_care(talk: Talk, tell: Tell, deny_until: Until) -> None:
    start = (acts.Launch(), tell("warm_up_eases", "tender_cord", age=30, sport="running", duration_days=9))
    unsure = (acts.Unsure(), acts.Unsure())
    levels = []
    for said in (start, (*start, *unsure)):
        told = talk(*deny_until(asks.OfferCare, *said)).contents
        levels += [act.level for act in told if isinstance(act, contents.Result)]
    assert levels == [TriageLevel.SELF_CARE, TriageLevel.SEE_CLINICIAN]


def test_there_are_at_most_three_bundles_in_a_row(talk: Talk, tell: Tell) -> None:
    said: list[acts.UserAct] = [
        acts.Launch(),
        tell("twist_mechanism", "pop_felt", "lump_behind_knee", "swelling_knee", "numb_tingle"),
    ]
    in_a_row = 0
    for _ in range(12):
        turn = talk(*said)
        in_a_row = in_a_row + 1 if isinstance(turn.ask, asks.AskFlags) else 0
        assert in_a_row <= 3
        said.append(acts.Deny())


def test_the_third_danger_question_in_a_row_comes_back_when_something_else_is_told(talk: Talk, tell: Tell) -> None:
    start = (acts.Launch(), tell("pain_deep_bend"), acts.Deny(), acts.Deny())
    third = flags_of(talk(*start))
    assert third[0] == "S1"
    assert flags_of(talk(*start, tell("pain_outer_back")))[0] == "S1"


@pytest.mark.parametrize(
    ("finding", "level"), [("cold_pale_foot", TriageLevel.EMERGENCY), ("calf_swelling", TriageLevel.SAME_DAY)]
)
@pytest.mark.parametrize("before", range(8))
def test_a_red_flag_is_heard_at_every_point_of_the_conversation(
    talk: Talk, tell: Tell, finding: str, level: TriageLevel, before: int
) -> None:
    opening = (acts.Launch(), tell("tight_full_behind", "lump_behind_knee", age=44), *[acts.Deny()] * 9)
    turn = talk(*opening[: before + 1], tell(finding))
    assert turn.state.phase is Phase.URGENT
    assert isinstance(turn.contents[0], contents.Urge)
    assert turn.contents[0].level is level


def test_an_urgent_instruction_comes_before_the_disclaimer(talk: Talk, tell: Tell) -> None:
    told = talk(tell("calf_swelling")).contents
    assert [type(act) for act in told] == [contents.Urge, contents.Disclose]


def test_an_emergency_is_not_diluted_with_a_disclaimer(talk: Talk, tell: Tell) -> None:
    assert [type(act) for act in talk(tell("cold_pale_foot")).contents] == [contents.Urge]


def test_after_a_same_day_sign_one_question_asks_for_anything_worse(talk: Talk, tell: Tell) -> None:
    turn = talk(tell("calf_swelling"))
    assert all(flag.startswith("E") for flag in flags_of(turn))


def test_an_emergency_after_a_same_day_sign_raises_urgency(talk: Talk, tell: Tell) -> None:
    turn = talk(tell("calf_swelling"), acts.Affirm())
    assert turn.state.floor is TriageLevel.EMERGENCY


def test_nothing_worse_closes_with_the_instruction_again(talk: Talk, tell: Tell) -> None:
    turn = talk(tell("calf_swelling"), acts.Deny())
    assert not turn.session_open
    assert contents.Urge(TriageLevel.SAME_DAY, ("S1",), brief=True) in turn.contents


def test_an_emergency_is_repeated_on_request(talk: Talk, tell: Tell) -> None:
    turn = talk(tell("cold_pale_foot"), acts.Affirm())
    assert turn.session_open
    assert any(isinstance(act, contents.Urge) and not act.brief for act in turn.contents)


def test_no_cause_is_named_once_it_is_urgent(talk: Talk, tell: Tell) -> None:
    said = [tell("calf_swelling", "lump_behind_knee", age=50), tell("pain_deep_bend"), acts.Ask(acts.Request.WHY)]
    for end in range(1, len(said) + 1):
        assert not any(
            isinstance(act, contents.Result | contents.Reasons | contents.Care) for act in talk(*said[:end]).contents
        )


def test_saying_it_is_nothing_does_not_lower_urgency(talk: Talk, tell: Tell) -> None:
    denied = acts.Inform(Evidence({"calf_swelling": A}), correction=True)
    assert talk(tell("calf_swelling"), denied).state.floor is TriageLevel.SAME_DAY


def denial(finding: str) -> acts.Inform:
    return acts.Inform(Evidence({finding: A}), correction=True)


def test_taking_a_danger_sign_back_is_asked_about_and_lowers_nothing_by_itself(talk: Talk, tell: Tell) -> None:
    turn = talk(tell("calf_rock_hard_severe"), denial("calf_rock_hard_severe"))
    assert turn.ask == asks.ConfirmMistake(flags=("E4",), findings=("calf_rock_hard_severe",))
    assert turn.state.floor is TriageLevel.EMERGENCY
    assert turn.state.evidence.present("calf_rock_hard_severe")


def test_a_confirmed_mistake_lets_the_conversation_go_on(talk: Talk, tell: Tell) -> None:
    said = (tell("pain_in_calf", "calf_rock_hard_severe"), denial("calf_rock_hard_severe"), acts.Affirm())
    turn = talk(*said)
    assert turn.contents[0] == contents.TakenBack()
    assert turn.state.phase is Phase.SAFETY
    assert turn.state.evidence.absent("calf_rock_hard_severe")


def test_a_mistake_that_is_not_confirmed_stays_urgent(talk: Talk, tell: Tell) -> None:
    turn = talk(tell("calf_rock_hard_severe"), denial("calf_rock_hard_severe"), acts.Unsure())
    assert not turn.session_open
    assert isinstance(turn.contents[0], contents.Urge)


def test_taking_one_sign_back_leaves_the_others(talk: Talk, tell: Tell) -> None:
    said = (tell("calf_rock_hard_severe", "calf_swelling"), denial("calf_rock_hard_severe"), acts.Affirm())
    assert talk(*said).state.floor is TriageLevel.SAME_DAY


def test_a_yes_given_by_mistake_can_be_taken_back(talk: Talk, tell: Tell) -> None:
    turn = talk(acts.Launch(), tell("pain_deep_bend"), acts.Affirm(), acts.Deny(correction=True))
    assert isinstance(turn.ask, asks.ConfirmMistake)


def test_beginning_again_after_danger_says_the_instruction_once_more(talk: Talk, tell: Tell) -> None:
    told = talk(tell("cold_pale_foot"), acts.StartOver()).contents
    assert contents.Urge(TriageLevel.EMERGENCY, ("E2",), brief=True) in told


def test_an_urgent_instruction_is_not_repeated_for_ever(talk: Talk, tell: Tell) -> None:
    turn = talk(tell("cold_pale_foot"), *[acts.Affirm()] * 3)
    assert not turn.session_open


def test_treatment_is_not_told_before_danger_was_heard(talk: Talk) -> None:
    turn = talk(acts.Ask(acts.Request.CARE, "bakers_cyst"))
    assert not any(isinstance(act, contents.Care) for act in turn.contents)
    assert isinstance(turn.ask, asks.AskFlags)


def test_treatment_asked_for_by_name_is_told_once_danger_is_cleared(talk: Talk) -> None:
    said: list[acts.UserAct] = [acts.Ask(acts.Request.CARE, "bakers_cyst")]
    for _ in range(8):
        turn = talk(*said)
        if any(isinstance(act, contents.Care) for act in turn.contents):
            break
        age = isinstance(turn.ask, asks.AskQuestion) and turn.ask.question == "age"
        said.append(acts.Inform(Evidence(facts=Facts(age=40))) if age else acts.Deny())
    assert any(isinstance(act, contents.Care) and act.condition == "bakers_cyst" for act in turn.contents)
