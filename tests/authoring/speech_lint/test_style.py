"""The style is read strictly."""

from __future__ import annotations

import copy

import pytest

from skill.authoring.model_files import LOCALES
from skill.authoring.speech_lint.style import build_style, load_style
from skill.conditions.documents import DocumentError
from tests.authoring.speech_lint.conftest import STYLE


def mistakes(change):
    document = copy.deepcopy(STYLE)
    change(document)
    problems = []
    build_style(document, "style.yaml", problems)
    return [problem.what for problem in problems]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda each: each.pop("limits"), "'limits' is missing"),
        (lambda each: each["limits"].pop("breath"), "'breath' is missing"),
        (lambda each: each["limits"].update(most_options=1), "'most_options' is 1, outside 2 to 10"),
        (lambda each: each["limits"].update(most=1), "unknown key 'most'"),
        (lambda each: each["reading"].update(names=[1]), "'names' is not a list of texts"),
        (lambda each: each.pop("symbols"), "'symbols' is missing"),
        (lambda each: each.update(colors="red"), "unknown key 'colors'"),
        (lambda each: each["banned"][0].pop("why"), "'why' is missing"),
        (lambda each: each["banned"][0]["phrases"].update(etc=1), "'etc' is not a text"),
        (lambda each: each["banned"][0]["phrases"]["you have"].pop("mend"), "'mend' is missing"),
        (lambda each: each["banned"][0]["phrases"]["you have"].update(but="x"), "unknown key 'but'"),
    ],
)
def test_a_mistake_in_the_style_is_told(change, what):
    assert mistakes(change) == [what]


def test_a_locale_without_a_style_is_told(tmp_path):
    with pytest.raises(DocumentError, match=r"style\.yaml:0: cannot be read"):
        load_style(tmp_path)


def test_the_shipped_style_can_be_read():
    assert load_style(LOCALES / "en-US").banned
