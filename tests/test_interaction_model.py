"""The skill package that is shipped: up to date, without faults, and true to what people say."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from ask_sdk_model_runtime import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

from skill.alexa.carriers import load_carriers
from skill.alexa.consent import TIMERS
from skill.alexa.intents import INTENTS
from skill.alexa.slots import Reading
from skill.authoring.heard_reader import read_heard
from skill.authoring.lint.coverage import Coverage
from skill.authoring.lint.rules import lint
from skill.authoring.model_command import subjects
from skill.authoring.model_files import LOCALES, PACKAGE, differences, model_path, read_json
from skill.authoring.prompts import said_texts
from skill.simulator.language import load_language
from skill.simulator.language_understanding import LanguageUnderstanding
from skill.simulator.model_parser import parse_model
from skill.understanding.understander import Understander, load_understander

LOCALE = LOCALES / "en-US"
POLICY = (
    "This tool does not provide medical advice, and is for informational and educational purposes only, and is not a "
    "substitute for professional medical advice, treatment or diagnosis. Call your doctor to receive medical advice. "
    "If you think you may have a medical emergency, please dial your local emergency response phone number."
)


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return read_json(model_path(PACKAGE, "en-US"))


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    return read_json(PACKAGE / "skill.json")["manifest"]


@pytest.fixture(scope="module")
def understanding(document) -> LanguageUnderstanding:
    return LanguageUnderstanding(parse_model(document), load_language("en-US"))


@pytest.fixture(scope="module")
def strictly(document) -> LanguageUnderstanding:
    return LanguageUnderstanding(parse_model(document), load_language("en-US"), strict=True)


@pytest.fixture(scope="module")
def coverage(document) -> Coverage:
    return Coverage(document, load_language("en-US"))


@pytest.fixture(scope="module")
def understander() -> Understander:
    return load_understander(LOCALE)


@pytest.fixture(scope="module")
def heard():
    return read_heard(LOCALE, [])


def test_the_package_is_what_the_words_give():
    assert list(differences(LOCALES, PACKAGE)) == []


def test_the_linter_finds_nothing():
    assert [f"{fault} [{rule}]" for rule, fault in lint(list(subjects()))] == []


@pytest.mark.parametrize(
    ("file", "type_"),
    [
        (model_path(PACKAGE, "en-US"), InteractionModelData),
        (PACKAGE / "skill.json", SkillManifestEnvelope),
    ],
    ids=["interaction model", "manifest"],
)
def test_amazons_own_classes_read_the_file_and_lose_nothing(file, type_):
    serializer = DefaultSerializer()
    text = file.read_text(encoding="utf-8")
    assert serializer.serialize(serializer.deserialize(text, type_)) == json.loads(text)


def test_every_intent_that_the_skill_has_an_act_for_is_in_the_model(heard):
    assert set(INTENTS) - set(heard.intents) == set()


def test_the_description_carries_the_sentence_that_policy_asks_for(manifest):
    assert POLICY in manifest["publishingInformation"]["locales"]["en-US"]["description"]


def test_testers_are_told_that_answers_are_not_kept(manifest):
    instructions = manifest["publishingInformation"]["testingInstructions"]
    assert "Answers are used within the session only and never stored." in instructions


def test_the_manifest_asks_for_the_one_permission_that_the_skill_uses(manifest):
    assert manifest["permissions"] == [{"name": TIMERS}]


def test_the_skill_claims_no_health_data_and_no_personal_data(manifest):
    assert manifest["publishingInformation"]["category"] == "HEALTH_AND_FITNESS"
    assert manifest["privacyAndCompliance"]["usesPersonalInfo"] is False
    assert "usesHealthInfo" not in manifest["privacyAndCompliance"]


# "Say so" and "say it in your own words" suggest no phrase, nor does what doctors "often say".
SUGGESTED = re.compile(
    r"(?<!often )\bsay:? (?!so\b|it\b|what\b)((?:[\w']+ ?)+?)(?= when\b|[,.?!]|$| if\b| or\b)((?:,? (?:or )?[\w' ]+)*)"
)
NOT_A_PHRASE = ("just ", "when ", "if ")


def phrases_to_say(text: str) -> list[str]:
    found = []
    for first, rest in SUGGESTED.findall(text):
        if first.strip() == "Alexa":
            continue  # what is said to Alexa herself is hers to understand
        pieces = [first, *re.split(r",? or |, ", rest)]
        found += [piece.strip() for piece in pieces if piece.strip() and not piece.strip().startswith(NOT_A_PHRASE)]
    return found


def suggestions() -> list[tuple[str, str]]:
    return [(place, phrase) for place, text in said_texts(LOCALE) for phrase in phrases_to_say(text)]


def test_suggestions_are_found_in_prompts():
    assert phrases_to_say("You can say next, repeat, or stop.") == ["next", "repeat", "stop"]
    assert {"yes", "skip", "next"} <= {phrase for _, phrase in suggestions()}


def test_everything_that_a_prompt_tells_people_to_say_is_covered(coverage):
    assert [(place, phrase) for place, phrase in suggestions() if not coverage.covers(phrase)] == []


def test_every_finding_value_is_understood_by_its_canonical_name(understander, heard):
    wrong = []
    for each in heard.types.values():
        for value in each.values if each.stands_for == "findings" else ():
            if value.id not in each.also:
                found = understander.understand(value.texts[0]).evidence
                name = value.id.removeprefix("not_")
                if not (found.absent(name) if value.id.startswith("not_") else found.present(name)):
                    wrong.append((value.id, value.texts[0]))
    assert wrong == []


def test_no_value_is_understood_as_the_opposite_of_its_id(understander, heard):
    flipped = []
    for each in heard.types.values():
        for value in each.values if each.stands_for == "findings" else ():
            name, denied = value.id.removeprefix("not_"), value.id.startswith("not_")
            for text in value.texts:
                found = understander.understand(text).evidence
                if found.present(name) if denied else found.absent(name):
                    flipped.append((value.id, text))
    assert flipped == []


@pytest.fixture(scope="module")
def delivered_by(understanding):
    """What the skill understands of an utterance: the slots' values, in the words that the carriers stood for."""
    carriers = load_carriers(LOCALE)

    def delivered(said: str) -> list[str]:
        match = understanding.understand(said)
        values = [(name, reading.value) for name, filled in match.slots.items() for reading in filled.readings]
        return [carriers.restored(match.intent, Reading(name, value)).words for name, value in values]

    return delivered


@pytest.mark.parametrize(
    ("said", "delivered"),
    [
        ("no swelling or lump but it does lock", "no swelling or lump but it does lock"),
        ("it doesn't hurt when I bend it", "it does not hurt when i bend it"),
        ("my knee doesn't lock", "my knee doesn't lock"),
        ("not when I walk", "not when i walk"),
        ("yeah, a bit when I run", "yes a bit when i run"),
        ("only when I run", "only when i run"),
        ("no, just puffing a bit", "no just puffing a bit"),
        ("the calf is not swollen", "the calf is not swollen"),
        ("I can't straighten it fully", "i can not straighten it fully"),
        ("my daughter is ten", "my daughter is ten"),
        (
            "it hurts when I bend it but not when I straighten it",
            "it hurts when i bend it but not when i straighten it",
        ),
        ("there is no pain when I squat", "it does not hurt when i squat"),
        ("I don't have any numbness", "no numbness"),
        ("behind my knee feels hot", "the back of my knee feels hot"),
    ],
)
def test_what_a_carrier_phrase_means_survives_the_way_to_the_skill(delivered_by, said, delivered):
    assert delivered_by(said) == [delivered]


@pytest.mark.parametrize(
    "said",
    [
        "I can't catch my breath even sitting down",
        "my foot's gone white",
        "I can't pee",
        "my calf is swollen",
        "it popped out and went back in",
        "chest pain",
        "it hurts when I go downhill and I can't catch my breath",
        "no but my calf is red and hot",
        "I have a lump behind my knee and my foot is cold",
        "um so my chest hurts too",
    ],
)
def test_danger_reaches_the_skill_whatever_the_words_around_it(understander, delivered_by, said):
    wanted = set(understander.understand(said).evidence)
    assert wanted, "the understanding hears danger in the whole sentence"
    got = {name for text in delivered_by(said) for name in understander.understand(text).evidence}
    assert wanted <= got


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("yes", "AMAZON.YesIntent"),
        ("nope", "AMAZON.NoIntent"),
        ("it doesn't", "AMAZON.NoIntent"),
        ("I'm not sure", "DontKnowIntent"),
        ("what do you mean, cords", "ExplainIntent"),
        ("why do you ask", "WhyIntent"),
        ("sorry, can you repeat that", "AMAZON.RepeatIntent"),
        ("skip it", "SkipIntent"),
        ("how do I treat a Baker's cyst", "TreatmentIntent"),
        ("the treatment again", "TreatmentIntent"),
        ("tell me about a torn meniscus", "AboutConditionIntent"),
        ("is it a bakers sist", "WhyNotIntent"),
        ("no wait my calf is swollen", "CorrectIntent"),
        ("thirty four", "AgeIntent"),
        ("I'm 34", "MyAgeIntent"),
        ("three weeks", "DurationIntent"),
        ("the outer one", "PlaceIntent"),
        ("all of a sudden", "OnsetIntent"),
        ("worse as I go on", "RunPatternIntent"),
        ("a bit", "ReplyIntent"),
        ("not really", "ReplyIntent"),
        ("that's all", "AMAZON.StopIntent"),
        ("give me a minute", "WaitIntent"),
        ("change my last answer", "AMAZON.PreviousIntent"),
        ("I made a mistake", "AMAZON.PreviousIntent"),
        ("say it shorter", "BriefIntent"),
        ("slow down", "SlowerIntent"),
        ("speed up", "FasterIntent"),
        ("are we nearly done", "ProgressIntent"),
        ("what have I told you so far", "RecapIntent"),
        ("this sucks", "VentIntent"),
        ("why not a baker's cyst", "WhyNotIntent"),
        ("couldn't it be a meniscus tear", "WhyNotIntent"),
        ("could it be a blood clot", "WhyNotIntent"),
        ("what else could it be", "OthersIntent"),
        ("how sure are you", "HowSureIntent"),
        ("what would change your mind", "ChangeMindIntent"),
        ("says who", "SourceIntent"),
        ("what should I tell my doctor", "SummaryIntent"),
        ("what is the meniscus", "AboutTermIntent"),
        ("tell me about quad sets", "AboutTermIntent"),
        ("how to treat a torn meniscus", "TreatmentIntent"),
        ("whether I can keep running", "AdviceIntent"),
        ("if I need a scan", "AdviceIntent"),
        ("can I take ibuprofen", "AdviceIntent"),
        ("how long will it take", "HowLongIntent"),
        ("is it serious", "IsItSeriousIntent"),
        ("who should I see", "WhoToSeeIntent"),
        ("thank you", "ThanksIntent"),
        ("play some jazz", "AMAZON.FallbackIntent"),
    ],
)
def test_what_people_say_reaches_its_intent_by_an_exact_sample(understanding, strictly, said, intent):
    assert (understanding.understand(said).intent, strictly.understand(said).intent) == (intent, intent)
