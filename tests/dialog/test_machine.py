from __future__ import annotations

import pytest

from skill.dialog import acts, machine
from skill.dialog.engine import STEPS
from skill.dialog.state import ConversationState, Phase

ACTS: list[acts.UserAct] = [
    acts.Launch(),
    acts.Inform(),
    acts.Affirm(),
    acts.Deny(),
    acts.Unsure(),
    acts.Ask(acts.Request.HELP),
    acts.StartOver(),
    acts.Unclear(),
    acts.Leave(),
]


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.CLOSED])
@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_every_act_has_a_step_in_every_open_phase(phase: Phase, act: acts.UserAct) -> None:
    assert machine.transition(phase, act).step in STEPS


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.CLOSED])
def test_danger_can_be_told_in_every_open_phase(phase: Phase) -> None:
    assert Phase.URGENT in machine.transition(phase, acts.Inform()).to


def test_a_step_cannot_lead_where_the_table_does_not() -> None:
    row = machine.transition(Phase.WELCOME, acts.Launch())
    with pytest.raises(machine.TransitionError):
        machine.enter(ConversationState(), Phase.RESULT, row)


def test_every_step_of_the_engine_is_in_the_table() -> None:
    assert {row.step for rows in machine.TABLE.values() for row in rows.values()} == set(STEPS)


def test_the_diagram_shows_every_phase() -> None:
    assert all(phase.value in machine.diagram() for phase in Phase)
