from __future__ import annotations

import json
from pathlib import Path

import pytest

from skill.evaluation.understanding_figures import describe, disputed_texts, is_unread, run, run_descriptions

LINES = [
    {"text": "Yes, it does.", "kind": "answer_yes", "label": "yes"},
    {"text": "No, not at all.", "kind": "answer_yes", "label": "yes"},
    {"text": "scratch that, the left one", "kind": "correction", "label": "repair"},
    {"text": "say that again", "kind": "other", "label": "asks_repeat_or_clarify"},
]


@pytest.fixture
def written(tmp_path):
    def write(lines):
        path = tmp_path / "lines.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
        return path

    return write


def both(report, measure):
    return report.read.right[measure] + report.unread.right[measure]


def test_each_line_is_counted_under_its_measure(written, understander):
    report = run(written(LINES), understander)
    assert [both(report, name) for name in ("answers right", "answers not flipped", "corrections noticed")] == [1, 1, 1]


def test_a_disputed_line_is_left_out(written, understander):
    report = run(written(LINES), understander, disputed=["No, not at all."])
    totals = report.read.total + report.unread.total
    assert totals["answers right"] == 1


def test_the_list_of_disputed_labels_is_read():
    path = Path(__file__).parent / "data" / "disputed-labels.yaml"
    assert "Kind of just all over." in disputed_texts(path)


def test_the_unread_part_is_told_by_the_texts_own_hash():
    assert {is_unread(f"line {number}") for number in range(20)} == {True, False}


def test_a_denied_finding_heard_as_present_is_counted(written, understander):
    line = {"text": "it locks", "findings": {"locking": "absent"}, "facts": {}, "part": "developed"}
    counts = run_descriptions(written([line]), understander)
    assert counts["developed"].denied_as_present == 1
    assert "denied heard as present 1" in describe(counts)
