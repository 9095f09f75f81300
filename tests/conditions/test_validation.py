"""Each validation rule has a folder in `broken/`: the one file that differs from `sound/`, and the line it gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from skill.conditions.documents import DocumentError
from skill.conditions.loader import load_knowledge

BROKEN = Path(__file__).parent / "broken"
SOUND = BROKEN / "sound"
FAULTS = sorted(folder.name for folder in BROKEN.iterdir() if folder != SOUND)


def with_faults(directory: Path, *faults: str) -> Path:
    """The sound knowledge, overlaid with the files of the faults."""
    knowledge = directory / "knowledge"
    for folder in (SOUND, *(BROKEN / fault for fault in faults)):
        shutil.copytree(folder, knowledge, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    return knowledge


def problems_of(knowledge: Path) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        load_knowledge(knowledge)
    return [str(problem) for problem in caught.value.problems]


def expected_of(fault: str) -> str:
    return (BROKEN / fault / "expected.txt").read_text(encoding="utf-8").strip()


def test_the_sound_knowledge_has_no_problem(tmp_path: Path) -> None:
    assert set(load_knowledge(with_faults(tmp_path)).conditions) == {"cyst", "strain"}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_one_line_with_its_place_and_its_mend(fault: str, tmp_path: Path) -> None:
    assert problems_of(with_faults(tmp_path, fault)) == [expected_of(fault)]


def test_several_faults_all_come_in_one_run(tmp_path: Path) -> None:
    faults = (
        "choice_with_one_option",
        "duplicate_key",
        "exclusive_findings_over_one",
        "missing_prior",
        "probability_above_one",
        "unknown_key",
        "unreachable_red_flag",
    )
    assert sorted(problems_of(with_faults(tmp_path, *faults))) == sorted(map(expected_of, faults))


@pytest.mark.parametrize("name", sorted(path.name for path in SOUND.glob("*.yaml")))
def test_a_missing_file_is_one_line(name: str, tmp_path: Path) -> None:
    knowledge = with_faults(tmp_path)
    (knowledge / name).unlink()
    assert problems_of(knowledge) == [f"knowledge/{name}:0: is missing; add the file"]


def test_an_unreadable_file_does_not_hide_faults_within_the_others(tmp_path: Path) -> None:
    faults = ("not_yaml", "probability_above_one")
    assert sorted(problems_of(with_faults(tmp_path, *faults))) == sorted(map(expected_of, faults))


def test_problems_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    problems = problems_of(with_faults(tmp_path, "unknown_key", "duplicate_key", "missing_prior"))
    assert [line.split(":")[0] for line in problems] == [
        "knowledge/care.yaml",
        "knowledge/priors.yaml",
        "knowledge/sources.yaml",
    ]
