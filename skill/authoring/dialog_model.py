"""The dialog model: which slots the skill elicits, and in which words.

The skill manages the dialog itself (SKILL_RESPONSE), so that every turn reaches the red flags. Alexa wants the dialog
model all the same before it accepts `Dialog.ElicitSlot`, and hears answers better with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.authoring.heard import HeardIntent, HeardModel

Json = dict[str, Any]


def dialog_and_prompts(heard: HeardModel, questions: Mapping[str, tuple[str, ...]]) -> Json:
    """The `dialog` and `prompts` parts of the interaction model."""
    answering = [intent for intent in heard.intents.values() if intent.answers]
    return {
        "dialog": {"delegationStrategy": "SKILL_RESPONSE", "intents": [_intent(intent) for intent in answering]},
        "prompts": [_prompt(intent, questions.get(intent.answers or "", ())) for intent in answering],
    }


def _intent(intent: HeardIntent) -> Json:
    slots = [_slot(intent, name, type_) for name, type_ in intent.slots.items()]
    return {"name": intent.name, "confirmationRequired": False, "prompts": {}, "slots": slots}


def _slot(intent: HeardIntent, name: str, type_: str) -> Json:
    return {
        "name": name,
        "type": type_,
        "elicitationRequired": True,
        "confirmationRequired": False,
        "prompts": {"elicitation": _prompt_id(intent)},
    }


def _prompt(intent: HeardIntent, wordings: tuple[str, ...]) -> Json:
    variations = [{"type": "PlainText", "value": wording} for wording in wordings]
    return {"id": _prompt_id(intent), "variations": variations}


def _prompt_id(intent: HeardIntent) -> str:
    return f"Elicit.{intent.name}"
