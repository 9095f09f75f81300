from __future__ import annotations

import pytest

from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    return load_knowledge()


@pytest.fixture(scope="session")
def inference(knowledge: KnowledgeBase) -> Inference:
    return Inference(knowledge)
