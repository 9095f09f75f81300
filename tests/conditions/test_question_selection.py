from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.conditions.model import AnswerKind
from skill.conditions.question_selection import MOST_QUESTIONS, candidates, is_open, next_question

KNOWLEDGE = load_knowledge()
INFERENCE = Inference(KNOWLEDGE)
P, A, U = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN

evidence = st.builds(
    Evidence, st.dictionaries(st.sampled_from(sorted(KNOWLEDGE.findings)), st.sampled_from(list(Presence)), max_size=12)
)


@given(evidence)
def test_what_was_said_already_is_never_asked(known: Evidence) -> None:
    question = next_question(INFERENCE, known, ())
    assert question is None or not any(finding in KNOWLEDGE.settle(known) for finding in question.touches())


@given(evidence)
def test_no_answer_is_expected_to_confuse(known: Evidence) -> None:
    assert all(each.gain >= 0 for each in candidates(INFERENCE, known, ()))


@given(evidence)
def test_of_the_questions_worth_a_turn_the_one_expected_to_tell_most_is_asked(known: Evidence) -> None:
    chosen = next_question(INFERENCE, known, ())
    gains = {each.question.id: each.gain for each in candidates(INFERENCE, known, ()) if each.worth_asking}
    assert (gains[chosen.id] if chosen else None) == max(gains.values(), default=None)


@given(evidence)
def test_a_question_whose_answer_would_leave_the_first_cause_first_decides_nothing(known: Evidence) -> None:
    decisive = {each.question.id for each in candidates(INFERENCE, known, ()) if each.lift > 1e-9}
    chosen = next_question(INFERENCE, known, ())
    assert chosen is None or chosen.id in decisive


def test_after_five_questions_no_more_are_asked() -> None:
    asked = [name for name, each in KNOWLEDGE.questions.items() if each.kind is AnswerKind.YES_NO][:MOST_QUESTIONS]
    assert next_question(INFERENCE, Evidence(), asked) is None


def test_a_cause_that_stands_out_is_not_asked_about_further() -> None:
    clear = Evidence(dict.fromkeys(["lump_behind_knee", "pain_centre_back", "known_knee_arthritis"], P), Facts(age=60))
    clear = clear.with_findings(A, "calf_swelling", "locking", "twist_mechanism", "sudden_onset")
    assert next_question(INFERENCE, clear, ("locking",)) is None


def test_a_self_check_is_not_asked_of_someone_who_felt_a_pop() -> None:
    settled = KNOWLEDGE.settle(Evidence({"pop_felt": P}))
    checks = [question for question in KNOWLEDGE.questions.values() if question.self_check]
    assert checks
    assert not any(is_open(question, settled) for question in checks)


def test_a_self_check_is_not_asked_of_someone_with_a_swollen_calf() -> None:
    settled = KNOWLEDGE.settle(Evidence({"calf_swelling": P}))
    assert not any(is_open(question, settled) for question in KNOWLEDGE.questions.values() if question.self_check)


def test_a_question_about_a_lump_is_asked_only_of_someone_with_a_lump() -> None:
    question = KNOWLEDGE.questions["lump_softer_when_bent"]
    assert not is_open(question, KNOWLEDGE.settle(Evidence()))
    assert is_open(question, KNOWLEDGE.settle(Evidence({"lump_behind_knee": P})))
