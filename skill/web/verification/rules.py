"""What a rule is: a name for the log, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class RequestRefused(Exception):
    """A request is not to be answered; `rule` names why, in a word that holds nothing of its content."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """Something that has to hold of every request that is answered."""

    name: str
    holds: Callable[[T], bool]


def enforce(rules: Iterable[Rule[T]], subject: T) -> None:
    """Raise RequestRefused by the first of the rules that does not hold; later ones may rely on earlier ones."""
    for rule in rules:
        if not rule.holds(subject):
            raise RequestRefused(rule.name)
