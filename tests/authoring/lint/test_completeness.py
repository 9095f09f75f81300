"""Rules about the model as a whole, and about several locales."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest

from skill.authoring.lint.completeness import MOST_INTENTS, REQUIRED
from skill.authoring.lint.rules import lint


@pytest.mark.parametrize("name", REQUIRED)
def test_a_built_in_intent_that_no_skill_goes_without_is_missed(broken, only, name):
    broken.language["intents"].remove(broken.intent(name))
    assert f"{name} is missing" in only("required-intents")


def test_an_intent_is_defined_once(broken, only):
    broken.language["intents"].append(copy.deepcopy(broken.intent("OrderIntent")))
    assert only("defined-once").startswith("intent OrderIntent: is defined twice")


def test_a_model_with_too_many_intents_is_found(broken, only):
    for number in range(MOST_INTENTS):
        broken.add(f"Intent{number}", f"number {number}")
    assert f"intents, over {MOST_INTENTS}" in only("size")


def test_a_model_that_is_too_long_is_found(broken):
    broken.intent("OrderIntent")["samples"].append("x" * 1_000_000)
    assert any("characters, over" in fault for fault in broken.faults("size"))


def test_what_one_locale_lacks_is_found_with_the_locale_that_has_it(broken):
    other = copy.deepcopy(broken.document)
    other["interactionModel"]["languageModel"]["types"][0]["values"].pop()
    subjects = [broken.subject, replace(broken.subject, document=other, locale="en-GB", manifest=None)]
    faults = [str(fault) for rule, fault in lint(subjects) if rule == "parity"]
    (fault,) = faults
    assert fault.startswith("en-GB: has no value large in type Size, which en-US has")


def test_a_fault_is_reported_with_its_locale(broken):
    broken.add("OtherIntent")
    assert [fault.place for _, fault in lint([broken.subject])] == ["en-US, intent OtherIntent"]
