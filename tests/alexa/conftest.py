from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from ask_sdk_core.skill import CustomSkill

import skill
from skill.alexa.carriers import load_carriers
from skill.alexa.guide import Guide
from skill.alexa.request_adapter import RequestAdapter
from skill.alexa.skill_factory import skill_of
from skill.alexa.tongues import Tongue
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.speech.voice import Voice
from skill.understanding.understander import load_understander
from tests.alexa.conversing import NamingVoice, Session

EN_US = Path(skill.__file__).parent / "locales" / "en-US"


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    return load_knowledge()


@pytest.fixture(scope="session")
def adapter(knowledge: KnowledgeBase) -> RequestAdapter:
    return RequestAdapter(knowledge, load_understander(EN_US), load_carriers(EN_US))


@pytest.fixture(scope="session")
def guide(knowledge: KnowledgeBase, adapter: RequestAdapter) -> Guide:
    return Guide(Inference(knowledge), {"en-US": Tongue(adapter, cast(Voice, NamingVoice()))})


@pytest.fixture(scope="session")
def the_skill(guide: Guide) -> CustomSkill:
    return skill_of(guide)


@pytest.fixture
def session(the_skill: CustomSkill) -> Session:
    return Session(the_skill)
