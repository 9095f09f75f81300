"""The configuration, read once from the environment."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass

SKILL_ID_VARIABLE = "KNEE_GUIDE_SKILL_ID"
LOG_LEVEL_VARIABLE = "KNEE_GUIDE_LOG_LEVEL"
DEVELOPMENT_VARIABLE = "KNEE_GUIDE_DEVELOPMENT"

_SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9A-Za-z-]+")
_SWITCH = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class ConfigError(ValueError):
    """A setting cannot be used; its message is one sentence for the person who set it."""


@dataclass(frozen=True)
class Config:
    """What may differ from one installation to the next.

    `skill_ids` are the Alexa skill ids that this installation answers for; none means that it cannot
    tell its own requests from another skill's. `log_level` is one of `logging`'s numbers.
    """

    skill_ids: frozenset[str] = frozenset()
    log_level: int = logging.INFO
    development: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Config:
        """Read the `KNEE_GUIDE_` variables; one that is unset or blank has its default.

        Raises ConfigError for a value that cannot be used.
        """
        return cls(
            skill_ids=_skill_ids(_read(environ, SKILL_ID_VARIABLE)),
            log_level=_log_level(_read(environ, LOG_LEVEL_VARIABLE) or "INFO"),
            development=_switch(_read(environ, DEVELOPMENT_VARIABLE) or "off"),
        )


def _read(environ: Mapping[str, str], variable: str) -> str:
    return environ.get(variable, "").strip()


def _skill_ids(value: str) -> frozenset[str]:
    ids = [part.strip() for part in value.split(",") if part.strip()]
    for skill_id in ids:
        if not _SKILL_ID.fullmatch(skill_id):
            raise ConfigError(
                f"{SKILL_ID_VARIABLE} holds {skill_id!r}, which is not a skill id: one starts with "
                "'amzn1.ask.skill.', and several are separated by commas."
            )
    return frozenset(ids)


def _log_level(value: str) -> int:
    name = value.upper()
    if name not in _LOG_LEVELS:
        raise ConfigError(f"{LOG_LEVEL_VARIABLE} is {value!r}, but has to be one of {', '.join(_LOG_LEVELS)}.")
    return logging.getLevelNamesMapping()[name]


def _switch(value: str) -> bool:
    if value.lower() not in _SWITCH:
        raise ConfigError(f"{DEVELOPMENT_VARIABLE} is {value!r}, but has to be 'on' or 'off'.")
    return _SWITCH[value.lower()]
