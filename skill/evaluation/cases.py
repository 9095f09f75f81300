"""Case files -> cases: JSON Lines, or YAML with one case or a list of them. Read strictly, since a case is a test.

A case: `id`, `says` (the first words), `answers` (finding -> present, absent or unknown: what is answered if asked),
`facts` (age, side, duration_days, sport, for_child, and sex, which nothing asks for), `condition`, `acceptable` (other
right causes), `triage`, `triage_ok` (levels that will do), `felt` (where it hurts); and, for readers, `true_name`,
`source` and `why`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.conditions.documents import DocumentError
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import TriageLevel
from skill.conditions.yaml_reader import Fields, LocatedDict, Problem, read_yaml

POSTERIOR = "posterior"
FELT = (POSTERIOR, "calf", "knee_other", "leg_other")

_LEVELS = tuple(level.id for level in TriageLevel)
_PRESENCES = tuple(presence.value for presence in Presence)
_SIDES, _SPORTS, _SEXES = ("left", "right", "both"), ("running", "cycling", "other"), ("F", "M")
_OLDEST, _LONGEST = 130, 36_500  # years of age, days of pain
_YAML = (".yaml", ".yml")
_FOR_READERS = ("true_name", "source", "why")


@dataclass(frozen=True, slots=True)
class Case:
    """One person, and what would be right to tell them. `acceptable` includes the condition itself."""

    id: str
    says: str
    evidence: Evidence
    condition: str
    acceptable: frozenset[str]
    triage: TriageLevel
    triage_ok: frozenset[TriageLevel]
    felt: str


def load_cases(path: Path, knowledge: KnowledgeBase) -> tuple[Case, ...]:
    """The cases in a file, or in all files of a folder; a name ending in .yaml or .yml is YAML, any other JSON Lines.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    cases: dict[str, Case] = {}
    for fields in _entries(path, problems):
        case = _case(fields, knowledge)
        if case.id in cases:
            fields.report("id", f"the id '{case.id}' stands twice", "give it another id or remove it")
        cases[case.id] = case
    if not cases and not problems:
        problems.append(Problem(str(path), 0, "has no cases", "write one case a line"))
    if problems:
        raise DocumentError(problems)
    return tuple(cases.values())


def _entries(path: Path, problems: list[Problem]) -> Iterator[Fields]:
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if path == file or file.suffix in (*_YAML, ".jsonl"):
            read = _from_yaml if file.suffix in _YAML else _from_json_lines
            yield from read(file, problems)


def _from_yaml(path: Path, problems: list[Problem]) -> Iterator[Fields]:
    document = read_yaml(path, str(path), problems)
    if isinstance(document, list):
        document = LocatedDict() | {"cases": document}
        yield from Fields(document, str(path), problems).items("cases")
    elif document:
        yield Fields.of(document, str(path), problems)


def _from_json_lines(path: Path, problems: list[Problem]) -> Iterator[Fields]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        problems.append(Problem(str(path), 0, f"cannot be read ({error.strerror})", "check that the file exists"))
        return
    except UnicodeDecodeError:
        problems.append(Problem(str(path), 0, "is not UTF-8 text", "save the file as UTF-8"))
        return
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Fields.of(_JsonLine(str(path), number, problems).read(line), str(path), problems, number)
        except json.JSONDecodeError as error:
            problems.append(Problem(str(path), number, f"is not JSON: {error.msg}", "write one JSON object a line"))


@dataclass(frozen=True, slots=True)
class _JsonLine:
    """Turns one line of JSON into located mappings: JSON itself silently keeps the last of two equal keys."""

    path: str
    number: int
    problems: list[Problem]

    def read(self, line: str) -> Any:
        return json.loads(line, object_pairs_hook=self._located)

    def _located(self, pairs: list[tuple[str, Any]]) -> LocatedDict:
        result = LocatedDict(self.number)
        for key, value in pairs:
            if key in result:
                self.problems.append(Problem(self.path, self.number, f"key '{key}' stands twice", "keep one of them"))
            result[key] = value
        return result


def _case(fields: Fields, knowledge: KnowledgeBase) -> Case:
    condition = _known(fields, "condition", fields.text("condition"), knowledge.conditions)
    acceptable = (_known(fields, "acceptable", each, knowledge.conditions) for each in fields.texts("acceptable"))
    triage = fields.choice("triage", _LEVELS)
    levels = [_known(fields, "triage_ok", each, _LEVELS) for each in fields.texts("triage_ok", required=True)]
    if levels and fields.take("triage") in _LEVELS and triage not in levels:
        fields.report("triage_ok", f"the levels that will do leave out '{triage}' itself", "add it")
    case = Case(
        id=fields.text("id"),
        says=fields.text("says"),
        evidence=Evidence(_answers(fields.mapping("answers"), knowledge), _facts(fields.mapping("facts"))),
        condition=condition,
        acceptable=frozenset((condition, *acceptable)),
        triage=TriageLevel[triage.upper()],
        triage_ok=frozenset(TriageLevel[level.upper()] for level in levels if level in _LEVELS),
        felt=fields.choice("felt", FELT),
    )
    for key in _FOR_READERS:
        fields.optional_text(key)
    fields.close()
    return case


def _known(fields: Fields, key: str, name: str, known: Collection[str]) -> str:
    if name and name not in known:
        fields.report(key, f"there is no '{name}'", f"write one of {', '.join(known)}")
    return name


def _answers(fields: Fields, knowledge: KnowledgeBase) -> dict[str, Presence]:
    for name in fields.values:
        if name not in knowledge.findings:
            fields.report(name, f"there is no finding '{name}'", "write an id of findings.yaml")
    return {name: Presence(fields.choice(name, _PRESENCES)) for name in fields.values}


def _facts(fields: Fields) -> Facts:
    facts = Facts(
        age=fields.integer("age", 0, _OLDEST) if fields.has("age") else None,
        side=fields.choice("side", _SIDES) if fields.has("side") else None,
        duration_days=fields.integer("duration_days", 0, _LONGEST) if fields.has("duration_days") else None,
        sport=fields.choice("sport", _SPORTS) if fields.has("sport") else None,
        for_child=fields.flag("for_child") if fields.has("for_child") else None,
    )
    if fields.has("sex"):
        fields.choice("sex", _SEXES)
    fields.close()
    return facts
