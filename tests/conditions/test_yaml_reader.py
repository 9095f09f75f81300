"""Reading YAML strictly: places are kept, mistakes are lines, and nothing raises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.conditions.yaml_reader import Fields, LocatedDict, Problem, read_yaml


def read(directory: Path, text: str) -> tuple[Any, list[str]]:
    """The document, and its problems as lines."""
    path = directory / "words.yaml"
    path.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    return read_yaml(path, "said/words.yaml", problems), [str(problem) for problem in problems]


def fields_of(values: Any) -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    return Fields.of(values, "said/words.yaml", problems), problems


def test_a_key_remembers_its_line(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "first: 1\n\nsecond: {inner: 2,\n  other: 3}\n")
    assert document.lines == {"first": 1, "second": 3}


def test_a_key_within_braces_remembers_its_own_line(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "first: 1\n\nsecond: {inner: 2,\n  other: 3}\n")
    assert document["second"].lines == {"inner": 3, "other": 4}


def test_an_item_of_a_list_remembers_its_line(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "things:\n  - a\n\n  - b\n")
    assert document["things"].lines == [2, 4]


def test_of_two_equal_keys_the_first_is_kept_and_the_second_reported(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "name: one\nname: two\n")
    assert document == {"name": "one"}
    assert problems == ["said/words.yaml:2: key 'name' stands twice (first in line 1); keep one of them"]


def test_words_that_yaml_takes_for_truth_values_are_kept_as_keys(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "on: null\nyes: 1\n")
    assert document == {"on": None, "yes": 1}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "~\n", "null\n"])
def test_a_file_with_nothing_in_it_is_an_empty_mapping(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == ({}, [])


def test_a_tag_that_would_run_code_is_refused(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "\nname: !!python/name:os.getcwd x\n")
    assert document is None
    assert [line.split(":")[1] for line in problems] == ["2"]


def test_a_missing_file_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_yaml(tmp_path / "none.yaml", "said/none.yaml", problems) is None
    assert [problem.mend for problem in problems] == ["check that the file exists"]


def test_a_file_in_another_encoding_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("name: café".encode("latin-1"))
    problems: list[Problem] = []
    assert read_yaml(tmp_path / "latin.yaml", "said/latin.yaml", problems) is None
    assert [problem.what for problem in problems] == ["is not UTF-8 text"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ab:-{}[]\"'#&*!|>%@`, \n\t0129.é\x07", max_size=60))
def test_no_text_makes_reading_raise(tmp_path: Path, text: str) -> None:
    document, problems = read(tmp_path, text)
    assert document is not None or problems


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (None, "'p' is missing"),
        ("often", "'p' is not a number"),
        (True, "'p' is not a number"),
        (1.5, "'p' is 1.5, outside 0 to 1"),
        (float("nan"), "'p' is nan, outside 0 to 1"),
    ],
)
def test_a_wrong_number_is_reported_and_reading_goes_on(value: object, what: str) -> None:
    fields, problems = fields_of({"p": value})
    assert fields.number("p", 0, 1) == 0
    assert [problem.what for problem in problems] == [what]


@pytest.mark.parametrize("bound", [0, 1])
def test_a_number_may_be_at_its_bound(bound: int) -> None:
    fields, problems = fields_of({"p": bound})
    assert fields.number("p", 0, 1) == bound
    assert problems == []


def test_a_fraction_is_not_a_whole_number() -> None:
    fields, problems = fields_of({"weeks": 2.5})
    fields.integer("weeks", 0, 10)
    assert [problem.what for problem in problems] == ["'weeks' is 2.5, not a whole number"]


@pytest.mark.parametrize("value", [None, "", "  ", 3, ["a"]])
def test_a_text_must_be_there_and_say_something(value: object) -> None:
    fields, problems = fields_of({"name": value})
    assert fields.text("name") == ""
    assert len(problems) == 1


def test_a_choice_names_what_is_allowed() -> None:
    fields, problems = fields_of({"kind": "perhaps"})
    assert fields.choice("kind", ("do", "avoid")) == "do"
    assert [problem.mend for problem in problems] == ["write one of do, avoid"]


def test_a_single_text_counts_as_a_list_of_one() -> None:
    fields, problems = fields_of({"cites": "article"})
    assert fields.texts("cites") == ("article",)
    assert problems == []


@pytest.mark.parametrize("value", [[], [1], {"a": "b"}])
def test_a_list_of_anything_but_texts_is_reported(value: object) -> None:
    fields, problems = fields_of({"cites": value})
    assert fields.texts("cites", required=True) == ()
    assert [problem.what for problem in problems] == ["'cites' is not a list of texts"]


def test_an_absent_flag_is_its_default() -> None:
    fields, problems = fields_of({})
    assert fields.flag("verified") is False
    assert problems == []


def test_close_reports_each_key_that_nothing_has_read() -> None:
    fields, problems = fields_of({"id": "a", "colour": "red", "size": 3})
    fields.text("id")
    fields.close()
    assert [problem.what for problem in problems] == ["unknown key 'colour'", "unknown key 'size'"]


def test_what_is_not_a_mapping_is_reported_once_and_not_for_what_is_missing_from_it() -> None:
    fields, problems = fields_of(["a", "b"])
    fields.text("id")
    fields.number("p", 0, 1)
    assert [problem.what for problem in problems] == ["is not a mapping"]


def test_a_missing_section_is_reported_once_and_not_for_what_is_missing_from_it() -> None:
    fields, problems = fields_of({})
    fields.mapping("review", required=True).text("by")
    assert [problem.what for problem in problems] == ["'review' is missing"]


def test_an_item_that_is_no_mapping_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "steps:\n  - {id: rest}\n  - ice\n  - {id: walk}\n")
    fields, problems = fields_of(document)
    assert [item.text("id") for item in fields.items("steps")] == ["rest", "walk"]
    assert [(problem.line, problem.what) for problem in problems] == [(3, "an item of 'steps' is not a mapping")]


def test_a_problem_carries_the_line_of_its_key(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "id: a\nchance:\n  p: 3\n")
    fields, problems = fields_of(document)
    fields.mapping("chance").number("p", 0, 1)
    assert str(problems[0]) == "said/words.yaml:3: 'p' is 3, outside 0 to 1; write a value within it"


def test_a_missing_key_is_reported_at_the_line_of_its_mapping() -> None:
    fields, problems = fields_of(LocatedDict(7))
    fields.text("id")
    assert problems[0].line == 7


def test_values_from_json_are_read_alike_with_no_line() -> None:
    fields, problems = fields_of({"steps": [{"id": "rest"}, {"id": 3}]})
    assert [item.text("id") for item in fields.items("steps")] == ["rest", ""]
    assert [problem.line for problem in problems] == [0]
