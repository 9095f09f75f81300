"""A simulated device with this skill on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import Any

from skill import app
from skill.simulator import (
    VIEWPORTS,
    Device,
    Exchange,
    Fault,
    Hardware,
    InteractionModel,
    TimerServer,
    TimerService,
    Viewport,
    parse_model,
)
from skill.simulator.viewports import LARGE

# In a checkout the skill package lies beside the code; an installed wheel carries its own copy of the models.
_PLACES = (Path(__file__).parents[2] / "interaction_model", Path(__file__).parents[1] / "interaction_model")


# How simulated timers behave: the permission is asked for first, or was given before, or they fail in some way.
ASK, PERMITTED = "ask", "permitted"
TIMERS = (ASK, PERMITTED, *Fault)
# In a transcript, "timers-ask" behind the fence says the same.
_OPTION = "timers-"
WITH_TIMERS = f"{_OPTION}{ASK}"
# So does the name of a viewport, or "screen" for any.
_VIEWPORTS = {"screen": VIEWPORTS[LARGE], **VIEWPORTS}

_tokens = count(1)


def device(
    locale: str,
    *,
    strict: bool = False,
    skill: Callable[[dict[str, Any]], dict[str, Any]] = app.handle,
    timers: TimerService | None = None,
    viewport: Viewport | None = None,
) -> Device:
    """A device in a locale; `strict` understands the model's exact samples only.

    Without `timers` it has none, and without `viewport` no screen.
    """
    hardware = _hardware(timers)
    if viewport:
        hardware = replace(hardware, screen=True, viewport=viewport)
    return Device(skill, interaction_model(locale), locale, strict=strict, timers=timers, hardware=hardware)


def locales() -> tuple[str, ...]:
    """Every locale that there is an interaction model for, the one first that serves whoever speaks none of them."""
    folder = "interactionModels/custom"
    found = {path.stem for place in _PLACES for path in (place / folder).glob("*.json")}
    return tuple(sorted(found, key=lambda code: (code != app.LOCALE_CODES[0], code)))


def timer_service(kind: str) -> TimerService:
    """A service that behaves as one of `TIMERS`."""
    return TimerService(permitted=kind == PERMITTED, fault=next((each for each in Fault if each == kind), None))


def for_transcript(
    locale: str, options: Iterable[str], skill: Callable[[dict[str, Any]], dict[str, Any]] = app.handle
) -> Device:
    """The device that a transcript's options ask for."""
    kinds = [option.removeprefix(_OPTION) for option in options if option.startswith(_OPTION)]
    viewports = [_VIEWPORTS[option] for option in options if option in _VIEWPORTS]
    return device(
        locale,
        skill=skill,
        timers=timer_service(kinds[0]) if kinds else None,
        viewport=viewports[0] if viewports else None,
    )


def _hardware(timers: TimerService | None) -> Hardware:
    """A device that finds its timers at an address of this machine."""
    if timers is None:
        return Hardware()
    timers.token = f"simulated-{next(_tokens)}"
    _timer_server().add(timers)
    return Hardware(api_endpoint=_timer_server().address, api_access_token=timers.token)


@cache
def _timer_server() -> TimerServer:
    """One for all devices of this process, started when the first needs it."""
    return TimerServer()


def interaction_model(locale: str) -> InteractionModel:
    """The locale's interaction model, one and the same until its file changes.

    Raises:
        FileNotFoundError: when there is none for the locale.
    """
    name = f"interactionModels/custom/{locale}.json"
    path = next((place / name for place in _PLACES if (place / name).is_file()), None)
    if path is None:
        raise FileNotFoundError(f"There is no interaction model for the locale {locale}.")
    return _parsed(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _parsed(text: str) -> InteractionModel:
    return parse_model(json.loads(text))


def trace(exchange: Exchange) -> list[str]:
    """What was understood and where the conversation stands, for an exchange that reached the skill."""
    if exchange.request is None or exchange.response is None:
        return []
    return list(app.trace(exchange.request, exchange.response))
