"""The page's words: all of them in one file for each locale, and none too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from skill import app
from skill.conditions.documents import DocumentError
from skill.simulator import VIEWPORTS, Ended
from skill.web.simulator import blueprint
from skill.web.simulator.words import load_page_words

FOLDER = Path(blueprint.__file__).parent
SCRIPTS = sorted(FOLDER.glob("static/js/**/*.js"))
WORDS = load_page_words(app.LOCALES, "en-US", "en-US")

# Where a script makes a path out of an id, the ids that there are.
MADE = {
    "conversation.ended": {each.value for each in Ended},
    "problems": {name for name, _ in blueprint._PROBLEMS.values()}
    | {"gone", "large", "request", "fault", "unreachable"},
    "settings.devices": {"speaker", *VIEWPORTS},
    "settings.locales": set(WORDS["settings"]["locales"]),
    "settings.themes": {"system", "light", "dark"},
    "inspector": {
        *("heard", "understood", "stands", "causes", "evidence", "rules", "envelopes"),
        *("intent", "how", "slots", "reply", "request", "topic", "score", "phase", "asks", "level", "flags"),
        *("speech", "timers", "request_json", "response_json"),
    },
}


def paths(words: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for name, value in words.items():
        plural = isinstance(value, Mapping) and "other" in value
        if isinstance(value, Mapping) and not plural:
            yield from paths(value, f"{prefix}{name}.")
        else:
            yield prefix + name


def used() -> set[str]:
    page = (FOLDER / "page" / "page.html").read_text(encoding="utf-8")
    found = set(re.findall(r"\bwords\.([a-z_.]+)(?![a-z_.\[(])", page))
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        found |= set(re.findall(r'"([a-z]+\.[a-z_.]+)"', text)) - set(re.findall(r'from "([^"]+)"', text))
    found |= {f"{prefix}.{name}" for prefix, names in MADE.items() for name in names}
    return found | {"transcript.title"}  # of a downloaded conversation


def test_the_page_asks_for_no_word_that_is_not_there() -> None:
    known = set(paths(WORDS))
    assert {path for path in used() if path not in known and path.split(".")[0] in WORDS} - {
        "settings.themes.items"
    } == set()


def test_there_is_no_word_that_the_page_never_shows() -> None:
    assert set(paths(WORDS)) - used() - {"locale"} == set()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_script_is_short_and_asks_nothing_of_another_machine(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 300
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)\S+", text) == []


def test_a_locale_that_is_not_there_has_the_words_of_another() -> None:
    assert load_page_words(app.LOCALES, "de-DE", "en-US")["locale"] == "en-US"


def test_a_locale_has_the_words_that_it_falls_back_to_spelled_its_own_way() -> None:
    assert load_page_words(app.LOCALES, "en-GB", "en-US")["settings"]["theme"] == "Colours"


def test_words_that_cannot_be_read_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "xx-XX").mkdir()
    (tmp_path / "xx-XX" / "page.yaml").write_text("title: one\ntitle: two\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"xx-XX/page\.yaml:2"):
        load_page_words(tmp_path, "xx-XX", "xx-XX")
