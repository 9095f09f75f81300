"""`knee-guide explain`: a condition as a table and a chart, from the numbers that inference uses."""

from __future__ import annotations

import re
from dataclasses import replace
from math import exp
from pathlib import Path
from xml.etree import ElementTree

import pytest

from skill import cli
from skill.authoring.condition_report import WIDTH, condition_report, review_words
from skill.authoring.explain_command import condition_named
from skill.authoring.model_files import LOCALES
from skill.authoring.pull_chart import SHADES, pull_chart
from skill.authoring.pulls import ANSWERS, pulls_of
from skill.authoring.references import References
from skill.authoring.rule_words import rule_words
from skill.authoring.svg import Markup, element
from skill.conditions.evidence import Presence
from skill.conditions.inference import CAP, SHRINKAGE, Inference
from skill.conditions.loader import load_knowledge
from skill.conditions.model import Citation, Review, Source
from skill.conditions.rules import ALWAYS, AllOf, AnyOf, FactIs, Is, Not, Unless
from skill.speech.words import FindingWords
from skill.speech.words_reader import load_words

SVG = "{http://www.w3.org/2000/svg}"
INFERENCE = Inference(load_knowledge())
CONDITIONS = INFERENCE.knowledge.conditions
WORDS = load_words(LOCALES / "en-US" / "said")


def report(condition: str) -> str:
    return "\n".join(condition_report(INFERENCE, CONDITIONS[condition], WORDS))


def every_pull(condition: str):
    pulls = pulls_of(INFERENCE, condition)
    return (*pulls.towards, *pulls.away, *pulls.slight)


def chart(condition: str) -> ElementTree.Element:
    return ElementTree.fromstring(pull_chart(INFERENCE, CONDITIONS[condition], WORDS))


def texts(drawn: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in drawn.iter(f"{SVG}text")]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_number_of_the_condition_is_explained_once(condition):
    explained = [each.finding for each in every_pull(condition)]
    assert sorted(explained) == sorted(CONDITIONS[condition].likelihoods)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_counts_is_the_plain_ratio_shrunk_and_capped(condition):
    for pull in every_pull(condition):
        for answer in ANSWERS:
            plain = pull.ratio(answer) ** SHRINKAGE
            assert exp(pull.log_weight(answer)) == pytest.approx(min(max(plain, exp(-CAP)), exp(CAP)))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_strongest_pull_comes_first(condition):
    pulls = pulls_of(INFERENCE, condition)
    for part in (pulls.towards, pulls.away):
        strengths = [abs(each.present) for each in part]
        assert strengths == sorted(strengths, reverse=True)


def test_a_lump_pulls_towards_a_cyst_and_a_pop_away_from_it():
    pulls = pulls_of(INFERENCE, "bakers_cyst")
    assert "lump_behind_knee" in [each.finding for each in pulls.towards]
    assert "pop_felt" in [each.finding for each in pulls.away]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_report_gives_every_source_it_cites_a_line(condition):
    text = report(condition)
    cited = {each for likelihood in CONDITIONS[condition].likelihoods.values() for each in likelihood.citation.sources}
    titles = [INFERENCE.knowledge.sources[each].title for each in cited]
    flat = " ".join(text.split())
    assert [title for title in titles if title not in flat] == []


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_report_holds_every_care_step_in_words(condition):
    flat = " ".join(report(condition).split())
    severities = CONDITIONS[condition].severities
    steps = {*CONDITIONS[condition].care, *(step for each in severities for step in each.care)}
    assert [step for step in steps if WORDS.care[step] not in flat] == []


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_report_holds_the_prior_of_every_row(condition):
    text = report(condition)
    shares = [f"{100 * row.p[condition]:.1f} %  {row.id.replace('_', ' ')}:" for row in INFERENCE.knowledge.priors]
    assert [share for share in shares if share not in text] == []


@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_line_below_the_table_is_wider_than_a_page(condition):
    _, below = report(condition).split("HOW COMMON")
    assert [line for line in below.splitlines() if len(line) > WIDTH] == []


def test_a_step_that_corrects_the_article_says_so():
    flat = " ".join(report("bakers_cyst").split())
    assert re.search(r"one option to ask about\. grade A \[[\d, ]+\]\. CORRECTS THE ARTICLE\.", flat)


def test_dangerous_mimics_are_named_in_words():
    assert "Dangerous mimics: clot in a leg vein, blood-flow problem." in report("bakers_cyst")


def test_a_severity_tells_when_it_holds_and_how_soon_to_be_seen():
    assert "severe: see clinician; when a knee that's gotten stuck or a knee that gives way" in report("meniscal_tear")


def test_nobody_has_reviewed_what_has_no_name():
    assert review_words(Review()) == "not reviewed by a clinician"


def test_a_review_gives_its_name_and_date():
    assert review_words(Review("Dr. Ada Diaz", "2026-03-01")) == "reviewed by Dr. Ada Diaz on 2026-03-01"


def test_a_source_is_numbered_where_it_is_first_cited():
    sources = {name: Source(name, name.upper(), 2001, None, verified=False) for name in "ab"}
    references = References(sources)
    assert references.cite(Citation("A", ("b",))) == "[1]"
    assert references.cite(Citation("A", ("a", "b"))) == "[2, 1]"


def test_a_source_that_was_not_read_is_listed_as_not_verified():
    references = References({"a": Source("a", "A study", 2001, "https://example.org/a", verified=False)})
    references.cite(Citation("A", ("a",)))
    assert list(references.lines()) == ["[1] A study (2001). https://example.org/a NOT VERIFIED."]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Is("lump"), "a lump"),
        (AnyOf((Is("lump"), Is("pop"))), "a lump or a pop"),
        (AllOf((Is("pop"), AnyOf((Is("lump"), Is("pop"))))), "a pop and (a lump or a pop)"),
        (Not(Is("pop")), "not: a pop"),
        (Unless(Is("pop")), "unless it is known: a pop"),
        (FactIs("age", "below", 16), "age under 16"),
        (FactIs("duration_days", "at_least", 42), "duration days at least 42"),
        (FactIs("sport", "is", "cycling"), "sport is cycling"),
        (ALWAYS, "none of the above"),
    ],
)
def test_a_rule_is_put_into_words(rule, words):
    findings = {"lump": FindingWords("a lump", "no lump"), "pop": FindingWords("a pop", "no pop")}
    assert rule_words(rule, findings) == words


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_chart_has_two_bars_for_each_finding_that_matters(condition):
    pulls = pulls_of(INFERENCE, condition)
    drawn = chart(condition)
    for answer in ANSWERS:
        bars = drawn.findall(f"{SVG}rect[@class='{answer.value}']")
        assert len(bars) == len(pulls.towards) + len(pulls.away)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_everything_in_the_chart_lies_within_it(condition):
    drawn = chart(condition)
    width, height = float(drawn.attrib["width"]), float(drawn.attrib["height"])
    for each in (*drawn.iter(f"{SVG}text"), *drawn.iter(f"{SVG}rect")):
        assert 0 <= float(each.attrib.get("x", 0)) <= width
        assert 0 <= float(each.attrib.get("y", 0)) <= height


def test_a_bar_ends_where_the_scale_says():
    drawn = chart("bakers_cyst")
    lines = [float(each.attrib["x1"]) for each in drawn.iter(f"{SVG}line")]
    lump = next(each for each in pulls_of(INFERENCE, "bakers_cyst").towards if each.finding == "lump_behind_knee")
    row = [each.finding for each in pulls_of(INFERENCE, "bakers_cyst").towards].index("lump_behind_knee")
    bar = drawn.findall(f"{SVG}rect[@class='present']")[row]
    middle, reach = lines[3], lines[6] - lines[3]
    assert float(bar.attrib["x"]) == middle
    assert float(bar.attrib["width"]) == pytest.approx(reach * lump.present / CAP, abs=0.1)


def test_what_is_absent_is_drawn_to_the_other_side():
    drawn = chart("bakers_cyst")
    present, absent = (drawn.findall(f"{SVG}rect[@class='{answer.value}']")[0] for answer in ANSWERS)
    assert float(absent.attrib["x"]) < float(present.attrib["x"])


def test_a_bar_is_shaded_by_its_grade():
    towards = pulls_of(INFERENCE, "bakers_cyst").towards
    bars = chart("bakers_cyst").findall(f"{SVG}rect[@class='present']")
    shades = [SHADES[Presence.PRESENT][each.citation.grade] for each in towards]
    assert [each.attrib["fill"] for each in bars[: len(towards)]] == shades


def test_the_chart_warns_that_nobody_has_reviewed_it():
    assert "Not reviewed by a clinician." in texts(chart("bakers_cyst"))


def test_the_chart_names_its_reviewer_once_there_is_one():
    condition = replace(CONDITIONS["bakers_cyst"], reviewed=Review("Dr. <Ada> & Co", "2026-03-01"))
    drawn = ElementTree.fromstring(pull_chart(INFERENCE, condition, WORDS))
    assert "Reviewed by Dr. <Ada> & Co on 2026-03-01." in texts(drawn)


def test_a_long_label_is_broken_into_lines():
    label = "a lump " + "that grows " * 6
    words = replace(WORDS, findings={**WORDS.findings, "lump_behind_knee": FindingWords(label, "no lump")})
    labels = texts(ElementTree.fromstring(pull_chart(INFERENCE, CONDITIONS["bakers_cyst"], words)))
    assert labels.count("a lump that grows that grows that grows that grows that") == 1
    assert "grows that grows" in labels


def test_what_is_put_into_an_element_is_escaped_unless_it_is_markup():
    inner = element("b", 'a < "b"')
    assert element("text", inner, "&", fill='"<') == '<text fill="&quot;&lt;"><b>a &lt; "b"</b>\n&amp;</text>\n'


def test_an_empty_element_closes_itself():
    assert element("rect", stroke_width=2.04, class_="bar") == Markup('<rect stroke-width="2" class="bar"/>\n')


@pytest.mark.parametrize("text", ["bakers_cyst", "Baker's cyst", "bakers cyst", "a Baker\u2019s cyst"])
def test_a_condition_is_found_by_id_and_by_spoken_name(text):
    assert condition_named(text, WORDS.conditions) == "bakers_cyst"


def test_the_command_prints_the_report_and_writes_the_chart(tmp_path, capsys):
    assert cli.main(["explain", "torn", "meniscus", "--svg", str(tmp_path / "chart.svg")]) == 0
    assert capsys.readouterr().out.startswith("TORN MENISCUS (meniscal_tear, ICD-10 S83.2)")
    assert ElementTree.parse(tmp_path / "chart.svg").getroot().tag == f"{SVG}svg"


def test_an_unknown_condition_is_answered_with_those_there_are(capsys):
    assert cli.main(["explain", "tennis_elbow"]) == 2
    complaint = capsys.readouterr().err
    assert complaint.startswith("There is no condition 'tennis_elbow'.")
    assert [name for name in CONDITIONS if f"  {name} (" not in complaint] == []


def test_a_chart_that_cannot_be_written_is_said_without_a_traceback(tmp_path: Path, capsys):
    assert cli.main(["explain", "bakers_cyst", "--svg", str(tmp_path / "nowhere" / "chart.svg")]) == 2
    assert "The chart cannot be written" in capsys.readouterr().err
