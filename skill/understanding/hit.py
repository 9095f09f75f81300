"""One finding or fact heard in an utterance."""

from __future__ import annotations

from dataclasses import dataclass

from skill.conditions.evidence import Presence
from skill.understanding.clauses import Owner
from skill.understanding.lexicon import DENIED_IN_CONTEXT, SAID, WHILE_ASKED


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding or fact heard in words `start` to `end` of a scan; `parts` counts the pattern's parts.

    `way` is that of its pattern; `past`: it was so long ago; `was`: it is told in the past.
    """

    id: str
    presence: Presence
    start: int
    end: int
    parts: int = 1
    way: str = SAID
    past: bool = False
    was: bool = False
    owner: Owner = Owner.SPEAKER

    @property
    def present(self) -> bool:
        return self.presence is Presence.PRESENT

    @property
    def in_context(self) -> bool:
        """Whether only the pending question suggests it."""
        return self.way in WHILE_ASKED

    @property
    def names_denied(self) -> bool:
        """Whether it is denied by its name, and not explained away ("only when I run")."""
        return self.presence is Presence.ABSENT and self.way != DENIED_IN_CONTEXT

    @property
    def length(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Hit) -> bool:
        return self.start < other.end and other.start < self.end
