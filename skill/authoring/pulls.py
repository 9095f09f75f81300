"""How far each finding pulls towards one condition or away from it: what an explanation of the condition shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from skill.conditions.evidence import Presence
from skill.conditions.explain import WORTH_SAYING
from skill.conditions.inference import Inference
from skill.conditions.model import Citation

ANSWERS = (Presence.PRESENT, Presence.ABSENT)


@dataclass(frozen=True, slots=True)
class Pull:
    """What one finding does for a condition.

    `chance` is P(present | condition), `average` the same over all conditions in the default mix, both as inference
    uses them. `present` and `absent` are the logs of what its presence and its absence weigh there, shrunk and capped.
    """

    finding: str
    group: str
    chance: float
    average: float
    present: float
    absent: float
    citation: Citation

    def ratio(self, answer: Presence) -> float:
        """The plain likelihood ratio, before it is shrunk and capped."""
        if answer is Presence.PRESENT:
            return self.chance / self.average
        return (1 - self.chance) / (1 - self.average)

    def log_weight(self, answer: Presence) -> float:
        return self.present if answer is Presence.PRESENT else self.absent

    @property
    def matters(self) -> bool:
        """Whether either answer moves the condition by more than is worth a word."""
        return max(abs(self.present), abs(self.absent)) >= WORTH_SAYING


@dataclass(frozen=True, slots=True)
class Pulls:
    """Every finding that the condition has a number for: those whose presence speaks for it, strongest first, those
    whose presence speaks against it, strongest first, and those that hardly matter.
    """

    towards: tuple[Pull, ...]
    away: tuple[Pull, ...]
    slight: tuple[Pull, ...]


def pulls_of(inference: Inference, condition: str) -> Pulls:
    """What pulls towards the condition and away from it."""
    found = sorted(_pulls(inference, condition), key=lambda each: (-abs(each.present), each.finding))
    telling = [each for each in found if each.matters]
    return Pulls(
        towards=tuple(each for each in telling if each.present > 0),
        away=tuple(each for each in telling if each.present <= 0),
        slight=tuple(each for each in found if not each.matters),
    )


def _pulls(inference: Inference, condition: str) -> Iterator[Pull]:
    mix = inference.knowledge.priors[-1].p
    for finding, likelihood in inference.knowledge.conditions[condition].likelihoods.items():
        chances = {name: inference.chance(finding, name) or 0.0 for name in mix}
        present, absent = (inference.ratios(finding, answer)[condition] for answer in ANSWERS)
        yield Pull(
            finding=finding,
            group=inference.group(finding),
            chance=chances[condition],
            average=sum(share * chances[name] for name, share in mix.items()),
            present=present,
            absent=absent,
            citation=likelihood.citation,
        )
