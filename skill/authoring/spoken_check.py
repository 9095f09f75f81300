"""Whether the words of a locale's said/ folder fit the knowledge: every id worded, and no words without an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from skill.conditions.knowledge_base import KnowledgeBase
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
        ):
            yield from self._both_ways(file, (), ids, worded)
        yield from self._conditions()
        yield from self._options()
        yield from self._severities()
        yield from self._flags()

    def _conditions(self) -> Iterator[Problem]:
        """A condition's words are a file of its own, so what is missing or left over is a file."""
        for name in sorted(set(self.knowledge.conditions) ^ set(self.words.conditions)):
            file = f"{self.root}/conditions/{name}.yaml"
            if name in self.knowledge.conditions:
                yield Problem(file, 0, "is missing, though the knowledge has the condition", "add the file")
            else:
                yield Problem(file, 0, "words a condition that the knowledge does not have", "remove the file")

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
