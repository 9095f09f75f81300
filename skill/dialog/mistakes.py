"""Danger signs that someone takes back before anything is urgent: they stand until the mistake is confirmed."""

from __future__ import annotations

from dataclasses import replace

from skill.conditions import red_flags
from skill.conditions.evidence import Presence
from skill.conditions.model import TriageLevel
from skill.dialog import acts, asks, contents, gathering
from skill.dialog.moves import Moment, Move


def doubted(moment: Moment, at_least: TriageLevel = TriageLevel.SELF_CARE) -> asks.ConfirmMistake | None:
    """The danger signs of at least a level, told earlier, that this act denies; None when it denies none."""
    knowledge, before, now = moment.inference.knowledge, moment.before.evidence, moment.state.evidence
    told = [flag for flag in red_flags.raised(knowledge, before) if flag.level >= at_least]
    still = red_flags.raised(knowledge, now) if told else ()
    gone = [flag for flag in told if flag not in still]
    denied = {name for flag in gone for name in flag.when.findings() if before.present(name) and not now.present(name)}
    if not denied:
        return None
    return asks.ConfirmMistake(flags=tuple(flag.id for flag in gone), findings=tuple(sorted(denied)))


def confirm(moment: Moment, mistake: asks.ConfirmMistake) -> Move:
    """Ask whether it was a mistake. Until then the signs stand, and all else that was said counts."""
    evidence = moment.inference.knowledge.record(moment.state.evidence, moment.before.evidence.only(*mistake.findings))
    return Move(moment.before.phase, replace(moment.state, evidence=evidence), (), mistake)


def settle(moment: Moment, mistake: asks.ConfirmMistake) -> Move:
    """After "was that a mistake?": a yes, or denying it again in so many words, takes it back; all else keeps it."""
    assert isinstance(moment.act, acts.Inform)
    denied_again = all(moment.act.evidence.absent(name) for name in mistake.findings)
    sure = isinstance(moment.act, acts.Affirm) or denied_again
    presence = Presence.ABSENT if sure else Presence.PRESENT
    evidence = moment.state.evidence.with_findings(presence, *mistake.findings)
    state = replace(moment.state, evidence=evidence)
    heard = contents.Acknowledge(tuple((name, presence) for name in mistake.findings))
    return gathering.proceed(moment.inference, state).saying_first(heard)
