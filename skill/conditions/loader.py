"""Knowledge files -> `KnowledgeBase`. The path is the identity: `conditions/bakers_cyst.yaml` holds `bakers_cyst`.

Reading files and building from documents are apart, so that a package can ship the documents as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from skill.conditions import coaching, entries, exercise_entries, topics
from skill.conditions.documents import DocumentError, read_documents
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.validate import problems_within
from skill.conditions.yaml_reader import Fields, Problem

KNOWLEDGE = Path(__file__).parent / "knowledge"

_Entry = TypeVar("_Entry", bound=entries.HasId)


def load_knowledge(directory: Path = KNOWLEDGE) -> KnowledgeBase:
    """The knowledge base in `directory`.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    knowledge = build_knowledge(read_documents(directory, problems), problems, directory.name)
    if problems:
        raise DocumentError(problems)
    return knowledge


def build_knowledge(documents: Mapping[str, Any], problems: list[Problem], root: str = "knowledge") -> KnowledgeBase:
    """The knowledge base in the documents, with what is wrong appended to `problems`."""

    unread = []

    def fields(name: str) -> Fields:
        path = f"{root}/{name}"
        if name not in documents:
            problems.append(Problem(path, 0, "is missing", "add the file"))
        if not isinstance(documents.get(name), Mapping):
            unread.append(name)
        return Fields.of(documents.get(name), path, problems)

    def table(name: str, key: str, read: entries.Reader[_Entry]) -> dict[str, _Entry]:
        document = fields(name)
        result = _by_id(document, key, read)
        document.close()
        return result

    conditions = {}
    for name in sorted(documents):
        if name.startswith("conditions/"):
            condition = entries.condition(fields(name), Path(name).stem)
            conditions[condition.id] = condition
    prior_rows, prior_citation = entries.priors(fields("priors.yaml"))
    exercising, coached = fields("exercises.yaml"), fields("coaching.yaml")
    knowledge = KnowledgeBase(
        findings=table("findings.yaml", "findings", entries.finding),
        questions=table("questions.yaml", "questions", entries.question),
        conditions=conditions,
        priors=prior_rows,
        prior_citation=prior_citation,
        red_flags=table("red_flags.yaml", "red_flags", entries.red_flag),
        care=table("care.yaml", "steps", entries.care_step),
        sources=table("sources.yaml", "sources", entries.source),
        topics=table("topics.yaml", "topics", lambda item: topics.topic(item, conditions)),
        terms=table("terms.yaml", "terms", topics.term),
        exercises=_by_id(exercising, "exercises", exercise_entries.exercise),
        plans=_by_id(exercising, "plans", exercise_entries.plan),
        gates=_by_id(coached, "gates", coaching.gate),
        pain_rules=_by_id(coached, "pain_rules", coaching.pain_rule),
        stop_rule=coaching.stop_rule(coached.mapping("stop", required=True)),
    )
    exercising.close()
    coached.close()
    if not unread:  # else every use of an id of an unread file would seem wrong
        problems.extend(problems_within(knowledge, documents, root))
    return knowledge


def _by_id(document: Fields, key: str, read: entries.Reader[_Entry]) -> dict[str, _Entry]:
    result: dict[str, _Entry] = {}
    for item in document.items(key, required=True):
        entry = read(item)
        item.close()
        if entry.id in result:
            item.report("id", f"the id '{entry.id}' stands twice", "give it another id or remove it")
        result[entry.id] = entry
    return result
