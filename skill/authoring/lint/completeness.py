"""Rules about the model as a whole: what must be there, and how large it may be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import ModelView

# Stop, Cancel and Help are tested at certification; NavigateHome belongs in every model; without Fallback, Alexa forces
# anything that is said into some custom intent.
REQUIRED = (
    "AMAZON.CancelIntent",
    "AMAZON.FallbackIntent",
    "AMAZON.HelpIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.StopIntent",
)

# The older management API refused a model over a million characters. The other two are limits developers report, and
# Amazon states nowhere: a model near them needs another look anyway.
MOST_CHARACTERS = 1_000_000
MOST_INTENTS = 250
MOST_VALUES = 50_000


def required_intents(model: ModelView) -> Iterator[Fault]:
    """The built-in intents that no skill goes without."""
    for name in REQUIRED:
        if name not in model.intents:
            yield Fault("intents", f"{name} is missing", "add it; it needs no samples")


def defined_once(model: ModelView) -> Iterator[Fault]:
    """An intent or type that is defined twice."""
    for place in model.repeated:
        yield Fault(place, "is defined twice", "keep one")


def size(model: ModelView, document: Mapping[str, Any]) -> Iterator[Fault]:
    """Within what Amazon is known to accept."""
    values = sum(len(value.texts) for each in model.types.values() for value in each.values)
    characters = len(json.dumps(document, ensure_ascii=False, separators=(",", ":")))
    for what, found, most in (
        ("characters", characters, MOST_CHARACTERS),
        ("intents", len(model.intents), MOST_INTENTS),
        ("slot values", values, MOST_VALUES),
    ):
        if found > most:
            yield Fault("interaction model", f"has {found} {what}, over {most}", "make it smaller")
