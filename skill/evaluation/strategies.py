"""Ways of choosing the next question: the product's own, and two plain ones to measure it against.

The plain ones stop by the same rules as the product: five questions, or a cause that stands out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from random import Random

from skill.conditions.evidence import Evidence
from skill.conditions.inference import Inference
from skill.conditions.model import Question
from skill.conditions.question_selection import enough_asked, is_open, next_question

Strategy = Callable[[Inference, Evidence, Collection[str]], Question | None]


def information_gain(inference: Inference, evidence: Evidence, asked: Collection[str]) -> Question | None:
    """The question expected to tell most, as the skill asks."""
    return next_question(inference, evidence, asked)


def fixed_order(inference: Inference, evidence: Evidence, asked: Collection[str]) -> Question | None:
    """The next question in the order of the knowledge base, as a paper form asks."""
    return next(iter(_open(inference, evidence, asked)), None)


def random_order(seed: int) -> Strategy:
    """Any question, by a seeded draw."""
    rng = Random(seed)

    def choose(inference: Inference, evidence: Evidence, asked: Collection[str]) -> Question | None:
        questions = _open(inference, evidence, asked)
        return rng.choice(questions) if questions else None

    return choose


def _open(inference: Inference, evidence: Evidence, asked: Collection[str]) -> list[Question]:
    """What may be asked now; nothing once enough was."""
    if enough_asked(inference, evidence, asked):
        return []
    settled = inference.knowledge.settle(evidence)
    questions = inference.knowledge.questions.values()
    return [question for question in questions if question.id not in asked and is_open(question, settled)]
