from __future__ import annotations

import json
import shutil

import pytest

from skill.conditions.documents import DocumentError, read_documents
from skill.understanding.reader import COMPILED, HEARD, build_lexicon, compile_lexicon, load_lexicon
from skill.understanding.understander import Understander
from tests.understanding.conftest import LOCALE


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(LOCALE / "heard", tmp_path / "heard")
    return tmp_path


def test_the_lexicon_of_the_locale_has_no_problems():
    problems = []
    build_lexicon(read_documents(LOCALE / HEARD, problems), problems)
    assert problems == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('    - "a (broken"\n', "not closed"),
        ('    - "{no_such_group} hurts"\n', "no word group {no_such_group}"),
        ('    - "... then"\n', "begins with a word"),
        ('    - "[if] [so]"\n', "begins with a word"),
    ],
)
def test_a_mistake_in_the_words_is_reported_with_file_and_line(copy, line, says):
    path = copy / "heard" / "findings" / "extra.yaml"
    path.write_text(f"limp:\n  said:\n{line}", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"heard/findings/extra\.yaml:3: ") as raised:
        load_lexicon(copy)
    assert says in str(raised.value)


def test_an_unknown_key_is_reported(copy):
    path = copy / "heard" / "findings" / "extra.yaml"
    path.write_text('limp:\n  sayed:\n    - "limp"\n', encoding="utf-8")
    with pytest.raises(DocumentError, match=r"extra\.yaml:2: unknown key 'sayed'"):
        load_lexicon(copy)


def test_a_missing_file_is_reported(copy):
    (copy / "heard" / "answers.yaml").unlink()
    with pytest.raises(DocumentError, match=r"answers\.yaml"):
        load_lexicon(copy)


def test_documents_compiled_to_json_understand_the_same():
    documents = json.loads(json.dumps(read_documents(LOCALE / HEARD, [])))
    heard = Understander(build_lexicon(documents, [])).understand("there's a lump behind my left knee")
    assert heard.evidence.present("lump_behind_knee")


@pytest.mark.parametrize("phrase", ["back ... knee", "(calf|back ... knee)", "[back]", "knee {end}"])
def test_a_phrase_that_no_word_group_can_have_is_reported(copy, phrase):
    with (copy / "heard" / "body.yaml").open("a", encoding="utf-8") as file:
        file.write(f'odd: ["{phrase}"]\n')
    with pytest.raises(DocumentError, match=r"heard/body\.yaml:\d+: a phrase of a word group needs a word"):
        load_lexicon(copy)


def test_a_pattern_that_anything_would_fit_is_reported(copy):
    with (copy / "heard" / "exercising.yaml").open("a", encoding="utf-8") as file:
        file.write('odd:\n  anywhere: ["[please]"]\n')
    with pytest.raises(DocumentError, match=r"heard/exercising\.yaml:\d+: .* that can not be left out"):
        load_lexicon(copy)


def test_a_compiled_lexicon_from_json_understands_the_same():
    compiled = json.loads(json.dumps(compile_lexicon(read_documents(LOCALE / HEARD, []), [])))
    understander = Understander(build_lexicon({COMPILED: compiled}, []))
    text = "there's no lump behind my left knee but it's been locking for two weeks, can I still run?"
    assert understander.understand(text) == Understander(load_lexicon(LOCALE)).understand(text)
