"""Every mistake in the knowledge and in the words of all locales, found in one run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from skill.authoring.heard_check import HeardCheck
from skill.authoring.heard_reader import read_heard
from skill.authoring.lexicon_check import lexicon_problems
from skill.authoring.locale_check import locale_problems
from skill.authoring.spoken_check import SpokenCheck
from skill.conditions.documents import read_documents
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import build_knowledge
from skill.conditions.yaml_reader import Problem
from skill.locales.documents import HEARD, SAID, hearing
from skill.locales.documents import documents as locale_documents
from skill.locales.locale import fallbacks, locale_directories
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
    told: set[tuple[str, str]] = set()
    for directory in sorted(locale_directories(locales), key=lambda each: len(fallbacks(each, []))):
        found: list[Problem] = []
        entries += _locale(directory, comparable, found)
        problems += (each for each in found if each.line or _within(each) not in told)
        told.update(map(_within, found))
    return Report(tuple(sorted(set(problems))), entries)


def _within(problem: Problem) -> tuple[str, str]:
    """What is wrong and in which file of a locale: what is missing from a fallback is missing from its heirs."""
    return problem.path.partition("/")[2], problem.what


def _locale(directory: Path, knowledge: KnowledgeBase | None, problems: list[Problem]) -> int:
    """Check one locale and count its entries."""
    problems.extend(locale_problems(directory))
    root = f"{directory.name}/{SAID}"
    documents = locale_documents(directory, SAID, problems)
    words = build_words(documents, problems, root)
    if knowledge is not None:
        problems.extend(SpokenCheck(knowledge, words, documents, root).problems())
    # One that adds nothing to what is heard was looked at with the locale that hears for it.
    return _said(words) + (_heard(directory, knowledge, problems) if hearing(directory) == directory else 0)


def _heard(directory: Path, knowledge: KnowledgeBase | None, problems: list[Problem]) -> int:
    root = f"{directory.name}/{HEARD}"
    heard = read_heard(directory, problems)
    lexicon = locale_documents(directory, HEARD, problems)
    build_lexicon(lexicon, problems, root)
    if knowledge is not None:
        problems.extend(HeardCheck(knowledge, heard, root).problems())
        problems.extend(lexicon_problems(knowledge, lexicon, root))
    values = sum(len(each.values) for each in heard.types.values())
    return len(heard.intents) + values + sum(map(len, lexicon.values()))


def _said(words: Words) -> int:
    return sum(len(getattr(words, table)) for table in _WORDED)
