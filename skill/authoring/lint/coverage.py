"""Whether the model covers a phrase exactly, by a sample and the values of its slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.simulator.interaction_model import FALLBACK_INTENT
from skill.simulator.invocation import InvocationReader
from skill.simulator.language import Language
from skill.simulator.language_understanding import LanguageUnderstanding
from skill.simulator.model_parser import parse_model


class Coverage:
    """Answers for one model.

    Raises InteractionModelError where the model is not one that could be built.
    """

    def __init__(self, document: Mapping[str, Any], language: Language) -> None:
        model = parse_model(document)
        self._strict = LanguageUnderstanding(model, language, strict=True)
        self._invocations = InvocationReader(model.invocation_name, language)

    def covers(self, phrase: str) -> bool:
        """Whether a sample fits the phrase word for word."""
        return self._strict.understand(phrase).intent != FALLBACK_INTENT

    def invokes(self, phrase: str) -> bool:
        """Whether the phrase opens the skill, alone or with a request that a sample fits."""
        invocation = self._invocations.read(phrase)
        if invocation is None:
            return False
        return not invocation.requests or any(self.covers(request) for request in invocation.requests)
