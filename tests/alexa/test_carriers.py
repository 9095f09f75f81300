from __future__ import annotations

from pathlib import Path

import pytest

from skill.alexa.carriers import Carriers, load_carriers
from skill.alexa.slots import Entity, Reading
from skill.conditions.documents import DocumentError

CARRIERS = Carriers({"TellNoIntent": "no {description}"})


def test_a_value_is_put_back_into_its_phrase() -> None:
    restored = CARRIERS.restored("TellNoIntent", Reading("description", "swelling"))
    assert restored == Reading("description", "no swelling")


def test_braces_in_what_was_said_are_only_braces() -> None:
    assert CARRIERS.restored("TellNoIntent", Reading("description", "{x}")).words == "no {x}"


@pytest.mark.parametrize(("intent", "slot"), [("TellIntent", "description"), ("TellNoIntent", "side")])
def test_other_intents_and_slots_lose_nothing(intent: str, slot: str) -> None:
    reading = Reading(slot, "swelling")
    assert CARRIERS.restored(intent, reading) == reading


def test_what_a_value_resolved_to_is_whole_already() -> None:
    entities = (Entity("x", "it hurts when i bend it"),)
    assert CARRIERS.restored("TellNoIntent", Reading("description", "y", entities)).entities == entities


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    """The heard/ folder of a locale without words."""
    folder = tmp_path / "heard"
    folder.mkdir()
    for name in ("restored.yaml", "telling.yaml"):
        (folder / name).write_text("{}\n")
    return folder


def test_phrases_are_read_from_the_words_of_a_locale(heard: Path) -> None:
    (heard / "restored.yaml").write_text('MyAgeIntent: "i am {age}"\n')
    assert load_carriers(heard.parent).restored("MyAgeIntent", Reading("age", "40")).words == "i am 40"


def test_what_a_carrier_of_free_words_means_is_put_before_them(heard: Path) -> None:
    (heard / "telling.yaml").write_text('TellNotIntent: {means: "not", said: ["no not"]}\n')
    assert load_carriers(heard.parent).restored("TellNotIntent", Reading("description", "red")).words == "not red"


def test_a_carrier_without_meaning_is_not_put_back(heard: Path) -> None:
    (heard / "telling.yaml").write_text('TellIntent: {said: ["well"]}\n')
    assert load_carriers(heard.parent).restored("TellIntent", Reading("description", "red")).words == "red"


@pytest.mark.parametrize("name", ["restored.yaml", "telling.yaml"])
def test_a_locale_without_the_file_is_a_mistake_with_a_name(heard: Path, name: str) -> None:
    (heard / name).unlink()
    with pytest.raises(DocumentError, match=f"heard/{name}"):
        load_carriers(heard.parent)
