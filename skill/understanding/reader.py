"""The documents of a locale's heard/ folder -> a Lexicon.

Documents are plain dicts by file name ("words.yaml", "findings/knee.yaml"), so that a package may ship them
compiled to JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skill.conditions.documents import DocumentError
from skill.conditions.yaml_reader import Problem
from skill.locales.documents import HEARD, documents
from skill.understanding.lexicon import (
    CONDITION,
    EXERCISE,
    OPTION,
    ORDINAL,
    SPORT,
    TERM,
    TOPICS,
    Lexicon,
    lexicon_of,
)
from skill.understanding.lexicon_compiler import LexiconCompiler

COMPILED = "lexicon.json"
NUMBER = "number"  # the word group of all number words
_BODY, _WORDS, _CONTEXT, _TOPICS = "body.yaml", "words.yaml", "context.yaml", f"{TOPICS}.yaml"
_MISHEARINGS, _OPTIONS, _FACTS = "mishearings.yaml", "options.yaml", "facts.yaml"
_NAMES = {"conditions.yaml": CONDITION, "terms.yaml": TERM, "exercises.yaml": EXERCISE}
_ANSWERING = ("answers.yaml", "requests.yaml", "exercising.yaml")
_NEEDED = (_BODY, _WORDS, _CONTEXT, _TOPICS, _MISHEARINGS, _OPTIONS, _FACTS, *_NAMES, *_ANSWERING)
_FINDINGS = "findings/"


def build_lexicon(documents: Mapping[str, Any], problems: list[Problem], root: str = HEARD) -> Lexicon:
    """The lexicon written in the documents, mistakes added to `problems`, which name files from `root` on."""
    return lexicon_of(documents.get(COMPILED) or compile_lexicon(documents, problems, root))


def compile_lexicon(documents: Mapping[str, Any], problems: list[Problem], root: str = HEARD) -> dict[str, Any]:
    """What the lexicon is made of: a package ships it as the document COMPILED, in place of those it was read from.

    Documents of other files are left alone.
    """
    compiler = LexiconCompiler(problems)

    def document(name: str) -> dict[str, Any]:
        found = documents.get(name)
        if isinstance(found, Mapping):
            return dict(found)
        mend = "restore the file" if name not in documents else "write 'key: value' lines"
        problems.append(Problem(f"{root}/{name}", 0, "has no words", mend))
        return {}

    needed = {name: document(name) for name in _NEEDED}
    compiler.add_groups(needed[_BODY], f"{root}/{_BODY}", nouns=True)
    compiler.add_groups(needed[_WORDS], f"{root}/{_WORDS}")
    compiler.add_exclusive(needed[_CONTEXT].pop("exclusive", []))
    compiler.add_groups(needed[_CONTEXT], f"{root}/{_CONTEXT}")
    for name, prefix in _NAMES.items():
        compiler.add_groups(needed[name], f"{root}/{name}", prefix=prefix)
    compiler.add_groups(needed[_OPTIONS].get("options", {}), f"{root}/{_OPTIONS}", prefix=OPTION)
    compiler.add_groups(needed[_OPTIONS].get("ordinals", {}), f"{root}/{_OPTIONS}", prefix=ORDINAL)
    compiler.add_groups(needed[_FACTS].pop("sports", {}), f"{root}/{_FACTS}", prefix=SPORT)
    compiler.add_groups(needed[_FACTS].pop("groups", {}), f"{root}/{_FACTS}")
    compiler.add_groups({NUMBER: list(needed[_FACTS].get("numbers", {}))}, f"{root}/{_FACTS}")
    compiler.add_groups(needed[_TOPICS].get("groups", {}), f"{root}/{_TOPICS}")
    compiler.add_lists(TOPICS, needed[_TOPICS].get("topics", {}), f"{root}/{_TOPICS}")
    for name in filter(lambda name: name.startswith(_FINDINGS), documents):
        compiler.add_findings(document(name), f"{root}/{name}")
    for name in _ANSWERING:
        for id_, places in needed[name].items():
            compiler.add_lists(f"{name.removesuffix('.yaml')}/{id_}", places, f"{root}/{name}")
    for name in (_FACTS, _MISHEARINGS):
        for table, value in needed[name].items():
            compiler.add_table(table, value)
    return compiler.compiled()


def load_lexicon(locale_directory: Path) -> Lexicon:
    """The lexicon of one locale.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    root = f"{locale_directory.name}/{HEARD}"
    lexicon = build_lexicon(documents(locale_directory, HEARD, problems), problems, root)
    if problems:
        raise DocumentError(problems)
    return lexicon
