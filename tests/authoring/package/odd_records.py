"""Dataclasses that are not plain, and some that are."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain."""

    value: int = 1


@dataclass(frozen=True, slots=True)
class MadeByField:
    """A default that is made anew for each."""

    values: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OfItsOwn:
    """A method of its own in place of one that would be written."""

    value: int

    def __repr__(self) -> str:
        return "own"


@dataclass(frozen=True)
class WithoutSlots:
    """Not quite the decorator."""

    value: int


@dataclass(frozen=True, slots=True)
class Parent:
    """Plain, with a default that can be written out for its child."""

    value: int | None = None


@dataclass(frozen=True, slots=True)
class Child(Parent):
    """Plain too."""

    other: int = 0


@dataclass(frozen=True, slots=True)
class OddParent:
    """Plain but for its child."""

    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OddChild(OddParent):
    """Inherits a default that is no plain value."""

    other: int = 0
