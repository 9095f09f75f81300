"""Composition root: the only place that wires the parts together."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult

from ask_sdk_core.skill import CustomSkill

from skill.alexa import skill_factory
from skill.alexa.carriers import load_carriers
from skill.alexa.guide import Guide
from skill.alexa.insight import Insight
from skill.alexa.insight import insight as insight_of
from skill.alexa.request_adapter import RequestAdapter
from skill.alexa.timer_api import TimerApi, is_amazons, is_loopback
from skill.alexa.tongues import Tongue, Tongues
from skill.alexa.trace import trace as trace_of
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.conditions.version import knowledge_version
from skill.config import Config
from skill.locales.documents import SAID, hearing
from skill.locales.locale import locale_directories
from skill.speech.voice import Voice
from skill.speech.words_reader import load_words
from skill.understanding.understander import load_understander

# Where each locale's words are, and which there are: as many as have a folder. The first serves whoever speaks none.
LOCALES = Path(__file__).parent / "locales"
_FIRST = "en-US"
LOCALE_CODES = (_FIRST, *(path.name for path in locale_directories(LOCALES) if path.name != _FIRST))

LambdaHandler = Callable[[dict[str, Any], object], dict[str, Any]]


@cache
def build(locale_codes: tuple[str, ...] = LOCALE_CODES) -> Guide:
    """The guide, ready to answer in each of the locales. Built once: it keeps nothing from one turn to the next.

    Raises DocumentError, which names every mistake in the files.
    """
    guide = wire(load_knowledge(), locale_codes, knowledge_version())
    guide.tongue(locale_codes[0])  # most people's, so not when the first of them is waiting
    return guide


def wire(knowledge: KnowledgeBase, locale_codes: tuple[str, ...] = LOCALE_CODES, version: str | None = None) -> Guide:
    """The guide on this knowledge, be it the shipped one or that of another revision."""
    listening = cache(partial(_listening, knowledge))
    return Guide(Inference(knowledge), Tongues(locale_codes, partial(_tongue, listening)), version)


def create_skill(config: Config) -> CustomSkill:
    """The guide as a skill of the SDK, which answers for the configured skill ids alone where there are any."""
    timers = TimerApi(_is_amazons_or_loopback if config.development else is_amazons)
    return skill_factory.skill_of(build().with_timers(timers), config.skill_ids)


def create_lambda_handler(config: Config | None = None) -> LambdaHandler:
    """What AWS Lambda calls, configured from the environment unless told otherwise.

    Raises ConfigError for a setting that cannot be used.
    """
    config = config or Config.from_environment(os.environ)
    logging.getLogger("skill").setLevel(config.log_level)
    return partial(skill_factory.invoke, create_skill(config))


def handle(event: dict[str, Any]) -> dict[str, Any]:
    """Answer one request envelope, on the same way as in Lambda; whichever skill it is for."""
    return skill_factory.invoke(_skill_for_anyone(), event)


def trace(request: Mapping[str, Any], response: Mapping[str, Any]) -> Iterator[str]:
    """What was understood in the request, and where the response leaves the conversation, in plain lines."""
    return trace_of(build(), request, response)


def insight(request: Mapping[str, Any], response: Mapping[str, Any]) -> Insight:
    """The same as data."""
    return insight_of(build(), request, response)


@cache
def _skill_for_anyone() -> CustomSkill:
    # Whoever asks here is a simulator: not even a timer of its own making gets out of this machine.
    return skill_factory.skill_of(build().with_timers(TimerApi(is_loopback)))


def _is_amazons_or_loopback(address: SplitResult) -> bool:
    return is_amazons(address) or is_loopback(address)


def _tongue(listening: Callable[[Path], RequestAdapter], code: str) -> Tongue:
    directory = LOCALES / code
    return Tongue(listening(hearing(directory)), Voice(load_words(directory / SAID)))


def _listening(knowledge: KnowledgeBase, directory: Path) -> RequestAdapter:
    """How a locale listens; those that fall back to it share the one."""
    return RequestAdapter(knowledge, load_understander(directory), load_carriers(directory))
