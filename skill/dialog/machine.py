"""The transition table: which step answers which act in which phase, and where it may lead.

`enter` is the only place that changes a phase, and refuses what the table does not allow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from skill.dialog import acts
from skill.dialog.state import ConversationState, Phase

_P = Phase


@dataclass(frozen=True, slots=True)
class Transition:
    """The step to take, by name, and the phases it may lead to."""

    step: str
    to: frozenset[Phase]


class TransitionError(RuntimeError):
    """A step tried to lead where the table does not allow."""


def _to(step: str, *phases: Phase) -> Transition:
    return Transition(step, frozenset(phases))


_TALKING = (_P.SAFETY, _P.INTERVIEW, _P.RESULT, _P.CARE, _P.COACHING)

# What is the same in every phase. Urgent is reachable from each, since danger is listened for in each.
_EVERYWHERE: Mapping[type[acts.UserAct], Transition] = {
    acts.Launch: _to("open", _P.WELCOME),
    acts.StartOver: _to("start_over", _P.WELCOME),
    acts.Leave: _to("close", _P.CLOSED),
    acts.Ask: _to("answer", _P.WELCOME, *_TALKING, _P.URGENT),
    acts.TimerOutcome: _to("after_timer", _P.WELCOME, *_TALKING, _P.URGENT),
}
_GATHERING: Mapping[type[acts.UserAct], Transition] = {
    **_EVERYWHERE,
    acts.Inform: _to("advance", _P.WELCOME, *_TALKING, _P.URGENT),
    acts.Unclear: _to("repair", _P.WELCOME, *_TALKING, _P.URGENT, _P.CLOSED),
}
_ADVISING: Mapping[type[acts.UserAct], Transition] = {
    **_EVERYWHERE,
    acts.Inform: _to("react", *_TALKING, _P.URGENT, _P.CLOSED),
    acts.Unclear: _to("repair", *_TALKING, _P.CLOSED),
}
_EXERCISING: Mapping[type[acts.UserAct], Transition] = {
    **_EVERYWHERE,
    acts.Leave: _to("close_coaching", _P.CLOSED),
    acts.Ask: _to("coach_request", *_TALKING, _P.URGENT, _P.CLOSED),
    acts.Inform: _to("coach", *_TALKING, _P.URGENT, _P.CLOSED),
    acts.Unclear: _to("repair_coaching", *_TALKING, _P.CLOSED),
}
_WARNED: Mapping[type[acts.UserAct], Transition] = {
    **_EVERYWHERE,
    acts.StartOver: _to("start_over_urgent", _P.WELCOME),
    acts.Leave: _to("close_urgent", _P.CLOSED),
    acts.Ask: _to("repeat_urgent", _P.URGENT, _P.CLOSED),
    acts.TimerOutcome: _to("repeat_urgent", _P.URGENT, _P.CLOSED),
    acts.Inform: _to("after_urgent", *_TALKING, _P.URGENT, _P.CLOSED),
    acts.Unclear: _to("repair_urgent", _P.URGENT, _P.CLOSED),
}

TABLE: Mapping[Phase, Mapping[type[acts.UserAct], Transition]] = {
    _P.WELCOME: _GATHERING,
    _P.SAFETY: _GATHERING,
    _P.INTERVIEW: _GATHERING,
    _P.RESULT: _ADVISING,
    _P.CARE: _ADVISING,
    _P.COACHING: _EXERCISING,
    _P.URGENT: _WARNED,
}


def transition(phase: Phase, act: acts.UserAct) -> Transition:
    """The row for an act; a yes or no is a kind of telling."""
    rows = TABLE[phase]
    return next(rows[kind] for kind in type(act).__mro__ if kind in rows)


def enter(state: ConversationState, phase: Phase, allowed: Transition) -> ConversationState:
    """The state in its new phase.

    Raises:
        TransitionError: when the table does not lead there.
    """
    if phase not in allowed.to:
        raise TransitionError(f"'{allowed.step}' may not lead from {state.phase.value} to {phase.value}")
    return replace(state, phase=phase)


def diagram() -> str:
    """The table as a Mermaid state diagram, one arrow for each pair of phases and all the acts that take it."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for phase, rows in TABLE.items():
        for act, row in rows.items():
            for target in sorted(row.to, key=lambda each: each.value):
                arrows.setdefault((phase.value, target.value), []).append(act.__name__)
    lines = (f"    {start} --> {end}: {', '.join(names)}" for (start, end), names in arrows.items())
    return "\n".join(["stateDiagram-v2", "    [*] --> welcome", *lines, "    closed --> [*]"])
