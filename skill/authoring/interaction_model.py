"""A locale's words -> the JSON of its interaction model. The same words give the same JSON, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from skill.authoring.dialog_model import dialog_and_prompts
from skill.authoring.heard import HeardIntent, HeardModel, HeardType
from skill.authoring.heard_reader import read_heard
from skill.authoring.questions import read_questions
from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Problem

Json = dict[str, Any]


def build(locale_directory: Path) -> Json:
    """The interaction model of the locale in `locale_directory`.

    Raises:
        DocumentError: with every problem of the files it is made from.
    """
    problems: list[Problem] = []
    heard = read_heard(locale_directory, problems)
    questions = read_questions(locale_directory, problems)
    if problems:
        raise DocumentError(problems)
    return {"interactionModel": {"languageModel": _language_model(heard), **dialog_and_prompts(heard, questions)}}


def _language_model(heard: HeardModel) -> Json:
    return {
        "invocationName": heard.invocation_name,
        "intents": [_intent(intent, heard) for intent in heard.intents.values()],
        "types": [_type(each) for each in heard.types.values()],
        "modelConfiguration": {"fallbackIntentSensitivity": {"level": heard.fallback_sensitivity}},
    }


def _intent(intent: HeardIntent, heard: HeardModel) -> Json:
    result: Json = {"name": intent.name}
    if intent.slots:
        result["slots"] = [_slot(name, type_, intent, heard) for name, type_ in intent.slots.items()]
    return {**result, "samples": list(intent.samples)}


def _slot(name: str, type_: str, intent: HeardIntent, heard: HeardModel) -> Json:
    result: Json = {"name": name, "type": type_}
    if type_ in heard.types and heard.types[type_].several:
        result["multipleValues"] = {"enabled": True}
    if intent.elicited:
        result["samples"] = list(intent.elicited)
    return result


def _type(each: HeardType) -> Json:
    return {"name": each.name, "values": [_value(value.id, value.texts) for value in each.values]}


def _value(id_: str, texts: tuple[str, ...]) -> Json:
    name, *synonyms = texts
    return {"id": id_, "name": {"value": name, "synonyms": synonyms}}
