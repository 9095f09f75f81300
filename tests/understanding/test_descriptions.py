from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from skill.evaluation.listening import as_said
from skill.evaluation.understanding_figures import figures

DATA = Path(__file__).parent / "data"
PARAPHRASES = yaml.safe_load((DATA / "article-paraphrases.yaml").read_text(encoding="utf-8"))
PARAPHRASE_LINES = [line for lines in PARAPHRASES.values() for line in lines]


@pytest.fixture(scope="module")
def counts(understander):
    return figures(DATA / "descriptions.jsonl", {"as said": as_said(understander)}, None)["developed, as said"]


def test_at_most_one_finding_in_ten_is_imagined(counts):
    assert counts.share("findings: precision") >= 0.9


def test_at_least_seventeen_findings_in_twenty_are_heard(counts):
    assert counts.share("findings: recall") >= 0.85


def test_no_denied_finding_is_heard_as_present(counts):
    assert counts.share("denied not heard as present") == 1


@pytest.mark.parametrize("line", PARAPHRASE_LINES, ids=lambda line: line["says"][:40])
def test_a_paraphrase_of_the_article_is_understood(findings, line):
    heard = findings(line["says"])
    assert [finding for finding in line["hears"] if heard.get(finding) != "present"] == []


def test_each_description_of_the_article_has_ten_paraphrases():
    assert [len(lines) for lines in PARAPHRASES.values()] == [10, 10, 10, 10]
