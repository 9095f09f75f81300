"""What we ask, one thing a turn: plain data, without words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InitiativeAct:
    """Asks one thing. `attempt` counts from 0 how often it was asked, so that it is worded differently each time."""

    attempt: int = 0


@dataclass(frozen=True, slots=True)
class AskComplaint(InitiativeAct):
    """Asks openly what hurts."""


@dataclass(frozen=True, slots=True)
class AskFlags(InitiativeAct):
    """Asks for any of one to three danger signs of one level. After "not sure", `later` are asked one by one."""

    flags: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskQuestion(InitiativeAct):
    """Asks a question of the knowledge base. `check` offers the safe thing to try, to someone who could not say."""

    question: str = ""
    check: bool = False


@dataclass(frozen=True, slots=True)
class AskBehindToo(InitiativeAct):
    """The pain is somewhere this guide does not cover: whether it is behind the knee as well."""


@dataclass(frozen=True, slots=True)
class ConfirmMistake(InitiativeAct):
    """Someone takes danger signs back: whether naming them was a mistake. `findings` are those that were denied."""

    flags: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferCare(InitiativeAct):
    """After a result: the next steps, or an `exercise` to try where one fits."""

    exercise: bool = False


@dataclass(frozen=True, slots=True)
class OfferNextStep(InitiativeAct):
    """After a care step: the next one."""


@dataclass(frozen=True, slots=True)
class OfferTimer(InitiativeAct):
    """Whether to set a timer, of so many `seconds`: each one needs a yes of its own."""

    seconds: int = 0


@dataclass(frozen=True, slots=True)
class OfferRepeat(InitiativeAct):
    """After an urgent instruction: whether to repeat it."""


@dataclass(frozen=True, slots=True)
class OfferAgain(InitiativeAct):
    """When all steps were told: whether to hear them again."""
