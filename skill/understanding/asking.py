"""What an utterance asks of the guide, and what that is about."""

from __future__ import annotations

from dataclasses import dataclass

from skill.understanding.clauses import Clauses
from skill.understanding.hit import Hit
from skill.understanding.lexicon import Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.requests import RequestsReader
from skill.understanding.topics import Topic, TopicsReader

ADVICE, EXPLAIN, VENT = "advice", "explain", "vent"
_NOTHING = (0, 0)


@dataclass(frozen=True, slots=True)
class Asking:
    """A request and its topic, or the `condition` that advice is asked for.

    Words from the first to the second of `quoted` ask, and tell of nobody.
    """

    request: str | None = None
    topic: str | None = None
    quoted: tuple[int, int] = _NOTHING
    condition: str | None = None

    @property
    def puts_question(self) -> bool:
        """Whether it is a question about knees, or a sigh, which may stand beside an answer to ours."""
        return self.request in (ADVICE, VENT) or self.quoted != _NOTHING

    def tells(self, hit: Hit) -> bool:
        """Whether a hit tells of the patient. "Which lump do you mean" quotes us; "is ice good" only asks."""
        start, end = self.quoted
        return self.request != EXPLAIN and not (start <= hit.start < end)


class AskingReader:
    """Reads what is asked with one lexicon: in the words as said (`full`), and what it is about in their clauses."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._requests = RequestsReader(lexicon)
        self._topics = TopicsReader(lexicon)

    def by_form(self, full: Scan, clauses: Clauses, *, yes_or_no: bool) -> Asking:
        """What is asked whatever else is told: a question known by its form, or all that an utterance does.

        `yes_or_no`: the answer to a question of ours may be a yes or a no.
        """
        in_clauses = self._topics.question(clauses.scan)
        if question := in_clauses or self._topics.question(full):
            quoted = (question.start, question.end) if in_clauses else _NOTHING
            condition = self._topics.named(clauses.scan, ADVICE)
            return Asking(ADVICE, question.id, quoted, condition.id if condition else None)
        for request, start, end in self._requests.naming(clauses.scan):
            topic = self._topics.named(clauses.scan, request)
            if topic and start <= topic.start <= end:
                clause = clauses.at(topic.start)
                return Asking(request, topic.id, (clause.start, clause.end))
        return self._about(self._requests.only(full, yes_or_no=yes_or_no), clauses.scan)

    def beside(self, full: Scan, clauses: Clauses, *, alone: bool, corrects: bool) -> Asking:
        """What is asked beside what else is said; `alone` and `corrects` as in RequestsReader."""
        return self._about(self._requests.beside(full, alone=alone, corrects=corrects), clauses.scan)

    def _about(self, request: str | None, scan: Scan) -> Asking:
        topic: Topic | None = self._topics.named(scan, request)
        return Asking(request, topic.id if topic else None)
