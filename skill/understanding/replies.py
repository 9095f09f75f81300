"""What an utterance says to the pending question: reply and evidence together."""

from __future__ import annotations

from collections.abc import Iterable

from skill.conditions.evidence import Evidence, Presence
from skill.understanding.findings import Hit
from skill.understanding.heard import Reply
from skill.understanding.pending import Pending

Findings = dict[str, Presence]

_PRESENCE = {Reply.YES: Presence.PRESENT, Reply.NO: Presence.ABSENT, Reply.UNSURE: Presence.UNKNOWN}
_REPLY = {presence: reply for reply, presence in _PRESENCE.items()}


def answer(
    pending: Pending, hits: Iterable[Hit], opening: Reply | None, picked: Evidence, begins_with_no: bool
) -> tuple[Reply | None, Evidence]:
    """The reply and the evidence: what was said by name before what was `picked`, and that before a bare yes or no.

    `begins_with_no`: the first word is "no", which may belong to what follows ("no swelling").
    """
    named = {hit.finding: hit.presence for hit in hits}
    names_denied = begins_with_no and Presence.ABSENT in named.values()
    if pending.kind == "yes_no":
        reply, findings = _yes_no(pending, named, opening, names_denied)
    elif pending.kind == "bundle":
        reply, findings = _bundle(pending, {**picked.findings, **named}, opening, names_denied)
    else:
        chosen = picked != Evidence()
        reply, findings = (None if chosen else opening), named
    return reply, picked.updated(Evidence(findings))


def _yes_no(
    pending: Pending, named: Findings, opening: Reply | None, names_denied: bool
) -> tuple[Reply | None, Findings]:
    told = [named[finding] for finding in pending.findings if finding in named]
    if told:
        return _REPLY[Presence.PRESENT if Presence.PRESENT in told else told[0]], named
    if opening is None or (names_denied and pending.findings):
        return None, named
    return opening, {**dict.fromkeys(pending.findings, _PRESENCE[opening]), **named}


def _bundle(
    pending: Pending, named: Findings, opening: Reply | None, names_denied: bool
) -> tuple[Reply | None, Findings]:
    """A bundle asks for any of several: an item that is named is answered alone, a bare no answers all."""
    told = [named[finding] for finding in pending.findings if finding in named]
    if opening is Reply.NO and not names_denied:
        return opening, {**dict.fromkeys(pending.findings, Presence.ABSENT), **named}
    if Presence.PRESENT in told:
        return Reply.YES, named
    return (None if told else opening), named
