"""Checks a response against what Alexa would refuse, what certification would fail, and what makes poor speech.

Each rule is a function from a Subject to the breaches it finds. RULES holds them by id; a caller may pass
fewer, or others of its own, to `check`: `check(response, request, rules={**RULES, "greeting": my_rule})`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from skill.simulator import content_rules, directive_rules, session_rules
from skill.simulator.breach import Breach, Rule, Subject
from skill.simulator.consent import consent
from skill.simulator.interaction_model import InteractionModel

RULES: Mapping[str, Rule] = {
    "structure": content_rules.structure,
    "size": content_rules.size,
    "speech_length": content_rules.speech_length,
    "ssml": content_rules.ssml,
    "audio_files": content_rules.audio_files,
    "card": content_rules.card,
    "sentence_length": content_rules.sentences_of_at_most(content_rules.LONGEST_SENTENCE),
    "explicit_end": session_rules.explicit_end,
    "question_opens_microphone": session_rules.question_opens_microphone,
    "reprompt": session_rules.reprompt,
    "no_reply_to_session_end": session_rules.no_reply_to_session_end,
    "directive": directive_rules.directive,
    "interface": directive_rules.interface,
    "dialog": directive_rules.dialog,
    "consent": consent,
}


def check(
    response: object,
    request: Mapping[str, Any],
    *,
    model: InteractionModel | None = None,
    rules: Mapping[str, Rule] = RULES,
) -> tuple[Breach, ...]:
    """Return every breach in a response to a request, in the order of the rules.

    A response that is no JSON object breaks `shape` alone, whatever the rules. Without the model, what needs
    it passes.
    """
    if not isinstance(response, Mapping) or not _is_json(response):
        return (Breach("shape", "The response is not a JSON object.", "response", refused=True),)
    subject = Subject(response, request, model)
    return tuple(breach for rule in rules.values() for breach in rule(subject))


def _is_json(value: object) -> bool:
    try:
        json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        return False
    return True
