"""The number to call and the words for where to go are those of the locale's own country, wherever they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from skill import app
from skill.authoring.locale_check import PAGE
from skill.authoring.manifest import STORE
from skill.authoring.model_files import MANIFEST, PACKAGE, read_json
from skill.authoring.speech_lint.examples import examples
from skill.authoring.speech_lint.prompts import Prompt, worded
from skill.conditions.loader import load_knowledge
from skill.conditions.model import TriageLevel
from skill.dialog import contents
from skill.locales.documents import SAID, document, documents
from skill.speech.voice import Voice
from skill.speech.words_reader import load_words

# Written here once more, apart from the locales' own files: what those say is what is to be tested.
NUMBERS = {"en-US": "911", "en-GB": "999", "en-AU": "000", "en-CA": "911", "en-IN": "112"}
# What may be said in these locales only.
WORDS = {
    r"emergency rooms?": {"en-US"},
    r"emergency departments?": {"en-AU", "en-CA", "en-IN"},
    r"A and E|A&E": {"en-GB"},
    r"urgent care(?! clinic| cent)": {"en-US"},
    r"urgent care clinic": {"en-AU"},
    r"urgent care centre": {"en-CA"},
    r"urgent treatment centre": {"en-GB"},
    r"111": {"en-GB"},
    r"811": {"en-CA"},
    r"Healthdirect|1 ?800 ?022 ?222": {"en-AU"},
    r"NHS 111": set[str](),
    r"GPs?": {"en-GB", "en-AU"},
    r"family doctor(?!s' journal)": {"en-CA"},
    r"physical therap\w+": {"en-US"},
    r"physio\w*": {"en-GB", "en-AU", "en-CA", "en-IN"},
    **{number: {code for code, own in NUMBERS.items() if own == number} for number in NUMBERS.values()},
}
FOREIGN = {
    code: re.compile("|".join(rf"(?<![\w.]){words}(?!\w)" for words, where in WORDS.items() if code not in where))
    for code in NUMBERS
}
EMERGENCY = TriageLevel.EMERGENCY
KNOWLEDGE = load_knowledge()

everywhere = pytest.mark.parametrize("code", NUMBERS)


@cache
def urgent_prompts(code: str) -> tuple[Prompt, ...]:
    """Every wording of every prompt that sends somebody to be seen, or says when to call."""
    voice = Voice(load_words(app.LOCALES / code / SAID))
    kinds = (contents.Urge, contents.Goodbye, contents.Disclose, contents.NoCause)
    turns = range(max(map(len, voice.words.prompts.values())))
    return tuple(worded(example, voice, turns) for kind in kinds for example in examples(kind, KNOWLEDGE))


def texts(value: Any) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def test_each_locale_has_its_number_here() -> None:
    assert set(NUMBERS) == set(app.LOCALE_CODES)


@everywhere
def test_every_urgent_prompt_is_rendered(code: str) -> None:
    urged = {
        name for prompt in urgent_prompts(code) if isinstance(prompt.act, contents.Urge) for name in prompt.act.flags
    }
    assert urged >= {flag.id for flag in KNOWLEDGE.red_flags.values() if flag.level >= TriageLevel.SAME_DAY}


@everywhere
def test_no_urgent_prompt_has_another_countrys_number_or_words(code: str) -> None:
    spoken = {each.text for prompt in urgent_prompts(code) for each in prompt.spoken()}
    assert [(text, found[0]) for text in spoken if (found := FOREIGN[code].search(text))] == []


@everywhere
def test_every_emergency_says_the_locales_own_number_or_where_to_go(code: str) -> None:
    where = ("A and E", "emergency room", "emergency department")
    urged = [
        each.text
        for prompt in urgent_prompts(code)
        if isinstance(prompt.act, contents.Urge) and prompt.act.level is EMERGENCY
        for each in prompt.wordings
    ]
    assert urged
    assert [text for text in urged if NUMBERS[code] not in text and not any(word in text for word in where)] == []


@everywhere
def test_no_word_of_a_locale_is_another_countrys_on_cards_screens_the_page_or_in_the_store(code: str) -> None:
    directory = app.LOCALES / code
    written = (documents(directory, SAID, []), document(directory, PAGE, []), document(directory, STORE, []))
    assert [(text, found[0]) for text in texts(list(written)) if (found := FOREIGN[code].search(text))] == []


@everywhere
def test_cards_screens_and_the_page_say_the_locales_own_number(code: str) -> None:
    words = load_words(app.LOCALES / code / SAID)
    page = document(app.LOCALES / code, PAGE, [])
    for text in (words.cards["note"], words.screens.texts["disclaimer"], page["emergency"]):
        assert NUMBERS[code] in text


@everywhere
def test_the_store_has_no_other_countrys_words_either(code: str) -> None:
    published = read_json(PACKAGE / MANIFEST)["manifest"]["publishingInformation"]["locales"][code]
    assert [text for text in texts(published) if FOREIGN[code].search(text)] == []
