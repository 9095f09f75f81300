"""Whether the words of a locale's said/ folder fit the knowledge: every id worded, and no words without an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import TriageLevel
from skill.conditions.yaml_reader import LocatedDict, Problem
from skill.speech.words import Words

Documents = Mapping[str, Any]


@dataclass(frozen=True)
class SpokenCheck:
    """Compares one locale's words with the knowledge. `root` is how problems name its said/ folder."""

    knowledge: KnowledgeBase
    words: Words
    documents: Documents
    root: str

    def problems(self) -> Iterator[Problem]:
        """Every id without words and every wording without an id."""
        known, words = self.knowledge, self.words
        for file, ids, worded in (
            ("findings.yaml", known.findings, words.findings),
            ("questions.yaml", known.questions, words.questions),
            ("red_flags.yaml", known.red_flags, words.red_flags),
            ("care.yaml", known.care, words.care),
            ("sources.yaml", known.sources, words.sources),
            ("topics.yaml", known.topics, words.topics),
            ("terms.yaml", known.terms, words.terms),
        ):
            yield from self._both_ways(file, (), ids, worded)
        yield from self._files("condition", known.conditions, words.conditions)
        yield from self._files("exercise", known.exercises, words.exercises)
        yield from self._options()
        yield from self._checks()
        yield from self._severities()
        yield from self._flags()
        yield from self._years()
        yield from self._topics()
        yield from self._exercises()
        yield from self._coaching()

    def _files(self, kind: str, ids: Iterable[str], worded: Iterable[str]) -> Iterator[Problem]:
        """The words of a condition or an exercise are a file of its own: what is missing or left over is a file."""
        for name in sorted(set(ids) ^ set(worded)):
            file = f"{self.root}/{kind}s/{name}.yaml"
            if name in ids:
                yield Problem(file, 0, f"is missing, though the knowledge has the {kind}", "add the file")
            else:
                yield Problem(file, 0, f"is the words of no {kind} of the knowledge", "remove the file")

    def _options(self) -> Iterator[Problem]:
        """Every option of a choice is named, and what is offered aloud is an option."""
        for name, question in self.knowledge.questions.items():
            worded = self.words.questions.get(name)
            if worded is None:
                continue
            yield from self._both_ways("questions.yaml", (name, "options"), question.options, worded.options)
            for option in worded.offered:
                if option not in question.options:
                    what = f"'{name}' offers '{option}', which is no option of the question"
                    yield self._problem("questions.yaml", (name, "offered"), what, "correct it or remove it")

    def _checks(self) -> Iterator[Problem]:
        """Where something can be tried for an answer, it is said what; and nothing else is offered to be tried."""
        for name, question in self.knowledge.questions.items():
            worded = self.words.questions.get(name)
            if worded is None or (question.check_when is None) == (worded.check is None):
                continue
            if worded.check is None:
                yield self._problem(
                    "questions.yaml", (name,), f"'{name}' can be checked, but has no 'check'", "write it"
                )
            else:
                what = f"'{name}' has a 'check', but the knowledge does not say when it is safe"
                yield self._problem("questions.yaml", (name, "check"), what, "add 'check_when' there or remove it")

    def _severities(self) -> Iterator[Problem]:
        for name, condition in self.knowledge.conditions.items():
            worded = self.words.conditions.get(name)
            if worded is not None:
                ids = [severity.id for severity in condition.severities]
                yield from self._both_ways(f"conditions/{name}.yaml", ("severities",), ids, worded.severities)

    def _flags(self) -> Iterator[Problem]:
        """A red flag that is asked for has words to ask with."""
        for name, flag in self.knowledge.red_flags.items():
            worded = self.words.red_flags.get(name)
            if worded is not None and flag.asks and not (worded.item and worded.ask):
                what = f"'{name}' is asked for, but has no 'item' or no 'ask'"
                yield self._problem("red_flags.yaml", (name,), what, "write both")
            if worded is not None and flag.level is TriageLevel.SEE_CLINICIAN and not worded.see:
                what = f"'{name}' sends to a clinician, but does not say what to tell there"
                yield self._problem("red_flags.yaml", (name,), what, "write 'see'")

    def _years(self) -> Iterator[Problem]:
        """A source is named with its year, so that it can be told how old it is."""
        for name, source in self.knowledge.sources.items():
            worded = self.words.sources.get(name)
            if worded and source.year and str(source.year) not in worded:
                what = f"'{name}' is of {source.year}, which its words do not say"
                yield self._problem("sources.yaml", (name,), what, "say the year")

    def _topics(self) -> Iterator[Problem]:
        for name, topic in self.knowledge.topics.items():
            worded = self.words.topics.get(name)
            if worded is not None:
                path = (name, "by_condition")
                yield from self._both_ways("topics.yaml", path, topic.by_condition, worded.conditions)

    def _exercises(self) -> Iterator[Problem]:
        """Every phase that is counted has its word, and what was not tried on this very thing says so."""
        for name, exercise in self.knowledge.exercises.items():
            worded = self.words.exercises.get(name)
            if worded is None:
                continue
            file, phases = f"exercises/{name}.yaml", [phase.id for phase in exercise.tempo]
            yield from self._both_ways(file, ("phases",), phases, worded.phases)
            if exercise.extrapolated and not worded.caution:
                what = f"'{name}' is extrapolated, but has no 'caution'"
                yield self._problem(file, ("about",), what, "write what the research was on")

    def _coaching(self) -> Iterator[Problem]:
        known, worded = self.knowledge, self.words.coaching
        felt = [gate.id for gate in known.gates.values() if set(gate.asks) & set(known.red_flags)]
        used = (item for exercise in known.exercises.values() for item in exercise.equipment)
        for key, ids, words in (
            ("gates", known.gates, worded.gates),
            ("gate_items", felt, worded.gate_items),
            ("pain_rules", known.pain_rules, worded.pain_rules),
            ("equipment", used, worded.equipment),
            ("plans", known.plans, worded.plans),
        ):
            yield from self._both_ways("coaching.yaml", (key,), ids, words)

    def _both_ways(
        self, file: str, path: tuple[str, ...], ids: Iterable[str], worded: Iterable[str]
    ) -> Iterator[Problem]:
        where = "".join(f" of '{part}'" for part in reversed(path))
        known, said = dict.fromkeys(ids), dict.fromkeys(worded)
        for name in known:
            if name not in said:
                what = f"'{name}'{where} has no words"
                yield self._problem(file, path, what, "write them")
        for name in said:
            if name not in known:
                what = f"'{name}'{where} is worded, but is not in the knowledge"
                yield self._problem(file, (*path, name), what, "correct the id or remove the words")

    def _problem(self, file: str, path: tuple[str, ...], what: str, mend: str) -> Problem:
        return Problem(f"{self.root}/{file}", line_of(self.documents.get(file), path), what, mend)


def line_of(document: Any, path: tuple[str, ...]) -> int:
    """The line of the deepest key along `path` that the document has; 0 for a document without lines."""
    line = 0
    for key in path:
        if not isinstance(document, LocatedDict) or key not in document:
            break
        line, document = document.lines[key], document[key]
    return line
