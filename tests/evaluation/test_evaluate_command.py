from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from skill import cli
from skill.conditions.documents import DocumentError
from skill.conditions.loader import KNOWLEDGE
from skill.evaluation.patient_words import load_patient_words
from skill.evaluation.published import published_figures
from skill.evaluation.revision import RevisionError, knowledge_at


def git(directory, *arguments):
    who = ("-c", "user.name=test", "-c", "user.email=test@example.com")
    subprocess.run(["git", *who, *arguments], cwd=directory, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    """A repository in which a clinician has committed other knowledge than ours."""
    folder = tmp_path / "repository" / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    flags = folder / "red_flags.yaml"
    flags.write_text(
        flags.read_text().replace(
            "triage: emergency\n    when: cold_pale_foot", "triage: same_day\n    when: cold_pale_foot"
        )
    )
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "other knowledge")
    return folder


@pytest.fixture
def revision(repository, monkeypatch):
    """The command compares with the repository's knowledge."""
    monkeypatch.setattr("skill.commands.evaluate.knowledge_at", lambda name: knowledge_at(name, repository))


def test_a_file_is_reported_with_figures_and_what_others_published(write, capsys):
    assert cli.main(["evaluate", str(write())]) == 0
    out = capsys.readouterr().out
    assert "cases.jsonl (cases: 1)" in out
    assert "not comparable" in out


def test_json_is_one_object_a_file(write, tmp_path, capsys):
    other = tmp_path / "other.jsonl"
    other.write_text(write().read_text())
    assert cli.main(["evaluate", "--json", str(write()), str(other)]) == 0
    files = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["cases"] for each in files] == [1, 1]


def test_an_urgent_case_told_too_little_fails_the_command(write, capsys):
    path = write(triage="emergency", triage_ok=["emergency"])
    assert cli.main(["evaluate", "--json", str(path)]) == 1
    assert json.loads(capsys.readouterr().out)["under_triaged"] == ["A runner with a stiff start"]


def test_who_does_not_know_what_is_not_listed_is_not_sent_away_with_self_care(write, capsys):
    cli.main(["evaluate", "--json", "--unlisted", "unknown", str(write())])
    assert json.loads(capsys.readouterr().out)["over_triaged_self_care"] == ["A runner with a stiff start"]


def test_a_mistake_in_a_file_is_told_in_a_line(write, capsys):
    path = write(colour="red")
    assert cli.main(["evaluate", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"{path}:1: unknown key 'colour'")


def test_without_anything_to_evaluate_the_command_says_so(capsys):
    assert cli.main(["evaluate"]) == 2
    assert "Give a file of cases" in capsys.readouterr().err


def test_a_population_is_measured_without_cases(capsys):
    assert cli.main(["evaluate", "--population", "5"]) == 0
    assert capsys.readouterr().out.startswith("5 people")


def test_a_population_of_nobody_is_refused(capsys):
    with pytest.raises(SystemExit):
        cli.main(["evaluate", "--population", "0"])
    assert "invalid" in capsys.readouterr().err


def test_a_comparison_tells_what_the_other_knowledge_would_tell(write, revision, capsys):
    path = write(answers={"cold_pale_foot": "present"}, triage="emergency", triage_ok=["emergency"])
    assert cli.main(["evaluate", "--against", "HEAD", str(path)]) == 0
    assert "A runner with a stiff start: told same_day -> emergency" in capsys.readouterr().out


def test_a_comparison_is_in_the_json_as_well(write, revision, capsys):
    assert cli.main(["evaluate", "--json", "--against", "HEAD", str(write())]) == 0
    assert json.loads(capsys.readouterr().out)["before"]["cases"] == 1


@pytest.mark.parametrize("name", ["no-such-revision", "--output=x"])
def test_a_revision_that_is_none_is_told_without_a_traceback(write, revision, name, capsys):
    assert cli.main(["evaluate", f"--against={name}", str(write())]) == 2
    assert name in capsys.readouterr().err


def test_knowledge_that_todays_code_cannot_read_is_told_as_such(repository):
    flags = repository / "red_flags.yaml"
    flags.write_text(flags.read_text().replace("triage:", "urgency:", 1))
    git(repository, "commit", "-qam", "of another make")
    with pytest.raises(RevisionError, match="cannot be read by this code"):
        knowledge_at("HEAD", repository)


@pytest.mark.parametrize("read", [lambda path: load_patient_words(path.stem, path.parent), published_figures])
def test_a_file_of_ours_with_a_mistake_is_refused(tmp_path, read):
    path = tmp_path / "xx-XX.yaml"
    path.write_text("surprise: true\n")
    with pytest.raises(DocumentError, match=r"xx-XX\.yaml:1"):
        read(path)


def test_the_chart_of_a_population_is_the_same_each_time(tmp_path, capsys):
    charts = [tmp_path / name for name in ("one.svg", "two.svg")]
    assert [cli.main(["evaluate", "--population", "12", "--svg", str(chart)]) for chart in charts] == [0, 0]
    assert f"{charts[0]} written." in capsys.readouterr().out
    assert charts[0].read_text() == charts[1].read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--population", "2", "--svg", "no/such/folder/x.svg"], "cannot be written"),
        (["--svg", "x.svg"], "--population N"),
    ],
)
def test_a_chart_that_cannot_be_is_told_without_a_traceback(write, arguments, told, capsys):
    assert cli.main(["evaluate", *arguments, str(write())]) == 2
    assert told in capsys.readouterr().err
