from __future__ import annotations

import json

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Intent

from skill.alexa.slots import Entity, Reading, readings
from tests.alexa.conversing import Json, list_slot, resolutions, simple_slot, without


def read(**slots: Json) -> tuple[Reading, ...]:
    return readings(DefaultSerializer().deserialize(json.dumps({"name": "X", "slots": slots}), Intent))


def test_a_slot_value_is_read_once_though_it_is_sent_twice() -> None:
    assert read(lump=simple_slot("lump", "a bump")) == (Reading("lump", "a bump"),)


def test_a_slot_without_slot_value_is_read_from_value_and_resolutions() -> None:
    slot = without(simple_slot("lump", "a bump", ("lump_behind_knee", "lump")), "slotValue")
    assert read(lump=slot) == (Reading("lump", "a bump", (Entity("lump_behind_knee", "lump"),)),)


def test_a_slot_value_without_a_value_gives_way_to_the_plain_value() -> None:
    assert read(lump=simple_slot("lump", "a bump") | {"slotValue": {"type": "Simple"}}) == (Reading("lump", "a bump"),)


def test_every_value_of_a_list_is_read() -> None:
    said = [reading.words for reading in read(signs=list_slot("signs", "swelling", "numbness"))]
    assert said == ["swelling", "numbness"]


def test_an_empty_slot_says_nothing() -> None:
    assert read(lump={"name": "lump", "confirmationStatus": "NONE"}, pain=list_slot("pain")) == ()


def test_a_value_that_matched_nothing_has_no_entities() -> None:
    assert read(lump=simple_slot("lump", "a bump"))[0].entities == ()


def test_entities_of_every_authority_are_read() -> None:
    both = [resolutions((id_, id_))["resolutions"]["resolutionsPerAuthority"][0] for id_ in ("own", "dynamic")]
    slot = {"name": "lump", "value": "x", "resolutions": {"resolutionsPerAuthority": both}}
    assert [entity.id for entity in read(lump=slot)[0].entities] == ["own", "dynamic"]


def test_an_intent_without_slots_says_nothing() -> None:
    assert readings(Intent(name="X")) == ()
