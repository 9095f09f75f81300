"""Understands one utterance: words, clauses, findings, facts, and how they answer the pending question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from skill.conditions.evidence import Evidence
from skill.understanding.answers import AnswersReader
from skill.understanding.clauses import split
from skill.understanding.facts import FactsReader
from skill.understanding.findings import FindingsReader
from skill.understanding.heard import Heard, Mention, Reply
from skill.understanding.hit import Hit
from skill.understanding.lexicon import TOPIC, Lexicon
from skill.understanding.light import without_light
from skill.understanding.matcher import Scan
from skill.understanding.options import pick
from skill.understanding.pending import Pending
from skill.understanding.reader import load_lexicon
from skill.understanding.replies import Opening, answer
from skill.understanding.spelling import spelling_of
from skill.understanding.tokens import Token

_NOTHING = Pending("open")
SKIP = "skip"
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
        full = self._scan(tokens)
        core, amounts = without_light(tokens, full)
        clauses = split(full if len(core) == len(tokens) else self._scan(core), tuple(token.after for token in core))
        asked = pending.findings + tuple(f for option in pending.options.values() for f in option)
        hits = self._findings.read(clauses, asked, amounts)
        history = {clauses.of_word[hit.start] for hit in hits if hit.id in self._lexicon.background}
        facts, fact_hits = self._facts.read(clauses, pending.fact, history)
        picked = pick(pending, clauses, {hit.id: hit.presence for hit in hits})
        told = bool(hits or fact_hits) or picked != Evidence()
        request = self._answers.request(full, alone=not told)
        if pending.fact == "duration_days" and facts.duration_days is None and "uncountable" in clauses.scan.found:
            request = SKIP  # "for years" answers, and asking again would not make it a number
        opening = Opening(None)
        if request is None or request in _ANSWERING:
            opening = self._opening(full, tuple(token.after for token in tokens), pending, bare=not told)
        reply, evidence = answer(pending, hits, opening, picked)
        mentions = [_mention(hit, core, text) for hit in [*hits, *fact_hits]]
        return Heard(
            evidence=evidence.updated(Evidence(facts=facts)),
            reply=reply,
            request=request,
            correction=self._answers.corrects(full),
            topic=_topic(clauses.scan),
            mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.id))),
        )

    def _scan(self, tokens: Sequence[Token]) -> Scan:
        return Scan(tuple(token.word for token in tokens), self._lexicon.groups)

    def _opening(self, scan: Scan, after: tuple[str, ...], pending: Pending, bare: bool) -> Opening:
        """How the utterance answers as a whole; looser readings only where it tells no finding (`bare`).

        One of several danger signs that is there "only when I run" has to be asked for by itself, and "it won't go
        straight" denies no trouble.
        """
        narrowed = Reply.UNSURE if pending.kind == "bundle" else Reply.YES
        reply = self._answers.opening(scan, after, narrowed)
        if reply is None and bare and pending.kind in ("yes_no", "bundle"):
            reply = self._answers.verdict(scan)
        if reply is None and pending.kind == "yes_no" and not pending.findings:
            reply = self._answers.echo(scan) or (self._answers.statement(scan) if bare else None)
        if reply is Reply.NO and pending.findings and "failing" in scan.found and not scan.has("bare_replies", 0):
            reply = None
        return Opening(reply, _denies_what_follows(scan), self._answers.denies_all(scan))


def load_understander(locale_directory: Path) -> Understander:
    """The understander of one locale; raises DocumentError naming every mistake in its words."""
    return Understander(load_lexicon(locale_directory))


def _denies_what_follows(scan: Scan) -> bool:
    """Whether a "no" in front belongs to the noun behind it ("no swelling") and is no answer by itself."""
    return scan.has("new_denials", 0) and len(scan.words) > 1 and not scan.has("after_reply", 1)


def _topic(scan: Scan) -> str | None:
    """The condition named with the most words, the first of equals."""
    best, length = None, 0
    for at, here in enumerate(scan.places):
        for name, ends in here.items():
            if name.startswith(TOPIC) and max(ends) - at > length:
                best, length = name.removeprefix(TOPIC), max(ends) - at
    return best


def _mention(hit: Hit, core: Sequence[Token], text: str) -> Mention:
    start, end = core[hit.start].start, core[hit.end - 1].end
    return Mention(hit.id, hit.presence, text[start:end], start, end)
