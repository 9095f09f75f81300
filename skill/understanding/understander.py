"""Understands one utterance: words, clauses, findings, facts, and how they answer the pending question."""

from __future__ import annotations

from pathlib import Path

from skill.conditions.evidence import Evidence, Facts
from skill.understanding.answers import AnswersReader
from skill.understanding.clauses import split
from skill.understanding.facts import FactsReader
from skill.understanding.findings import FindingsReader, Hit
from skill.understanding.heard import Heard, Mention, Reply
from skill.understanding.lexicon import TOPIC, Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.options import pick
from skill.understanding.pending import Pending
from skill.understanding.reader import load_lexicon
from skill.understanding.replies import answer
from skill.understanding.spelling import spelling_of
from skill.understanding.tokens import Token

_NOTHING = Pending("open")
_ANSWERING = ("thanks", "resume")  # "yes, thank you" and "yes, go on" answer; "no, say that again" does not


class Understander:
    """Turns text into what was Heard; built once per locale, without state between utterances."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._spelling = spelling_of(lexicon.tables)
        self._findings = FindingsReader(lexicon)
        self._facts = FactsReader(lexicon)
        self._answers = AnswersReader(lexicon)

    def understand(self, text: str, pending: Pending | None = None) -> Heard:
        """What a person said, read in the light of the pending question."""
        pending = pending or _NOTHING
        tokens = self._spelling.tokens(text)
        if not tokens:
            return Heard()
        full = Scan(tuple(token.word for token in tokens), self._lexicon.groups)
        core, amounts = _without_light(tokens, full)
        clauses = split(Scan(tuple(token.word for token in core), self._lexicon.groups), tuple(t.after for t in core))
        asked = pending.findings + tuple(f for option in pending.options.values() for f in option)
        hits = self._findings.read(clauses, asked, amounts) if core else []
        history = {clauses.of_word[hit.start] for hit in hits if hit.finding in self._lexicon.background}
        facts, fact_hits = self._facts.read(clauses, pending.fact, history) if core else (Facts(), [])
        topic = _topic(clauses.scan)
        correction = self._answers.corrects(full)
        picked = pick(pending, clauses, {hit.finding: hit.presence for hit in hits})
        told = bool(hits or fact_hits) or picked != Evidence()
        request = self._answers.request(full, alone=not told)
        opening = self._opening(full, tuple(token.after for token in tokens), pending, bare=not told)
        if request is not None and request not in _ANSWERING:
            opening = None
        reply, evidence = answer(pending, hits, opening, picked, _denies_what_follows(full))
        mentions = [_mention(hit, core, text) for hit in [*hits, *fact_hits]]
        return Heard(
            evidence=evidence.updated(Evidence(facts=facts)),
            reply=reply,
            request=request,
            correction=correction,
            topic=topic,
            mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.id))),
        )

    def _opening(self, scan: Scan, after: tuple[str, ...], pending: Pending, bare: bool) -> Reply | None:
        """How the utterance answers as a whole; looser readings only where it tells no finding (`bare`)."""
        opening = self._answers.opening(scan, after)
        if opening is None and bare and pending.kind in ("yes_no", "bundle"):
            opening = self._answers.verdict(scan)
        if opening is None and pending.kind == "yes_no" and not pending.findings:
            opening = self._answers.echo(scan) or (self._answers.statement(scan) if bare else None)
        return opening


def load_understander(locale_directory: Path) -> Understander:
    """The understander of one locale; raises LexiconError naming every mistake in its words."""
    return Understander(load_lexicon(locale_directory))


def _without_light(tokens: tuple[Token, ...], scan: Scan) -> tuple[list[Token], frozenset[int]]:
    """The tokens that carry meaning, and the places among them that an amount ("a bit") was left out before."""
    core: list[Token] = []
    amounts: set[int] = set()
    at = 0
    punctuation = ""
    while at < len(tokens):
        ends = scan.groups[at].get("light")
        if ends:
            if "amounts" in scan.groups[at]:
                amounts.add(len(core))
            punctuation = punctuation or tokens[at].after
            at = max(ends)
            continue
        token = tokens[at]
        if punctuation and not token.after:
            token = Token(token.word, token.start, token.end, punctuation)
        punctuation = ""
        core.append(token)
        at += 1
    return core, frozenset(amounts)


def _denies_what_follows(scan: Scan) -> bool:
    """Whether a "no" in front belongs to the noun behind it ("no swelling") and is no answer by itself."""
    if scan.words[0] != "no" or len(scan.words) == 1:
        return False
    return not any(
        name in scan.groups[1] for name in ("det", "finite", "joiners", "breakers", "negators", "subjects_alone")
    )


def _topic(scan: Scan) -> str | None:
    """The condition named with the most words, the first of equals."""
    best, length = None, 0
    for at, here in enumerate(scan.groups):
        for name, ends in here.items():
            if name.startswith(TOPIC) and max(ends) - at > length:
                best, length = name.removeprefix(TOPIC), max(ends) - at
    return best


def _mention(hit: Hit, core: list[Token], text: str) -> Mention:
    start, end = core[hit.start].start, core[hit.end - 1].end
    return Mention(hit.finding, hit.presence, text[start:end], start, end)
