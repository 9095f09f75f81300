from __future__ import annotations

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.inference import Inference
from skill.dialog import acts, asks
from skill.dialog.recording import record
from skill.dialog.state import ConversationState, Phase

BUNDLE = ConversationState(Phase.SAFETY, pending=asks.AskFlags(flags=("E1", "E2", "E4")))


def test_a_bare_yes_may_mean_any_sign_that_was_asked_for(inference: Inference) -> None:
    after = record(inference.knowledge, BUNDLE, acts.Affirm())
    assert (after.affirmed, after.asked) == (("E1", "E2", "E4"), ("E1", "E2", "E4"))


def test_a_yes_that_names_a_sign_leaves_the_others_open(inference: Inference) -> None:
    named = acts.Affirm(Evidence({"cold_pale_foot": Presence.PRESENT}))
    after = record(inference.knowledge, BUNDLE, named)
    assert (after.affirmed, after.asked) == (("E2",), ("E2",))
