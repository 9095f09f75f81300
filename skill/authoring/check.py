"""Every mistake in the knowledge and in the words of all locales, found in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.authoring.heard import HeardModel
from skill.authoring.heard_check import HeardCheck
from skill.authoring.heard_reader import read_heard
from skill.authoring.lexicon_check import lexicon_problems
from skill.authoring.model_files import locale_directories
from skill.authoring.spoken_check import SpokenCheck
from skill.conditions.documents import read_documents
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import build_knowledge
from skill.conditions.yaml_reader import Problem
from skill.speech.words import Words
from skill.speech.words_reader import build_words
from skill.understanding.reader import build_lexicon

_SHARED = ("findings", "questions", "conditions", "red_flags", "care", "sources", "topics", "terms", "exercises")
_TABLES = (*_SHARED, "priors", "plans", "gates", "pain_rules")
_WORDED = (*_SHARED, "prompts", "asks")


@dataclass(frozen=True)
class Report:
    """What was found, in order of file and line, and how many entries were looked at."""

    problems: tuple[Problem, ...]
    entries: int


def check(knowledge_directory: Path, locales: Path) -> Report:
    """Read and compare everything; nothing that is wrong keeps the rest from being looked at."""
    problems: list[Problem] = []
    documents = read_documents(knowledge_directory, problems)
    knowledge = build_knowledge(documents, problems, knowledge_directory.name)
    entries = sum(len(getattr(knowledge, table)) for table in _TABLES)
    # Words cannot be held against knowledge that could not be read: every one of them would seem to be too many.
    comparable = knowledge if all(document is not None for document in documents.values()) else None
    for directory in locale_directories(locales):
        entries += _locale(directory, comparable, problems)
    return Report(tuple(sorted(set(problems))), entries)


def _locale(directory: Path, knowledge: KnowledgeBase | None, problems: list[Problem]) -> int:
    """Check one locale and count its entries."""
    root = f"{directory.name}/said"
    documents = read_documents(directory / "said", problems, root)
    words = build_words(documents, problems, root)
    heard = read_heard(directory, problems)
    root = f"{directory.name}/heard"
    lexicon = read_documents(directory / "heard", problems, root)
    build_lexicon(lexicon, problems, root)
    if knowledge is not None:
        problems.extend(SpokenCheck(knowledge, words, documents, f"{directory.name}/said").problems())
        problems.extend(HeardCheck(knowledge, heard, root).problems())
        problems.extend(lexicon_problems(knowledge, lexicon, root))
    return _count(words, heard, lexicon)


def _count(words: Words, heard: HeardModel, lexicon: Mapping[str, Any]) -> int:
    return sum(_entries(words, heard, lexicon))


def _entries(words: Words, heard: HeardModel, lexicon: Mapping[str, Any]) -> Iterator[int]:
    yield from (len(getattr(words, table)) for table in _WORDED)
    yield len(heard.intents)
    yield from (len(each.values) for each in heard.types.values())
    yield from (len(document) for document in lexicon.values())
