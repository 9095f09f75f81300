"""A simulated device with this skill on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from skill import app
from skill.simulator import Device, Exchange

# In a checkout the skill package lies beside the code; an installed wheel carries its own copy of the models.
_PLACES = (Path(__file__).parents[2] / "interaction_model", Path(__file__).parents[1] / "interaction_model")


def device(
    locale: str, *, strict: bool = False, skill: Callable[[dict[str, Any]], dict[str, Any]] = app.handle
) -> Device:
    """A device in a locale; `strict` understands the model's exact samples only."""
    return Device(skill, interaction_model(locale), locale, strict=strict)


def interaction_model(locale: str) -> Mapping[str, Any]:
    """The locale's interaction model.

    Raises:
        FileNotFoundError: when there is none for the locale.
    """
    name = f"interactionModels/custom/{locale}.json"
    path = next((place / name for place in _PLACES if (place / name).is_file()), None)
    if path is None:
        raise FileNotFoundError(f"There is no interaction model for the locale {locale}.")
    model: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return model


def trace(exchange: Exchange) -> list[str]:
    """What was understood and where the conversation stands, for an exchange that reached the skill."""
    if exchange.request is None or exchange.response is None:
        return []
    return list(app.trace(exchange.request, exchange.response))
