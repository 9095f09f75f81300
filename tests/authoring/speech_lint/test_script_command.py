"""`knee-guide script`, as its users see it, on a copy of the shipped words that each test may break."""

from __future__ import annotations

import re
import shutil

import pytest

from skill import cli
from skill.authoring import script_command
from skill.authoring.model_files import LOCALES
from skill.authoring.speech_lint import page as markdown
from skill.authoring.speech_lint.lint import lint, load_script
from skill.conditions.loader import load_knowledge


@pytest.fixture
def locales(tmp_path, monkeypatch):
    copy = tmp_path / "locales"
    shutil.copytree(LOCALES, copy)
    monkeypatch.setattr(script_command, "LOCALES", copy)
    return copy


@pytest.fixture(scope="module")
def script():
    return load_script(load_knowledge(), LOCALES / "en-US")


@pytest.fixture(scope="module")
def problems(script):
    return lint(script)


def test_everything_the_skill_says_keeps_to_the_style(problems):
    assert [str(problem) for problem in problems] == []


@pytest.fixture(scope="module")
def page(script):
    return "\n".join(markdown.page(script))


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """What the linter finds in words with a mistake in a sentence and one in a phrase."""
    copy = tmp_path_factory.mktemp("broken") / "en-US"
    shutil.copytree(LOCALES / "en-US", copy)
    replace(copy / "said" / "care.yaml", r'^ease_off: "', 'ease_off: "Your patella is the diagnosis! ')
    replace(copy / "said" / "findings.yaml", r'^fall: \{present: "a fall"', 'fall: {present: "an acute fall"')
    return lint(load_script(load_knowledge(), copy))


def replace(path, old, new):
    text = path.read_text()
    assert re.search(old, text, re.MULTILINE)
    path.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE))


def test_every_chapter_of_the_conversation_is_printed(page):
    chapters = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert chapters[:5] == ["Opening", "Danger", "Interview", "Result", "Care"]
    assert chapters[-1] == "Said by nothing above"


def test_every_kind_of_act_is_printed_once(page):
    headings = re.findall(r"^### (.*)$", page, re.MULTILINE)
    assert len(headings) == len(set(headings)) > 30


def test_a_wording_is_printed_with_its_seconds(page):
    assert re.search(r"^- .*Step 1 of \d+\. .* \(\d+\.\d s\)$", page, re.MULTILINE)


def test_a_question_is_printed_with_what_follows_silence(page):
    assert re.search(r"^- question age: How old are you\? .*\n  - after silence: Your age\? ", page, re.MULTILINE)


def test_a_fault_is_found_at_its_words(broken):
    found = [str(problem) for problem in broken if '"diagnosis" promises' in problem.what]
    assert [re.sub(r":\d+:", ":", text).partition(" promises")[0] for text in found] == [
        "en-US/said/care.yaml: 'ease_off' \"diagnosis\""
    ]


def test_a_phrase_is_blamed_and_not_the_template_that_it_fills_in(broken):
    found = [problem for problem in broken if '"acute"' in problem.what]
    assert {(problem.path, problem.what.split()[0]) for problem in found} == {
        ("en-US/said/findings.yaml", "'fall.present'")
    }


def test_the_command_prints_each_fault_and_fails(broken, monkeypatch, capsys):
    monkeypatch.setattr(script_command, "load_script", lambda *_: None)
    monkeypatch.setattr(script_command, "lint", lambda _: broken)
    assert cli.main(["script", "--lint"]) == 1
    assert capsys.readouterr().out.splitlines() == [str(problem) for problem in broken]


def test_the_disclaimer_may_say_what_this_is_not(problems):
    assert [problem for problem in problems if "'disclose'" in problem.what and "diagnos" in problem.what] == []


def test_a_style_with_a_mistake_is_told_without_a_traceback(locales, capsys):
    path = locales / "en-US" / "style.yaml"
    path.write_text(path.read_text() + "colors: red\n")
    assert cli.main(["script"]) == 2
    assert "unknown key 'colors'" in capsys.readouterr().err
