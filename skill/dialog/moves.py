"""What a step is given and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from skill.conditions.evidence import Facts, Presence
from skill.conditions.inference import Inference
from skill.dialog import acts, asks
from skill.dialog.contents import ContentAct
from skill.dialog.effects import Effect
from skill.dialog.state import ConversationState, Phase

_NO = Presence.ABSENT


@dataclass(frozen=True, slots=True)
class Moment:
    """One act in its situation. `state` has heard the act already; `before` is how things stood."""

    inference: Inference
    before: ConversationState
    state: ConversationState
    act: acts.UserAct

    def learned(self) -> tuple[tuple[str, Presence], ...]:
        """What the act told in so many words that was not known before, nor just asked for and denied."""
        if not isinstance(self.act, acts.Inform | acts.Ask):
            return ()
        known = self.before.evidence
        said = self.act.evidence.findings.items()
        return tuple(
            (name, is_)
            for name, is_ in said
            if is_ is not Presence.UNKNOWN and known[name] is not is_ and not (self._asked_for(name) and is_ is _NO)
        )

    def new_facts(self) -> Facts:
        """The facts that the act told or changed, but for an answer that was just asked for."""
        known, pending = self.before.evidence.facts.known(), self.before.pending
        asked = pending.question if isinstance(pending, asks.AskQuestion) else None
        wanted = self.inference.knowledge.questions[asked].fact if asked else None
        now = self.state.evidence.facts.known().items()
        return Facts(**{name: value for name, value in now if known.get(name) != value and name != wanted})

    def has_news(self) -> bool:
        """Whether anything was told that was not known before."""
        return bool(self.learned()) or self.state.evidence.facts != self.before.evidence.facts

    def _asked_for(self, finding: str) -> bool:
        pending, knowledge = self.before.pending, self.inference.knowledge
        if isinstance(pending, asks.AskFlags):
            return any(finding in knowledge.red_flags[flag].asks for flag in pending.flags)
        return isinstance(pending, asks.AskQuestion) and finding in knowledge.questions[pending.question].touches()


@dataclass(frozen=True, slots=True)
class Move:
    """Where a step leads, what it tells, and what it asks. Without `ask` the conversation closes.

    `effect` is to be performed first; its outcome comes back as an act, whose answer is what is spoken.
    """

    phase: Phase
    state: ConversationState
    contents: tuple[ContentAct, ...] = ()
    ask: asks.InitiativeAct | None = None
    effect: Effect | None = None

    def saying_first(self, *told: ContentAct) -> Move:
        """The same move, with something told before all else."""
        return replace(self, contents=(*told, *self.contents))
