"""How to add a locale, followed to the letter in a copy of the project; and a pseudo-locale, made on demand."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from skill import app, cli
from skill.authoring.check import check
from skill.authoring.locale_check import locale_problems
from skill.authoring.model_files import read_json
from skill.authoring.new_locale import accented, pseudo
from skill.conditions.loader import KNOWLEDGE
from skill.locales.documents import SAID, documents
from skill.locales.locale import locale_directories
from tests.documents.pages import ROOT, blocks, commands
from tests.documents.recipes import follow, perform, section

PAGE = (ROOT / "skill" / "locales" / "README.md").read_text(encoding="utf-8")
# Held for the shipped locales by tests of their own, and too slow for one more.
SLOW = ("knee-guide script", "knee-guide evaluate", "knee-guide transcripts")
SAYS = "alexa, open knee pain guide\nmy knee is munted and i have chest pain\n"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy with two locales in which every step was taken, its commands included, and what they printed."""
    copy, printed = tmp_path_factory.mktemp("added"), ""
    for room in ("skill", "interaction_model"):
        others = shutil.ignore_patterns("static", "*.png", "en-AU*", "en-CA*", "en-IN*", "en-XA")
        shutil.copytree(ROOT / room, copy / room, ignore=others)
    todo: list[str] = []
    for block in blocks(section(PAGE, "Add a locale")):
        if block.kind == "sh":
            todo += (each for each in commands(block) if not each.startswith(SLOW))
            continue
        printed, todo = printed + perform(todo, copy), []
        assert follow(f"```{block.kind}\n{block.text}```\n", copy) == 1
    return copy, printed + perform(todo, copy, SAYS)


def test_a_locale_that_was_added_says_its_own_number(followed: tuple[Path, str]) -> None:
    said = followed[1].partition("You: my knee is munted")[2]
    assert "Call 111 now." in said
    assert "999" not in said


def test_a_locale_that_was_added_has_its_texts_in_the_store(followed: tuple[Path, str]) -> None:
    manifest = read_json(followed[0] / "interaction_model" / "skill.json")["manifest"]["publishingInformation"]
    assert "points to a GP" in manifest["locales"]["en-NZ"]["description"]
    assert "NZ" in manifest["distributionCountries"]


def test_a_locale_just_begun_lacks_each_of_its_terms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for code in ("en-US", "en-GB"):
        shutil.copytree(app.LOCALES / code, tmp_path / code)
    assert cli.main(["locale", "new", "en-NZ", "--from", "en-GB", "--into", str(tmp_path)]) == 0
    told = list(locale_problems(tmp_path / "en-NZ"))
    assert "'emergency_number' is missing" in {each.what for each in told}
    assert {each.path for each in told} == {"en-NZ/locale.yaml"}


@pytest.mark.parametrize(("code", "why"), [("nz", "no locale code"), ("en-US", "exists already")])
def test_a_folder_that_cannot_be_made_is_told(code: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["locale", "new", code]) == 2
    assert why in capsys.readouterr().err


@pytest.fixture(scope="module")
def pseudo_locale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of en-US and a pseudo-locale on it."""
    folder = tmp_path_factory.mktemp("pseudo")
    shutil.copytree(app.LOCALES / "en-US", folder / "en-US")
    assert cli.main(["locale", "new", "en-XA", "--pseudo", "--into", str(folder)]) == 0
    return folder


def test_nothing_is_wrong_with_a_pseudo_locale(pseudo_locale: Path) -> None:
    assert [str(each) for each in check(KNOWLEDGE, pseudo_locale).problems] == []


def test_every_word_that_a_pseudo_locale_says_has_an_accent(pseudo_locale: Path) -> None:
    prompts = documents(pseudo_locale / "en-XA", SAID, [])["prompts.yaml"]
    words = re.findall(
        r"[^\W\d_]{3,}", re.sub(r"{\w+}", "", " ".join(text for each in prompts.values() for text in each))
    )
    assert words
    assert [word for word in words if word.isascii() and re.search("[aceinosuyz]", word)] == []


def test_a_pseudo_locale_keeps_placeholders_and_terms_as_names() -> None:
    assert accented("Call [emergency_number], {name}!") == "Çáll [emergency_number], {name}!"


def test_a_pseudo_locale_of_a_thin_one_has_all_that_it_inherits() -> None:
    names = {name for name, _ in pseudo(app.LOCALES / "en-AU")}
    assert "said/red_flags.yaml" in names


def test_no_pseudo_locale_is_shipped() -> None:
    assert "en-XA" not in {each.name for each in locale_directories(app.LOCALES)}
