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


def test_phrases_are_read_from_the_words_of_a_locale(tmp_path: Path) -> None:
    (tmp_path / "heard").mkdir()
    (tmp_path / "heard" / "restored.yaml").write_text('TellNotIntent: "not {description}"\n')
    assert load_carriers(tmp_path).restored("TellNotIntent", Reading("description", "red")).words == "not red"


def test_a_locale_without_the_file_is_a_mistake_with_a_name(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"heard/restored\.yaml"):
        load_carriers(tmp_path)
