"""`check` finds what the knowledge and the words of a locale do not share, by file and line."""

from __future__ import annotations

import re
import shutil
from functools import cache

import pytest

from skill.authoring.check import check
from skill.authoring.model_files import LOCALES
from skill.conditions.loader import KNOWLEDGE


def copied(folder):
    shutil.copytree(KNOWLEDGE, folder / "knowledge")
    shutil.copytree(LOCALES, folder / "locales")
    return folder


@pytest.fixture
def trees(tmp_path):
    """Copies of the shipped knowledge and words, to be broken."""
    return copied(tmp_path)


@pytest.fixture(scope="module")
def shipped():
    return check(KNOWLEDGE, LOCALES)


def found(trees):
    return [str(problem) for problem in check(trees / "knowledge", trees / "locales").problems]


def replace(trees, file, old, new):
    path = trees / file
    text = path.read_text()
    assert re.search(old, text, re.MULTILINE)
    path.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE))


SAID, HEARD = "locales/en-US/said", "locales/en-US/heard"


MISTAKES = (
    (f"{SAID}/findings.yaml", r"^fall:.*\n", "", "en-US/said/findings.yaml:0: 'fall' has no words"),
    (f"{SAID}/care.yaml", r"^ease_off:", "ease_of:", "'ease_of' is worded, but is not in the knowledge"),
    (f"{SAID}/red_flags.yaml", r'^  item: "chest.*\n', "", "'E1' is asked for, but has no 'item' or no 'ask'"),
    (f"{SAID}/questions.yaml", r"gradual: ", "gradually: ", "'gradual' of 'options' of 'onset' has no words"),
    (f"{SAID}/questions.yaml", r"^  offered: \[\w+", "  offered: [knee", "offers 'knee', which is no option"),
    (f"{SAID}/prompts.yaml", r"\{cause\}", "{couse}", "'result' uses {couse}, but is given {cause}"),
    ("knowledge/care.yaml", r"grade: \w", "grade: Z", "knowledge/care.yaml:"),
    (f"{HEARD}/slots.yaml", r"^    giving_way:", "    giving_out:", "'giving_out' of the type 'Mechanical' is not"),
    (f"{HEARD}/slots.yaml", r"options of activity", "options of acts", "stands for 'options of acts'"),
    (f"{HEARD}/intents.yaml", r"answers: onset", "answers: offset", "'OnsetIntent' answers 'offset', which is no"),
    (f"{HEARD}/intents.yaml", r"^    answers: onset\n", "", "no intent answers the question 'onset'"),
    (
        f"{HEARD}/intents.yaml",
        r"^  OnsetIntent:",
        "  StartIntent:",
        "is elicited with 'OnsetIntent' and its only slot",
    ),
    (
        f"{HEARD}/intents.yaml",
        r"onset: Onset\}",
        "onset: Offset}",
        "has the type 'Offset', which slots.yaml does not",
    ),
    (f"{HEARD}/restored.yaml", r"^MyAgeIntent", "MyYearsIntent", "there is no intent 'MyYearsIntent'"),
    (f"{HEARD}/restored.yaml", r"hurts \{trigger\}", "hurts {x}", "'it hurts {x}' holds no slot of 'DescribePain"),
    (f"{HEARD}/findings/start.yaml", r"^fall:", "tumble:", "'tumble' is not a finding of the knowledge"),
    (f"{HEARD}/findings/start.yaml", r"^fall:", "tumble:", "no words say 'fall'"),
    (f"{HEARD}/conditions.yaml", r"^meniscal_tear:", "tear:", "'tear' is not a condition of the knowledge"),
    (f"{HEARD}/terms.yaml", r"^fabella:", "fable:", "'fable' is not a term of the knowledge"),
    (f"{HEARD}/terms.yaml", r"^fabella:", "fable:", "'fable' of the type 'Term' is not among the terms"),
    (f"{HEARD}/exercises.yaml", r"^bridge:", "tunnel:", "'tunnel' is not an exercise of the knowledge"),
    (f"{HEARD}/topics.yaml", r"^  scan:", "  scam:", "'scam' is not a topic of the knowledge"),
    (f"{HEARD}/topics.yaml", r"^  scan:", "  scam:", "no words ask about 'scan'"),
)
EDITS = tuple(dict.fromkeys(mistake[:3] for mistake in MISTAKES))


def copy_of(edit):
    """In one copy of the trees there is one mistake in a file at most; where knowledge cannot be read, no other."""
    file = edit[0]
    return file.startswith("knowledge"), sum(each[0] == file for each in EDITS[: EDITS.index(edit)])


@pytest.fixture(scope="module")
def found_in_copy(tmp_path_factory):
    @cache
    def found_in(copy):
        trees = copied(tmp_path_factory.mktemp("trees"))
        for edit in EDITS:
            if copy_of(edit) == copy:
                replace(trees, *edit)
        return found(trees)

    return found_in


@pytest.mark.parametrize(("file", "old", "new", "problem"), MISTAKES)
def test_a_mistake_between_the_trees_is_found(found_in_copy, file, old, new, problem):
    lines = found_in_copy(copy_of((file, old, new)))
    assert any(problem in line for line in lines), lines


def test_a_mistake_stands_with_its_line(trees):
    replace(trees, f"{SAID}/care.yaml", r"\Z", 'dance: "Dance."\n')
    line = (trees / SAID / "care.yaml").read_text().splitlines().index('dance: "Dance."') + 1
    assert any(text.startswith(f"en-US/said/care.yaml:{line}: 'dance'") for text in found(trees))


def test_a_condition_needs_a_file_of_words(trees):
    (trees / SAID / "conditions" / "bakers_cyst.yaml").unlink()
    assert any("conditions/bakers_cyst.yaml:0: is missing" in line for line in found(trees))


def test_a_file_of_words_needs_a_condition(trees):
    shutil.copy(trees / SAID / "conditions" / "bakers_cyst.yaml", trees / SAID / "conditions" / "cooks_cyst.yaml")
    assert any("conditions/cooks_cyst.yaml:0: is the words of no condition" in line for line in found(trees))


def test_mistakes_in_several_trees_come_in_one_run(trees):
    replace(trees, f"{SAID}/care.yaml", r"^ease_off:", "ease_of:")
    replace(trees, f"{HEARD}/restored.yaml", r"^MyAgeIntent", "MyYearsIntent")
    replace(trees, "knowledge/care.yaml", r"grade: \w", "grade: Z")
    lines = "\n".join(found(trees))
    assert all(part in lines for part in ("ease_of'", "MyYearsIntent", "knowledge/care.yaml"))


def test_knowledge_that_cannot_be_read_is_one_mistake_and_not_one_for_every_word(trees):
    replace(trees, "knowledge/sources.yaml", r"^  - \{id: source_article.*$", "  - {id: [broken")
    assert [problem.partition(":")[0] for problem in found(trees)] == ["knowledge/sources.yaml"]


def test_what_is_shipped_has_no_mistakes(shipped):
    assert shipped.problems == ()


def test_the_entries_of_every_tree_are_counted(shipped):
    assert shipped.entries > 500
