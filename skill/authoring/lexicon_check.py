"""Whether a locale's lexicon and the knowledge name the same findings, conditions, terms, exercises and topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from skill.authoring.spoken_check import line_of
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.yaml_reader import Problem

FINDINGS, TOPICS = "findings/", "topics.yaml"

_REMOVE = "correct the id or remove the words"


def lexicon_problems(knowledge: KnowledgeBase, documents: Mapping[str, Any], root: str) -> Iterator[Problem]:
    """Words for what the knowledge does not have, and findings and topics that nobody can say.

    `documents` are those of heard/.
    """
    heard = set()
    for name, document in documents.items():
        for finding in document if name.startswith(FINDINGS) else ():
            heard.add(finding)
            if finding not in knowledge.findings:
                what = f"'{finding}' is not a finding of the knowledge"
                yield Problem(f"{root}/{name}", line_of(document, (finding,)), what, _REMOVE)
    for finding in knowledge.findings.values():
        if finding.id not in heard and finding.derived is None:
            what = f"no words say '{finding.id}'"
            yield Problem(f"{root}/{FINDINGS.rstrip('/')}", 0, what, "add patterns to one of the files there")
    yield from _named(knowledge, documents, root)


def _named(knowledge: KnowledgeBase, documents: Mapping[str, Any], root: str) -> Iterator[Problem]:
    """The same of what people ask about. A cause that has no name of its own need not be named."""
    topics = documents.get(TOPICS, {}).get("topics", {})
    tables: tuple[tuple[str, str, Mapping[str, Any], Iterable[str]], ...] = (
        ("conditions.yaml", "a condition", documents.get("conditions.yaml", {}), knowledge.conditions),
        ("terms.yaml", "a term", documents.get("terms.yaml", {}), knowledge.terms),
        (
            "exercises.yaml",
            "an exercise",
            documents.get("exercises.yaml", {}),
            (*knowledge.exercises, *knowledge.plans),
        ),
        (TOPICS, "a topic", topics, knowledge.topics),
    )
    for name, kind, words, known in tables:
        for each in words:
            if each not in known:
                yield Problem(
                    f"{root}/{name}", line_of(words, (each,)), f"'{each}' is not {kind} of the knowledge", _REMOVE
                )
        for each in known:
            if each not in words:
                yield Problem(f"{root}/{name}", 0, f"no words ask about '{each}'", "add what people call it")
