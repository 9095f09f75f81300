"""Priors times P(finding | condition) -> a ranked differential, with every contribution kept for explanation.

Findings hang together, so that plain multiplication would be too sure of itself: each log likelihood ratio is shrunk
to 0.7 of itself and capped at a factor of 8 either way, and of a group of correlated findings only one counts
(clinical.md, 5.3; the two numbers are grade C). What is unknown counts nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import PriorRow

SHRINKAGE = 0.7
CAP = log(8)
# A probability of 0 or 1 would let one answer overrule everything else.
_FLOOR = 0.005

# How causes are named (design, section 3): a second one when the first is under this, or the next this close.
SURE_ENOUGH = 0.45
TOO_CLOSE = 0.15
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one finding did: for each condition, the natural log of its shrunk and capped likelihood ratio."""

    finding: str
    presence: Presence
    log_ratios: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Differential:
    """Conditions with their posterior, likeliest first; the prior row used; what each counted finding contributed.

    `encoded` are the present findings whose part is in the prior row, with what that row did against the last one.
    """

    ranked: tuple[tuple[str, float], ...]
    row: str
    contributions: tuple[Contribution, ...]
    encoded: tuple[Contribution, ...] = ()

    @property
    def top(self) -> str:
        return self.ranked[0][0]

    def posterior(self, condition: str) -> float:
        return dict(self.ranked)[condition]

    def named(self) -> tuple[str, ...]:
        """The one to three causes that may be spoken: more than one only when the first does not stand out."""
        (first, best), *others = self.ranked
        names = [first]
        for name, posterior in others[: MOST_NAMED - 1]:
            close = best - posterior < TOO_CLOSE
            if close or (len(names) == 1 and best < SURE_ENOUGH):
                names.append(name)
        return tuple(names)


class Inference:
    """The knowledge base's numbers as tables of log ratios, made once; then one differential costs microseconds."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        base = knowledge.priors[-1].p
        names = {name for condition in knowledge.conditions.values() for name in condition.likelihoods}
        self._chances = {name: self._chances_of(name, base) for name in sorted(names)}
        self._ratios = {
            (name, presence): self._log_ratios(name, presence, base)
            for name in self._chances
            for presence in (Presence.PRESENT, Presence.ABSENT)
        }

    def differential(self, evidence: Evidence) -> Differential:
        """The conditions ranked by posterior. The order in which evidence came does not matter."""
        settled = self.knowledge.settle(evidence)
        row = self.prior_row(settled)
        contributions = []
        scores = {name: log(row.p[name]) for name in self.knowledge.conditions}
        # In a fixed order, since sums of floats depend on it in the last digit.
        for finding, presence in sorted(self.counted(settled, row).values(), key=lambda each: each[0]):
            contributions.append(Contribution(finding, presence, self._ratios[finding, presence]))
            for name, ratio in self._ratios[finding, presence].items():
                scores[name] += ratio
        ranked = sorted(normalized(scores).items(), key=lambda item: (-item[1], item[0]))
        return Differential(tuple(ranked), row.id, tuple(contributions), self._encoded(settled, row))

    def prior_row(self, settled: Evidence) -> PriorRow:
        """The first row that fits; the last one fits everyone."""
        rows = self.knowledge.priors
        return next((row for row in rows if row.when.holds(settled) is Presence.PRESENT), rows[-1])

    def counted(self, settled: Evidence, row: PriorRow) -> dict[str, tuple[str, Presence]]:
        """Group -> the one finding that speaks for it; a finding without a group is its own.

        What is present speaks before what is absent, then the more telling before the less. A group of which the
        prior row encodes a present finding has been heard already.
        """
        result: dict[str, tuple[str, Presence]] = {}
        silent = {self.group(name) for name in row.encodes if settled.present(name)}
        for finding, presence in settled.findings.items():
            key = self.group(finding)
            if (finding, presence) not in self._ratios or row.holds_already(finding, presence) or key in silent:
                continue
            if key not in result or self._precedence(finding, presence) > self._precedence(*result[key]):
                result[key] = (finding, presence)
        return result

    def _encoded(self, settled: Evidence, row: PriorRow) -> tuple[Contribution, ...]:
        base = self.knowledge.priors[-1].p
        ratios = {name: log(row.p[name] / base[name]) for name in self.knowledge.conditions}
        by_group = {self.group(name): name for name in reversed(row.encodes) if settled.present(name)}
        return tuple(Contribution(name, Presence.PRESENT, ratios) for name in by_group.values())

    def group(self, finding: str) -> str:
        known = self.knowledge.findings.get(finding)
        return (known.group if known else None) or finding

    def ratios(self, finding: str, presence: Presence) -> Mapping[str, float]:
        """Condition -> log ratio; empty where the finding says nothing of any condition."""
        return self._ratios.get((finding, presence), {})

    def chance(self, finding: str, condition: str) -> float | None:
        """P(finding | condition), or the average over conditions where that one gives none; None where none does."""
        chances = self._chances.get(finding)
        return chances[condition] if chances else None

    def speaks_before(self, finding: str, presence: Presence, other: tuple[str, Presence] | None) -> bool:
        """Whether the finding, were it known so, would take the place of `other` in its group."""
        return other is None or self._precedence(finding, presence) > self._precedence(*other)

    def _precedence(self, finding: str, presence: Presence) -> tuple[bool, float, str]:
        ratios = self._ratios[finding, presence].values()
        return presence is Presence.PRESENT, max(ratios) - min(ratios), finding

    def _chances_of(self, finding: str, base: Mapping[str, float]) -> dict[str, float]:
        given = {
            name: min(max(condition.likelihoods[finding].p, _FLOOR), 1 - _FLOOR)
            for name, condition in self.knowledge.conditions.items()
            if finding in condition.likelihoods
        }
        average = sum(base[name] * p for name, p in given.items()) / sum(base[name] for name in given)
        return {name: given.get(name, average) for name in self.knowledge.conditions}

    def _log_ratios(self, finding: str, presence: Presence, base: Mapping[str, float]) -> dict[str, float]:
        """Log of P(finding | condition) over P(finding) in the default mix, shrunk and capped."""
        chances = self._chances[finding]
        if presence is Presence.ABSENT:
            chances = {name: 1 - p for name, p in chances.items()}
        average = sum(base[name] * p for name, p in chances.items())
        return {name: max(-CAP, min(CAP, SHRINKAGE * log(p / average))) for name, p in chances.items()}


def normalized(scores: Mapping[str, float]) -> dict[str, float]:
    """Log scores -> probabilities that add up to 1."""
    highest = max(scores.values())
    weights = {name: exp(score - highest) for name, score in scores.items()}
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}
