"""Whether a locale's lexicon and the knowledge name the same findings and conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from skill.authoring.spoken_check import line_of
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.yaml_reader import Problem

FINDINGS, CONDITIONS = "findings/", "conditions.yaml"

_REMOVE = "correct the id or remove the words"


def lexicon_problems(knowledge: KnowledgeBase, documents: Mapping[str, Any], root: str) -> Iterator[Problem]:
    """Words for what the knowledge does not have, and findings that nobody can say. `documents` are those of heard/."""
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
    for condition in documents.get(CONDITIONS, {}):
        if condition not in knowledge.conditions:
            what = f"'{condition}' is not a condition of the knowledge"
            line = line_of(documents[CONDITIONS], (condition,))
            yield Problem(f"{root}/{CONDITIONS}", line, what, _REMOVE)
