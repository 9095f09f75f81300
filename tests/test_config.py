from __future__ import annotations

import logging

import pytest

from skill.config import Config, ConfigError

ID = "amzn1.ask.skill.0b2c1d3e-1111-2222-3333-444455556666"
OTHER_ID = "amzn1.ask.skill.ffffffff-1111-2222-3333-444455556666"


@pytest.mark.parametrize("blank", ["", "  "])
def test_an_unset_and_a_blank_variable_mean_the_default(blank: str) -> None:
    blanks = dict.fromkeys(["KNEE_GUIDE_SKILL_ID", "KNEE_GUIDE_LOG_LEVEL", "KNEE_GUIDE_DEVELOPMENT"], blank)
    assert Config.from_environment(blanks) == Config.from_environment({}) == Config()


def test_development_mode_is_off_by_default() -> None:
    assert Config.from_environment({}).development is False


def test_several_skill_ids_are_separated_by_commas() -> None:
    config = Config.from_environment({"KNEE_GUIDE_SKILL_ID": f" {ID} ,{OTHER_ID},"})
    assert config.skill_ids == {ID, OTHER_ID}


@pytest.mark.parametrize("value", ["my-skill", f"{ID} {OTHER_ID}", f"{ID}\n{OTHER_ID}", "amzn1.ask.skill."])
def test_what_is_no_skill_id_is_refused_by_name(value: str) -> None:
    with pytest.raises(ConfigError, match="KNEE_GUIDE_SKILL_ID"):
        Config.from_environment({"KNEE_GUIDE_SKILL_ID": value})


def test_a_log_level_is_read_in_any_case() -> None:
    assert Config.from_environment({"KNEE_GUIDE_LOG_LEVEL": "Warning"}).log_level == logging.WARNING


def test_an_unknown_log_level_is_refused_with_those_there_are() -> None:
    with pytest.raises(ConfigError, match="'loud', but has to be one of DEBUG, INFO, WARNING, ERROR"):
        Config.from_environment({"KNEE_GUIDE_LOG_LEVEL": "loud"})


@pytest.mark.parametrize(("value", "meaning"), [("on", True), ("1", True), ("True", True), ("no", False)])
def test_development_mode_is_switched_in_the_usual_words(value: str, meaning: bool) -> None:
    assert Config.from_environment({"KNEE_GUIDE_DEVELOPMENT": value}).development is meaning


def test_a_switch_that_is_neither_on_nor_off_is_refused() -> None:
    with pytest.raises(ConfigError, match="KNEE_GUIDE_DEVELOPMENT is 'maybe'"):
        Config.from_environment({"KNEE_GUIDE_DEVELOPMENT": "maybe"})
