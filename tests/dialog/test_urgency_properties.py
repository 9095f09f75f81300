"""Whole conversations of any acts in any order: what has once been told of danger is not lowered by anything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.conditions.model import RedFlag, TriageLevel
from skill.dialog import acts, asks, contents
from skill.dialog.engine import Turn, respond
from skill.dialog.state import ConversationState, Phase

INFERENCE = Inference(load_knowledge())
KNOWLEDGE = INFERENCE.knowledge
FINDINGS = sorted(name for name, finding in KNOWLEDGE.findings.items() if not finding.derived)
P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN


def _shows(flag: RedFlag) -> Evidence | None:
    """What someone would tell who has the danger sign: all that its rule looks at, without an injury to excuse it."""
    told = [name for name in flag.when.findings() if name in FINDINGS and KNOWLEDGE.findings[name].one_of is None]
    shown = Evidence().with_findings(P, *told)
    for facts in (Facts(), Facts(age=12), Facts(age=60)):
        for place in ((), ("pain_in_calf",), ("fall",)):
            shown = Evidence(shown.findings, facts).with_findings(P, *place)
            if flag in red_flags.raised(KNOWLEDGE, shown):
                return shown
    return None


DANGER = {
    flag.id: shown
    for flag in KNOWLEDGE.red_flags.values()
    if flag.level >= TriageLevel.SAME_DAY and (shown := _shows(flag)) is not None
}

evidence = st.builds(
    Evidence,
    st.dictionaries(st.sampled_from(FINDINGS), st.sampled_from(list(Presence)), max_size=3),
    st.builds(Facts, age=st.none() | st.integers(1, 99), duration_days=st.none() | st.integers(0, 900)),
)
# Nothing that begins again, and no yes: a yes may confirm that a danger sign was a mistake, which is tested apart.
others = st.one_of(
    st.builds(acts.Inform, evidence, st.booleans()),
    st.builds(acts.Deny, evidence, st.booleans()),
    st.builds(acts.Unsure, evidence),
    st.builds(acts.Ask, st.sampled_from(list(acts.Request)), st.none() | st.sampled_from(sorted(KNOWLEDGE.conditions))),
    st.just(acts.Unclear()),
)
# Far enough to meet every kind of question: an opening, and then so many times no.
openings = st.builds(lambda first, noes: [acts.Inform(first), *[acts.Deny()] * noes], evidence, st.integers(0, 9))


def conversation(said: Sequence[acts.UserAct]) -> list[Turn]:
    """All turns; what is said after a close begins a new conversation."""
    turns: list[Turn] = []
    for act in said:
        turns.append(respond(INFERENCE, turns[-1].state if turns else ConversationState(), act))
    return turns


def test_every_danger_sign_can_be_told() -> None:
    urgent = {flag.id for flag in KNOWLEDGE.red_flags.values() if flag.level >= TriageLevel.SAME_DAY}
    assert set(DANGER) == urgent


def _denied(flag: str) -> acts.Inform:
    return acts.Inform(Evidence().with_findings(A, *DANGER[flag].findings), correction=True)


signs = st.sampled_from(sorted(DANGER)).flatmap(
    lambda flag: st.tuples(st.just(flag), st.lists(st.just(_denied(flag)) | others, max_size=5))
)


@settings(max_examples=100, deadline=None)
@given(openings, st.lists(others, max_size=3), signs)
def test_a_danger_sign_makes_it_urgent_whatever_was_said_before_and_whatever_comes_after(
    opening: list[acts.UserAct], more: list[acts.UserAct], sign: tuple[str, list[acts.UserAct]]
) -> None:
    flag, after = sign
    state = conversation([*opening, *more])[-1].state
    known = KNOWLEDGE.record(state.evidence, DANGER[flag])
    if red_flags.floor(KNOWLEDGE, known) < KNOWLEDGE.red_flags[flag].level:
        reject()  # What was said before excuses it: a clear injury excuses a clot risk.
    for act in (acts.Inform(DANGER[flag]), *after):
        turn = respond(INFERENCE, state, act)
        state = turn.state
        assert state.floor >= KNOWLEDGE.red_flags[flag].level
        assert not any(isinstance(each, contents.Result) for each in turn.contents)
        if state.phase is Phase.CLOSED:
            return


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(DANGER)), min_size=2, max_size=4, unique=True).flatmap(
        lambda flags: st.tuples(st.just(flags), st.permutations(flags))
    )
)
def test_danger_signs_come_to_the_same_urgency_in_any_order(orders: tuple[list[str], list[str]]) -> None:
    told = [conversation([acts.Inform(DANGER[flag]) for flag in flags]) for flags in orders]
    assert len({max(turn.state.floor for turn in turns) for turns in told}) == 1


Answering = Callable[[asks.InitiativeAct], acts.UserAct]


def interviewed(opening: Evidence, answering: Answering) -> TriageLevel:
    """How soon to be seen, told to someone who answers every question by `answering`."""
    turn = respond(INFERENCE, ConversationState(), acts.Inform(opening))
    for _ in range(60):
        if turn.state.phase is Phase.URGENT:
            return turn.state.floor
        told = [each.level for each in turn.contents if isinstance(each, contents.Result | contents.NoCause)]
        if told:
            return max(told)
        assert turn.ask is not None
        turn = respond(INFERENCE, turn.state, answering(turn.ask))
    raise AssertionError("no result")


def answers(unsure: frozenset[str], age: int) -> Answering:
    """Denies everything, but does not know of the given flags."""

    def answer(ask: asks.InitiativeAct) -> acts.UserAct:
        if isinstance(ask, asks.AskFlags):
            return acts.Unsure() if unsure.intersection(ask.flags) else acts.Deny()
        if isinstance(ask, asks.AskQuestion) and ask.question == "age":
            return acts.Inform(Evidence(facts=Facts(age=age)))
        return acts.Deny()

    return answer


# Asked of everyone, and each enough by itself.
ALWAYS_ASKED = ("E1", "E2", "E4", "E6", "S1")


@settings(max_examples=40, deadline=None)
@given(evidence, st.sampled_from(ALWAYS_ASKED), st.integers(16, 90))
def test_nobody_who_does_not_know_of_a_danger_sign_is_told_self_care(opening: Evidence, flag: str, age: int) -> None:
    opening = opening.without(*KNOWLEDGE.red_flags[flag].asks)
    assert interviewed(opening, answers(frozenset({flag}), age)) > TriageLevel.SELF_CARE


@settings(max_examples=40, deadline=None)
@given(evidence, st.frozensets(st.sampled_from(sorted(KNOWLEDGE.red_flags)), min_size=1), st.integers(16, 90))
def test_not_knowing_of_danger_signs_never_makes_it_less_urgent_than_denying_them(
    opening: Evidence, unsure: frozenset[str], age: int
) -> None:
    assert interviewed(opening, answers(unsure, age)) >= interviewed(opening, answers(frozenset(), age))
