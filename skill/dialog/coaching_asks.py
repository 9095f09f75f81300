"""What we ask while coaching: plain data, without words."""

from __future__ import annotations

from dataclasses import dataclass

from skill.dialog.asks import InitiativeAct


@dataclass(frozen=True, slots=True)
class AskGates(InitiativeAct):
    """Asks for any of the reasons not to exercise now that can be felt or seen, before anything is coached."""

    gates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskLatex(InitiativeAct):
    """Asks about an allergy to latex before a band is used."""


@dataclass(frozen=True, slots=True)
class AskReady(InitiativeAct):
    """Waits until one is in position."""


@dataclass(frozen=True, slots=True)
class AskGoOn(InitiativeAct):
    """Between two parts of a set: whether to count on."""


@dataclass(frozen=True, slots=True)
class AskPain(InitiativeAct):
    """How much it hurts, from 0 to 10."""


@dataclass(frozen=True, slots=True)
class AskResume(InitiativeAct):
    """Waits through a pause."""


@dataclass(frozen=True, slots=True)
class OfferExercise(InitiativeAct):
    """Whether to be coached through an exercise."""

    exercise: str = ""


COACHING_ASKS = (AskGates, AskLatex, AskReady, AskGoOn, AskPain, AskResume, OfferExercise)
