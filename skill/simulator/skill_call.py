"""One call of the skill, over JSON as on the wire, with what the rules make of its answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from skill.simulator.breach import Breach, Rule, Subject
from skill.simulator.envelopes import Json
from skill.simulator.interaction_model import InteractionModel
from skill.simulator.response_rules import check

Skill = Callable[[Json], Json]


@dataclass(frozen=True)
class Reply:
    """What came back. `refused` says that Alexa would not play it, because the skill raised or broke a hard rule."""

    subject: Subject
    breaches: tuple[Breach, ...] = ()
    error: Exception | None = None

    @property
    def refused(self) -> bool:
        """Whether Alexa would apologize for the skill instead."""
        return self.error is not None or any(breach.refused for breach in self.breaches)


def call_skill(skill: Skill, request: Json, model: InteractionModel, rules: Mapping[str, Rule]) -> Reply:
    """Send a request and check the response; whatever the skill raises is returned, never raised."""
    try:
        response = skill(json.loads(json.dumps(request)))
    except Exception as error:  # as Alexa, which sees a failed call and not why it failed
        breach = Breach("no_exception", f"The skill raised {type(error).__name__}: {error}", "skill", refused=True)
        return Reply(Subject({}, request, model), (breach,), error)
    breaches = check(response, request, model=model, rules=rules)
    usable = not any(breach.rule == "shape" for breach in breaches)
    return Reply(Subject(json.loads(json.dumps(response)) if usable else {}, request, model), breaches)
