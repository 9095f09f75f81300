from __future__ import annotations

import json
import shutil

import pytest

from skill.conditions.documents import DocumentError, read_documents
from skill.understanding.reader import HEARD, build_lexicon, load_lexicon
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
