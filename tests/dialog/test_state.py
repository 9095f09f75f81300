from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.model import TriageLevel
from skill.dialog import asks
from skill.dialog.acts import Request
from skill.dialog.state import SCHEMA, ConversationState, Phase, StateError, from_json, to_json

ids = st.text("abcdefghij_", min_size=1, max_size=8)
pending = st.one_of(
    st.none(),
    st.builds(asks.AskComplaint, st.integers(0, 9)),
    st.builds(asks.AskFlags, st.integers(0, 9), st.lists(ids).map(tuple), st.lists(ids).map(tuple)),
    st.builds(asks.AskQuestion, st.integers(0, 9), ids, st.booleans()),
    st.builds(asks.ConfirmMistake, st.integers(0, 9), st.lists(ids).map(tuple), st.lists(ids).map(tuple)),
    st.builds(asks.OfferCare, st.integers(0, 9)),
)
facts = st.builds(
    Facts,
    st.none() | st.integers(0, 110),
    st.none() | st.sampled_from(["left", "right", "both"]),
    st.none() | st.integers(0, 9999),
    st.none() | st.sampled_from(["running", "cycling", "other"]),
    st.none() | st.booleans(),
)
states = st.builds(
    ConversationState,
    phase=st.sampled_from(list(Phase)),
    evidence=st.builds(Evidence, st.dictionaries(ids, st.sampled_from(list(Presence))), facts),
    pending=pending,
    asked=st.lists(ids).map(tuple),
    floor=st.sampled_from(list(TriageLevel)),
    bundles=st.integers(0, 9),
    repairs=st.integers(0, 9),
    focus=st.none() | ids,
    care_step=st.integers(0, 9),
    answered=st.none() | st.sampled_from([request.value for request in Request]),
    answered_topic=st.none() | ids,
    slow=st.booleans(),
    brief=st.booleans(),
    disclosed=st.booleans(),
    turn=st.integers(0, 99),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(states)
def test_a_state_survives_the_session_attributes(state: ConversationState) -> None:
    assert from_json(json.loads(json.dumps(to_json(state)))) == state


@given(json_values)
def test_what_is_no_state_is_refused_and_never_crashes(value: Any) -> None:
    with pytest.raises(StateError):
        from_json(value)


@given(states, st.sampled_from(sorted(to_json(ConversationState()))), json_values)
def test_a_damaged_state_is_refused_or_read_and_never_crashes(state: ConversationState, key: str, value: Any) -> None:
    damaged = {**to_json(state), key: value}
    try:
        read = from_json(damaged)
    except StateError:
        return
    assert isinstance(read, ConversationState)


@pytest.mark.parametrize("schema", [0, SCHEMA + 1, "1", None])
def test_a_state_of_another_schema_is_refused(schema: object) -> None:
    with pytest.raises(StateError):
        from_json({**to_json(ConversationState()), "schema": schema})


@pytest.mark.parametrize("key", sorted(to_json(ConversationState())))
def test_a_state_with_a_part_missing_is_refused(key: str) -> None:
    value = to_json(ConversationState())
    del value[key]
    with pytest.raises(StateError):
        from_json(value)


@given(states)
def test_a_state_saved_before_the_last_deploy_is_taken_up_again(state: ConversationState) -> None:
    saved = to_json(state)
    for name in ("answered", "answered_topic", "slow", "brief"):
        del saved[name]
    for name in ("check", "findings"):
        (saved["pending"] or {}).pop(name, None)
    taken_up = from_json({**saved, "schema": 1})
    assert (taken_up.phase, taken_up.evidence, taken_up.asked) == (state.phase, state.evidence, state.asked)


def test_an_answer_to_a_request_that_is_none_is_refused() -> None:
    with pytest.raises(StateError):
        from_json({**to_json(ConversationState()), "answered": "sing"})
