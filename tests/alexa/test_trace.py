from __future__ import annotations

from ask_sdk_core.skill import CustomSkill

from skill.alexa.guide import Guide
from skill.alexa.skill_factory import invoke
from skill.alexa.trace import trace
from skill.dialog import asks
from skill.dialog.state import ConversationState, Phase
from tests.alexa.conversing import Json, attributes, envelope, intent_request, launch


def traced(guide: Guide, skill: CustomSkill, request: Json) -> list[str]:
    return list(trace(guide, request, invoke(skill, request)))


def test_a_trace_tells_what_was_understood_and_in_which_words(guide: Guide, the_skill: CustomSkill) -> None:
    told = intent_request("TellIntent", description="there is a lump behind my knee")
    lines = traced(guide, the_skill, envelope(told, new=True))
    assert any(line.startswith('understood: lump_behind_knee=present ("') for line in lines)


def test_a_trace_tells_the_phase_the_question_and_the_four_likeliest_causes(
    guide: Guide, the_skill: CustomSkill
) -> None:
    told = intent_request("TellIntent", description="there is a lump behind my knee")
    lines = dict(line.split(": ", 1) for line in traced(guide, the_skill, envelope(told, new=True)))
    assert lines["phase"] == "welcome -> safety"
    assert "E1" in lines["asks"].split(", ")
    causes = lines["differential"].split(", ")
    assert causes[0].startswith("bakers_cyst ")
    assert len(causes) == 4


def test_a_trace_reads_answers_in_the_light_of_the_question_that_was_asked(
    guide: Guide, the_skill: CustomSkill
) -> None:
    asked = ConversationState(phase=Phase.INTERVIEW, pending=asks.AskQuestion(question="locking"), disclosed=True)
    answer = intent_request("TellIntent", description="not really")
    assert "reply: no" in traced(guide, the_skill, envelope(answer, attributes(asked)))


def test_a_trace_names_the_red_flags_and_no_causes_beside_them(guide: Guide, the_skill: CustomSkill) -> None:
    told = intent_request("TellIntent", description="my foot is cold and pale")
    lines = traced(guide, the_skill, envelope(told, new=True))
    assert "triage: emergency E2" in lines
    assert not any(line.startswith("differential") for line in lines)


def test_a_trace_of_an_exchange_without_a_state_is_short(guide: Guide, the_skill: CustomSkill) -> None:
    ended = envelope({"type": "SessionEndedRequest", "reason": "USER_INITIATED"})
    assert list(trace(guide, ended, {})) == []
    assert list(trace(guide, launch(), {})) == []
