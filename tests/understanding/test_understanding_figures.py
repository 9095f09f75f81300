from __future__ import annotations

import json
from pathlib import Path

import pytest

from skill.conditions.documents import DocumentError
from skill.evaluation.disputed import disputed_texts
from skill.evaluation.listening import as_said
from skill.evaluation.tally import table
from skill.evaluation.understanding_figures import figures, is_unread

KNOWS_NOTHING = None  # utterances and descriptions name no question, so that no knowledge is looked at
LINES = [
    {"text": "Yes, it does.", "kind": "answer_yes", "label": "yes"},
    {"text": "No, not at all.", "kind": "answer_yes", "label": "yes"},
    {"text": "scratch that, the left one", "kind": "correction", "label": "repair"},
    {"text": "say that again", "kind": "other", "label": "asks_repeat_or_clarify"},
]


@pytest.fixture
def counted(tmp_path, understander):
    def count(lines, disputed=()):
        path = tmp_path / "lines.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
        return figures(path, {"as said": as_said(understander)}, KNOWS_NOTHING, disputed)

    return count


def of(tallies, measure):
    return sum(tally.right[measure] for tally in tallies.values()), sum(t.total[measure] for t in tallies.values())


@pytest.mark.parametrize(
    ("measure", "figure"),
    [("answers right", (1, 2)), ("answers not flipped", (1, 2)), ("corrections noticed", (1, 1))],
)
def test_each_line_is_counted_under_its_measure(counted, measure, figure):
    assert of(counted(LINES), measure) == figure


def test_a_disputed_line_is_left_out(counted):
    assert of(counted(LINES, ["No, not at all."]), "answers right") == (1, 1)


def test_the_unread_part_is_told_by_the_texts_own_hash():
    assert {is_unread(f"line {number}") for number in range(20)} == {True, False}


def test_a_denied_finding_heard_as_present_is_counted(counted):
    line = {"text": "it locks", "findings": {"locking": "absent"}, "facts": {}, "part": "developed"}
    assert of(counted([line]), "denied not heard as present") == (0, 1)


def test_the_table_has_a_column_for_each_part_and_ear(counted):
    line = {"text": "it locks", "findings": {"locking": "present"}, "facts": {}, "part": "developed"}
    assert "developed, as said" in table(counted([line]))


def test_a_line_of_no_kind_is_refused_with_its_place(counted):
    with pytest.raises(ValueError, match=r"lines\.jsonl:1: needs 'text'"):
        counted([{"text": "it locks"}])


def test_the_list_of_disputed_labels_is_read():
    path = Path(__file__).parent / "data" / "disputed-labels.yaml"
    assert "Kind of just all over." in disputed_texts(path)


def test_a_dispute_without_a_reason_is_refused(tmp_path):
    path = tmp_path / "disputed.yaml"
    path.write_text("- {text: a, label: b}\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="'reason' is missing"):
        disputed_texts(path)
