"""What an utterance says to the pending question: reply and evidence together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from skill.conditions.evidence import Evidence, Presence
from skill.understanding.heard import Reply
from skill.understanding.hit import Hit
from skill.understanding.lexicon import DENIED, DENIED_IN_CONTEXT, ITEM
from skill.understanding.matcher import Scan
from skill.understanding.pending import Pending

Findings = dict[str, Presence]

_PRESENCE = {Reply.YES: Presence.PRESENT, Reply.NO: Presence.ABSENT, Reply.UNSURE: Presence.UNKNOWN}
_REPLY = {presence: reply for reply, presence in _PRESENCE.items()}


@dataclass(frozen=True, slots=True)
class Opening:
    """How an utterance answers as a whole.

    `denies_noun`: its first "no" belongs to the noun behind it ("no swelling"); `denies_all`: "nothing like that".
    `turns`: where a "but" stands among the words that findings are read from.
    """

    reply: Reply | None
    denies_noun: bool = False
    denies_all: bool = False
    turns: int | None = None

    def has_said(self, hit: Hit) -> bool:
        """Whether a yes was said before what only sounds like its denial: "it does, but it doesn't hurt at night"."""
        behind = self.turns is not None and hit.start > self.turns
        return self.reply is Reply.YES and behind and hit.in_context and hit.presence is Presence.ABSENT


def spared(hits: Iterable[Hit], scan: Scan) -> list[Hit]:
    """The hits, with those that deny by themselves not turned round by a plain "no".

    "No, my chest is fine" denies, and "I can't walk, no" does not.
    """
    denials = [at for at in range(len(scan.words)) if scan.has("negators", at)]
    return [replace(hit, presence=~hit.presence) if _turned_by_reply(hit, scan, denials) else hit for hit in hits]


def _turned_by_reply(hit: Hit, scan: Scan, denials: list[int]) -> bool:
    if any(0 < at < hit.start for at in denials):
        return False
    denies = hit.way in (DENIED, DENIED_IN_CONTEXT)
    if scan.has("denying_replies", 0) and hit.start > 0:
        return denies and hit.present
    if not scan.has("denying_replies", hit.end):
        return False
    return denies and hit.present


def answer(pending: Pending, hits: Iterable[Hit], opening: Opening, picked: Evidence) -> tuple[Reply | None, Evidence]:
    """The reply and the evidence: what was said by name before what was `picked`, and that before a bare yes or no."""
    named = {hit.id: hit for hit in hits if not (pending.kind == "yes_no" and opening.has_said(hit))}
    if pending.kind == "yes_no":
        reply, findings = _yes_no(pending, named, opening)
    elif pending.kind == "bundle":
        reply, findings = _bundle(pending, named, opening, picked)
    else:
        reply, findings = (None if picked != Evidence() else opening.reply), {}
    said = {name: hit.presence for name, hit in named.items()}
    return reply, picked.updated(Evidence({**findings, **said}))


def _yes_no(pending: Pending, named: Mapping[str, Hit], opening: Opening) -> tuple[Reply | None, Findings]:
    told = [named[finding].presence for finding in pending.findings if finding in named]
    if told:
        return _REPLY[Presence.PRESENT if Presence.PRESENT in told else told[0]], {}
    denied = any(hit.presence is Presence.ABSENT for hit in named.values())
    if opening.reply is None or (opening.denies_noun and denied and pending.findings):
        return None, {}
    return opening.reply, dict.fromkeys(pending.findings, _PRESENCE[opening.reply])


def _bundle(
    pending: Pending, named: Mapping[str, Hit], opening: Opening, picked: Evidence
) -> tuple[Reply | None, Findings]:
    """A bundle asks for any of several: an item that is named is answered alone, a bare no answers all.

    "No, not the foot" leaves the others open, since one of them may be why only the foot is named; "no, just puffing"
    explains the no, and "no, but my foot is cold" leaves one out of it. A finding told in so many words speaks for
    itself: "my knee is swollen" is no yes to "a fever and a swollen knee".
    """
    told = [named[finding] for finding in pending.findings if finding in named]
    affirmed = any(hit.present for hit in told) or any(map(picked.present, pending.findings))
    denies_noun = opening.denies_noun and any(hit.presence is Presence.ABSENT for hit in named.values())
    only_some = denies_noun or any(hit.names_denied for hit in told)
    if opening.reply is Reply.NO and (affirmed or opening.denies_all or not only_some):
        return Reply.NO, dict.fromkeys(pending.findings, Presence.ABSENT)
    if affirmed and (opening.reply is Reply.YES or not any(hit.present and hit.way != ITEM for hit in told)):
        return Reply.YES, {}
    return (None if told else opening.reply), {}
