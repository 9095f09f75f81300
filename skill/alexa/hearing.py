"""The slot values of one turn -> everything they tell, understood one by one in the light of the question asked.

Values are not joined into one text first: a denial in one slot would then reach into the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from skill.alexa.duration import days_in, years_in
from skill.alexa.slots import Reading
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.understanding.heard import Heard, Reply
from skill.understanding.pending import Pending
from skill.understanding.understander import Understander

# A value ends at 140 characters (alexa-platform.md, section 1), after a whole word; nobody says a longer one than this
# before the cut.
LONGEST_SURELY_WHOLE = 125
UNFINISHED_WORDS = 3

# Of contradicting words in one breath the more worrying counts: a red flag in any slot has to be heard.
_HEEDED_FIRST = (Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN)
_REPLY_HEEDED_FIRST = (Reply.YES, Reply.UNSURE, Reply.NO)


def hear(readings: Iterable[Reading], pending: Pending | None, understander: Understander) -> Heard:
    """What all the values together tell."""
    return merged(tuple(_hear_one(reading, pending, understander) for reading in readings))


def merged(parts: tuple[Heard, ...]) -> Heard:
    """One Heard from several. Of the requests and topics the first counts."""
    findings = {
        name: presence
        for heeded in reversed(_HEEDED_FIRST)
        for part in parts
        for name, presence in part.evidence.findings.items()
        if presence is heeded
    }
    facts = reduce(Facts.updated, (part.evidence.facts for part in parts), Facts())
    replies = {part.reply for part in parts}
    return Heard(
        evidence=Evidence(findings, facts),
        reply=next((reply for reply in _REPLY_HEEDED_FIRST if reply in replies), None),
        request=next((part.request for part in parts if part.request), None),
        correction=any(part.correction for part in parts),
        topic=next((part.topic for part in parts if part.topic), None),
        mentions=tuple(mention for part in parts for mention in part.mentions),
        condition=next((part.condition for part in parts if part.condition), None),
        part=next((part.part for part in reversed(parts) if part.part), None),
        score=max((part.score for part in parts if part.score is not None), default=None),
    )


def tells(heard: Heard) -> bool:
    """Whether anything at all was understood."""
    return _answers(heard) or heard.topic is not None


def _hear_one(reading: Reading, pending: Pending | None, understander: Understander) -> Heard:
    """The words as said; where they say nothing, the names they resolved to."""
    words, days = _spoken(reading.words, pending), days_in(reading.words)
    if words == reading.words and days is not None:
        return Heard(evidence=Evidence(facts=Facts(duration_days=days)))
    topic: str | None = None
    for each in (words, *(entity.name for entity in reading.entities)):
        heard = merged(tuple(understander.understand(ending, pending) for ending in _endings(each)))
        if _answers(heard):
            return heard
        topic = topic or heard.topic
    return Heard(topic=topic)


def _spoken(words: str, pending: Pending | None) -> str:
    """The words; of a duration in years, the number alone while the age is asked for."""
    years = years_in(words) if pending is not None and pending.fact == "age" else None
    return words if years is None else str(years)


def _endings(words: str) -> tuple[str, ...]:
    """The words, and where they were cut also without the last few: "it's swollen and it hasn't" denies nothing yet."""
    return (words, " ".join(words.split()[:-UNFINISHED_WORDS])) if len(words) > LONGEST_SURELY_WHOLE else (words,)


def _answers(heard: Heard) -> bool:
    told = heard.evidence.findings or heard.evidence.facts.known() or heard.reply or heard.request
    return bool(told) or heard.score is not None
