"""`knee-guide model` and `knee-guide check`, as their users see them."""

from __future__ import annotations

import shutil

import pytest

from skill import cli
from skill.authoring import check_command, model_command
from skill.authoring.model_files import LOCALES, PACKAGE, model_path


@pytest.fixture
def own_package(tmp_path, monkeypatch):
    """A copy of the skill package, which the command works on instead."""
    package = tmp_path / "interaction_model"
    shutil.copytree(PACKAGE, package)
    monkeypatch.setattr(model_command, "PACKAGE", package)
    return package


def test_a_package_that_differs_is_reported_with_how_to_mend_it(own_package, capsys):
    path = model_path(own_package, "en-US")
    path.write_text(path.read_text().replace('"invocationName": "knee', '"invocationName": "elbow'))
    assert cli.main(["model", "--check"]) == 1
    assert "invocationName differs; run 'knee-guide model --write'" in capsys.readouterr().out


def test_writing_mends_what_checking_finds(own_package, capsys):
    model_path(own_package, "en-US").unlink()
    assert cli.main(["model", "--write"]) == 0
    assert cli.main(["model", "--check"]) == 0


def test_linting_names_the_rule_of_each_fault(own_package, capsys):
    path = model_path(own_package, "en-US")
    path.write_text(path.read_text().replace('"invocationName": "knee pain guide"', '"invocationName": "knee"'))
    assert cli.main(["model", "--lint"]) == 1
    assert 'en-US, invocation name: "knee" is a single word' in capsys.readouterr().out


def test_without_a_checkout_the_model_command_says_so(own_package, capsys):
    shutil.rmtree(own_package)
    assert cli.main(["model", "--check"]) == 2
    assert "works in a checkout" in capsys.readouterr().err


def test_words_that_cannot_be_read_are_listed_without_a_traceback(own_package, locale, edit, monkeypatch, capsys):
    edit("heard/intents.yaml", "HIGH", "HUGE")
    monkeypatch.setattr(model_command, "LOCALES", locale.parent)
    assert cli.main(["model", "--write"]) == 2
    assert capsys.readouterr().err.startswith("xx-XX/heard/intents.yaml:2: ")


def test_check_lists_mistakes_one_a_line_and_fails(tmp_path, monkeypatch, capsys):
    locales = tmp_path / "locales"
    shutil.copytree(LOCALES, locales)
    path = locales / "en-US" / "said" / "care.yaml"
    path.write_text(path.read_text() + 'dance: "Dance."\n')
    monkeypatch.setattr(check_command, "LOCALES", locales)
    assert cli.main(["check"]) == 1
    assert ": 'dance' is worded, but is not in the knowledge; " in capsys.readouterr().out
