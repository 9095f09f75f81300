"""The SDK's skill, put together from our handlers, and the way JSON goes through it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.guide import Guide
from skill.alexa.handlers import BugHandler, ForeignHandler, NoticeHandler, TurnHandler
from skill.alexa.serializer import TolerantSerializer, envelope_of


def skill_of(guide: Guide, skill_ids: Collection[str] = ()) -> CustomSkill:
    """The guide as a skill of the SDK, for `SkillAdapter` and for Lambda. No `skill_ids` answers for any."""
    builder = SkillBuilder()
    for handler in (ForeignHandler(skill_ids), TurnHandler(guide), NoticeHandler()):
        builder.add_request_handler(handler)
    builder.add_exception_handler(BugHandler(guide))
    skill = builder.create()
    skill.serializer = TolerantSerializer()
    return skill


def invoke(skill: CustomSkill, event: Any, context: Any = None) -> dict[str, Any]:
    """One request through the skill, JSON values in and out, as in Lambda."""
    answer = skill.serializer.serialize(skill.invoke(envelope_of(event), context))
    assert isinstance(answer, dict)
    return answer
