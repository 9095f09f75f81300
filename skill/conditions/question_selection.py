"""Which question next: the one whose answer is expected to tell most; and when enough is known to stop."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import log

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.inference import Inference, normalized
from skill.conditions.model import AnswerKind, PriorRow, Question

# Grade C: on simulated people a sixth changes the first cause of fewer than one in a hundred.
MOST_QUESTIONS = 5
# What makes an answer worth a turn, grade C, chosen on simulated people: an expected gain in nats, below which it would
# hardly move anything, and a rise in the chance that the first cause is right, below which it would decide nothing.
WORTH_ASKING = 0.03
WORTH_DECIDING = 0.01


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question with what its answer is expected to bring.

    `gain` is the information over the conditions, in nats; `lift` the rise in the chance that the first is the cause.
    """

    question: Question
    gain: float
    lift: float

    @property
    def worth_asking(self) -> bool:
        return self.gain >= WORTH_ASKING and self.lift >= WORTH_DECIDING


def next_question(inference: Inference, evidence: Evidence, asked: Collection[str]) -> Question | None:
    """The question to ask, or None when enough were asked, none is worth it, or one cause can be named alone.

    `asked` are ids of questions already put; they are not put again.
    """
    if enough_asked(inference, evidence, asked):
        return None
    worth = (each for each in candidates(inference, evidence, asked) if each.worth_asking)
    best = max(worth, key=lambda each: (each.gain, each.question.id), default=None)
    return best.question if best else None


def enough_asked(inference: Inference, evidence: Evidence, asked: Collection[str]) -> bool:
    """Whether the most questions were put, or after the first one cause stands out enough to be named alone."""
    put = [name for name in asked if name in inference.knowledge.questions]
    return len(put) >= MOST_QUESTIONS or (bool(put) and len(inference.differential(evidence).named()) == 1)


def candidates(inference: Inference, evidence: Evidence, asked: Collection[str]) -> Iterator[Candidate]:
    """Every question that may be asked now, with what it is expected to tell."""
    settled = inference.knowledge.settle(evidence)
    gain = _ExpectedGain(inference, settled)
    for question in inference.knowledge.questions.values():
        if question.id not in asked and is_open(question, settled):
            yield gain.of(question)


def is_open(question: Question, settled: Evidence) -> bool:
    """Whether the question makes sense, is safe, and asks something that was not said already."""
    if question.kind is AnswerKind.NUMBER or any(finding in settled for finding in question.touches()):
        return False
    if question.unless is not None and question.unless.holds(settled) is Presence.PRESENT:
        return False
    return question.when.holds(settled) is Presence.PRESENT


class _ExpectedGain:
    """Expected fall in entropy. Only the asked finding's group changes, so that an outcome costs one pass.

    An answer that would change the prior row is taken as if it did not: the difference is small against the gain.
    """

    def __init__(self, inference: Inference, settled: Evidence) -> None:
        self.inference = inference
        self.row: PriorRow = inference.prior_row(settled)
        self.counted = inference.counted(settled, self.row)
        self.scores = {name: log(self.row.p[name]) for name in inference.knowledge.conditions}
        for finding, presence in self.counted.values():
            self._add(self.scores, inference.ratios(finding, presence), 1)
        self.posterior = normalized(self.scores)
        self.entropy = _entropy(self.posterior)
        self.first = max(self.posterior, key=self.posterior.__getitem__)

    def of(self, question: Question) -> Candidate:
        weighed = [(self._chance(outcome), outcome) for outcome in question.outcomes()]
        total = sum(chance for chance, _ in weighed)
        if total == 0:
            return Candidate(question, 0.0, 0.0)
        entropy = first = 0.0
        for chance, outcome in weighed:
            after = self._after(outcome)
            entropy += chance / total * _entropy(after)
            # What the cause that leads now has lost to the one that leads then.
            first += chance / total * (max(after.values()) - after[self.first])
        return Candidate(question, max(0.0, self.entropy - entropy), first)

    def _chance(self, outcome: Evidence) -> float:
        """P(outcome) among people like this one."""
        return sum(weight * self._likelihood(outcome, name) for name, weight in self.posterior.items())

    def _likelihood(self, outcome: Evidence, condition: str) -> float:
        product = 1.0
        for finding, presence in outcome.findings.items():
            chance = self.inference.chance(finding, condition)
            if chance is not None:
                product *= chance if presence is Presence.PRESENT else 1 - chance
        return product

    def _after(self, outcome: Evidence) -> dict[str, float]:
        """The posterior, were this the answer."""
        scores = dict(self.scores)
        counted = dict(self.counted)
        for finding, presence in outcome.findings.items():
            ratios, group = self.inference.ratios(finding, presence), self.inference.group(finding)
            before = counted.get(group)
            if not ratios or self.row.holds_already(finding, presence):
                continue
            if self.inference.speaks_before(finding, presence, before):
                if before is not None:
                    self._add(scores, self.inference.ratios(*before), -1)
                self._add(scores, ratios, 1)
                counted[group] = (finding, presence)
        return normalized(scores)

    @staticmethod
    def _add(scores: dict[str, float], ratios: Mapping[str, float], sign: int) -> None:
        for name, ratio in ratios.items():
            scores[name] += sign * ratio


def _entropy(probabilities: Mapping[str, float]) -> float:
    """Shannon entropy in nats."""
    return -sum(p * log(p) for p in probabilities.values() if p > 0)
