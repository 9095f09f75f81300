"""Rules about the dialog model and its prompts."""

from __future__ import annotations


def prompts(broken):
    return broken.document["interactionModel"]["prompts"]


def test_the_dialog_model_names_only_intents_that_exist(broken, only):
    broken.document["interactionModel"]["dialog"]["intents"].append({"name": "GoneIntent"})
    assert only("dialog-names").startswith("dialog of intent GoneIntent: there is no such intent")


def test_the_dialog_model_names_only_slots_that_exist(broken, only):
    broken.dialog_slot["name"] = "gone"
    assert "dialog of intent OrderIntent, slot gone: the intent has no such slot" in only("dialog-names")


def test_a_slot_has_one_type_in_both_models(broken, only):
    broken.dialog_slot["type"] = "AMAZON.NUMBER"
    assert "the type is AMAZON.NUMBER, but Size in the language model" in only("dialog-names")


def test_what_must_be_elicited_has_a_prompt(broken, only):
    broken.dialog_slot["prompts"] = {}
    assert "its elicitation has no prompt" in only("dialog-required-prompts")


def test_a_prompt_that_is_named_exists(broken):
    broken.dialog_slot["prompts"]["elicitation"] = "Elicit.Gone"
    assert any("there is no prompt Elicit.Gone" in fault for fault in broken.faults("dialog-prompt-ids"))


def test_a_prompt_that_exists_is_named(broken, only):
    prompts(broken).append({"id": "Left.Over", "variations": [{"type": "PlainText", "value": "Hm?"}]})
    assert only("dialog-prompt-ids").startswith("prompt Left.Over: nothing uses it")


def test_the_id_of_a_prompt_holds_no_space(broken, only):
    prompts(broken)[0]["id"] = broken.dialog_slot["prompts"]["elicitation"] = "Elicit Size"
    assert "the id holds a space" in only("dialog-prompt-ids")


def test_a_prompt_has_variations(broken, only):
    prompts(broken)[0]["variations"] = []
    assert "has an empty variation or none" in only("dialog-prompt-ids")


def test_a_slot_that_code_elicits_is_in_the_dialog_model(broken, only):
    del broken.document["interactionModel"]["dialog"]
    assert "slot size: is elicited by the skill, but not in the dialog model" in only("dialog-elicited")
