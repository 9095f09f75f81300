"""The generated files are compared with the words part by part."""

from __future__ import annotations

import json

import pytest

from skill.authoring.model_files import differences, model_path, write


@pytest.fixture
def package(tmp_path):
    return tmp_path / "interaction_model"


@pytest.fixture
def written(locale, package):
    (path,) = write(locale.parent, package)
    return path


def found(locale, package):
    return list(differences(locale.parent, package))


def test_what_was_just_written_does_not_differ(locale, package, written):
    assert found(locale, package) == []


def test_a_file_that_was_never_written_is_missing(locale, package):
    assert found(locale, package) == ["interaction_model/interactionModels/custom/xx-XX.json is missing or is no JSON"]


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("heard/intents.yaml", "calzone", "pie", ".interactionModel.languageModel.intents[OrderIntent]"),
        ("heard/intents.yaml", "palace", "tower", ".interactionModel.languageModel.invocationName"),
        ("heard/slots.yaml", "tiny", "wee", ".interactionModel.languageModel.types[Size]"),
        ("said/questions.yaml", "Which size?", "What size?", ".interactionModel.prompts[Elicit.OrderIntent]"),
        (
            "heard/intents.yaml",
            "  AMAZON.HelpIntent: {}\n",
            "",
            ".interactionModel.languageModel.intents[AMAZON.HelpIntent]",
        ),
    ],
)
def test_the_part_that_differs_is_named(locale, package, written, edit, file, old, new, part):
    edit(file, old, new)
    assert found(locale, package) == [f"interaction_model/interactionModels/custom/xx-XX.json: {part} differs"]


@pytest.mark.parametrize("change", [lambda intents: intents.reverse(), lambda intents: intents.append(intents[0])])
def test_another_order_and_a_repetition_are_differences_too(locale, package, written, change):
    document = json.loads(written.read_text())
    change(document["interactionModel"]["languageModel"]["intents"])
    written.write_text(json.dumps(document))
    (line,) = found(locale, package)
    assert line.endswith("the order or number of .interactionModel.languageModel.intents differs")


def test_a_model_of_a_locale_without_words_is_left_over(locale, package, written):
    model_path(package, "yy-YY").write_text("{}")
    assert found(locale, package) == [
        "interaction_model/interactionModels/custom/yy-YY.json has no words in locales/yy-YY"
    ]
