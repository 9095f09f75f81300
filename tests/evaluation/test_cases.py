from __future__ import annotations

import json

import pytest

from skill.conditions.documents import DocumentError
from skill.conditions.evidence import Presence
from skill.conditions.model import TriageLevel
from skill.evaluation.cases import load_cases
from tests.evaluation.example import CASE


def problem(path, knowledge):
    with pytest.raises(DocumentError) as error:
        load_cases(path, knowledge)
    (only,) = error.value.problems
    return f"{only.line}: {only.what}"


def test_a_line_of_json_is_a_case(case):
    read = case()
    assert read.evidence.facts.age == 34
    assert read.evidence["warm_up_eases"] is Presence.PRESENT
    assert read.triage_ok == {TriageLevel.SELF_CARE, TriageLevel.SEE_CLINICIAN}


def test_the_condition_itself_is_always_acceptable(case):
    assert case(acceptable=["popliteus_tendinopathy"]).acceptable == {
        "hamstring_tendinopathy",
        "popliteus_tendinopathy",
    }


def test_yaml_holds_a_list_of_cases(tmp_path, knowledge):
    path = tmp_path / "cases.yaml"
    path.write_text(json.dumps([CASE, CASE | {"id": "Another"}]))
    assert [case.id for case in load_cases(path, knowledge)] == [CASE["id"], "Another"]


def test_yaml_may_hold_a_single_case(tmp_path, knowledge):
    path = tmp_path / "case.yaml"
    path.write_text(json.dumps(CASE))
    assert [case.id for case in load_cases(path, knowledge)] == [CASE["id"]]


def test_a_folder_is_one_set_of_all_its_cases(tmp_path, knowledge):
    (tmp_path / "a.yaml").write_text(json.dumps(CASE))
    (tmp_path / "b.jsonl").write_text(json.dumps(CASE | {"id": "Another"}))
    (tmp_path / "README.md").write_text("not a case")
    assert len(load_cases(tmp_path, knowledge)) == 2


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"colour": "red"}, "1: unknown key 'colour'"),
        ({"answers": {"warm_up": "present"}}, "1: there is no finding 'warm_up'"),
        ({"answers": {"limp": "maybe"}}, "1: 'limp' is 'maybe'"),
        ({"facts": {"shoe_size": 44}}, "1: unknown key 'shoe_size'"),
        ({"facts": {"age": "old"}}, "1: 'age' is not a number"),
        ({"condition": "gout"}, "1: there is no 'gout'"),
        ({"acceptable": ["gout"]}, "1: there is no 'gout'"),
        ({"triage": "soon", "triage_ok": ["emergency"]}, "1: 'triage' is 'soon'"),
        ({"triage_ok": ["self_care", "soon"]}, "1: there is no 'soon'"),
        ({"triage_ok": ["see_clinician"]}, "1: the levels that will do leave out 'self_care' itself"),
        ({"felt": "elbow"}, "1: 'felt' is 'elbow'"),
        ({"says": ""}, "1: 'says' is not a text"),
    ],
)
def test_a_mistake_in_a_case_is_named_with_its_line(write, knowledge, changes, what):
    assert problem(write(**changes), knowledge) == what


def test_an_id_that_stands_twice_is_refused(write, knowledge):
    path = write()
    path.write_text(path.read_text() * 2)
    assert problem(path, knowledge) == f"2: the id '{CASE['id']}' stands twice"


def test_a_key_that_stands_twice_in_a_line_is_refused(write, knowledge):
    path = write()
    path.write_text(path.read_text().replace('"felt"', '"felt": "calf", "felt"'))
    assert problem(path, knowledge) == "1: key 'felt' stands twice"


@pytest.mark.parametrize(
    ("text", "what"), [("{", "1: is not JSON"), ("[1]", "1: is not a mapping"), ("\n", "0: has no cases")]
)
def test_what_is_no_case_is_refused_without_a_traceback(write, knowledge, text, what):
    path = write()
    path.write_text(text)
    assert problem(path, knowledge).startswith(what)


def test_a_file_that_is_not_there_is_named(tmp_path, knowledge):
    assert problem(tmp_path / "none.jsonl", knowledge).startswith("0: cannot be read")
