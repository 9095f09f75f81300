"""Understands one utterance: words, clauses, findings, facts, and how they answer the pending question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from skill.conditions.evidence import Evidence
from skill.understanding.answers import AnswersReader
from skill.understanding.asking import AskingReader
from skill.understanding.clauses import split
from skill.understanding.exercising import ExercisingReader
from skill.understanding.facts import FactsReader
from skill.understanding.findings import FindingsReader
from skill.understanding.heard import Heard, Mention, Reply
from skill.understanding.hit import Hit
from skill.understanding.lexicon import Lexicon
from skill.understanding.light import without_light
from skill.understanding.matcher import Scan
from skill.understanding.notation import END
from skill.understanding.options import pick
from skill.understanding.parts import carried, part_of
from skill.understanding.pending import PAIN, Pending
from skill.understanding.reader import load_lexicon
from skill.understanding.replies import Opening, answer, spared
from skill.understanding.spelling import spelling_of
from skill.understanding.tokens import Token

_NOTHING = Pending("open")
SKIP = "skip"
_BY_THE_WAY = ("sport", "for_child")  # facts that a request may name ("run that by me", "the kids were loud")
_ANSWERING = ("thanks", "resume")  # "yes, thank you" and "yes, go on" answer; "no, say that again" does not


class Understander:
    """Turns text into what was Heard; built once per locale, without state between utterances."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._spelling = spelling_of(lexicon.tables)
        self._findings = FindingsReader(lexicon)
        self._facts = FactsReader(lexicon)
        self._answers = AnswersReader(lexicon)
        self._asking = AskingReader(lexicon)
        self._exercising = ExercisingReader(lexicon)

    def understand(self, text: str, pending: Pending | None = None) -> Heard:
        """What a person said, read in the light of the pending question."""
        pending = pending or _NOTHING
        tokens = self._spelling.tokens(text)
        if not tokens:
            return Heard()
        full = self._scan(tokens)
        full.places[-1][END] = [len(tokens)]
        core, amounts = without_light(tokens, full)
        clauses = split(full if len(core) == len(tokens) else self._scan(core), tuple(token.after for token in core))
        asked = pending.findings + tuple(f for option in pending.options.values() for f in option)
        hits = spared(self._findings.read(clauses, asked, amounts), clauses.scan)
        yes_or_no = pending.kind in ("yes_no", "bundle")
        hits = carried(hits, clauses, pending.part, self._lexicon.tables["at_calf"])
        asking = self._asking.by_form(full, clauses, yes_or_no=yes_or_no)
        hits = [hit for hit in hits if asking.tells(hit)]
        history = {clauses.of_word[hit.start] for hit in hits if hit.id in self._lexicon.background}
        began = {clauses.of_word[hit.start] for hit in hits if hit.present and hit.id in self._lexicon.events}
        facts, fact_hits = self._facts.read(clauses, pending, history, began)
        facts = replace(facts, **{hit.id: None for hit in fact_hits if not asking.tells(hit)})
        fact_hits = [hit for hit in fact_hits if asking.tells(hit)]
        picked = pick(pending, clauses, {hit.id: hit.presence for hit in hits})
        told = bool(hits or fact_hits) or picked != Evidence()
        other_side = pending.side is not None and facts.side not in (None, pending.side)
        correction = self._answers.corrects(full) or other_side
        if asking.request is None:
            alone = not told or all(hit.id in _BY_THE_WAY for hit in [*hits, *fact_hits])
            asking = self._asking.beside(full, clauses, alone=alone, corrects=correction)
        request = asking.request
        score = None
        if pending.exercising:
            request = self._exercising.request(full) or request
            score = self._exercising.score(full) if pending.fact == PAIN else None
        if pending.fact == "duration_days" and facts.duration_days is None and "uncountable" in clauses.scan.found:
            request = SKIP  # "for years" answers, and asking again would not make it a number
        opening = Opening(None)
        if request is None or request in _ANSWERING:
            opening = self._opening(full, tuple(token.after for token in tokens), pending, bare=not told)
            turns = (at for at in range(len(core)) if clauses.scan.has("breakers", at))
            opening = replace(opening, turns=next(turns, None))
        elif asking.puts_question and pending.findings:
            opening = self._plain_yes(full, tuple(token.after for token in tokens))
        reply, evidence = answer(pending, hits, opening, picked)
        mentions = [_mention(hit, core, text) for hit in [*hits, *fact_hits]]
        return Heard(
            evidence=evidence.updated(Evidence(facts=facts)),
            reply=reply,
            request=request,
            correction=correction,
            topic=asking.topic,
            mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.id))),
            score=score,
            condition=asking.condition,
            part=part_of(clauses),
        )

    def _scan(self, tokens: Sequence[Token]) -> Scan:
        return Scan(tuple(token.word for token in tokens), self._lexicon.groups)

    def _plain_yes(self, scan: Scan, after: tuple[str, ...]) -> Opening:
        """A yes or a doubt that a question follows ("yes, can I still run?"); after a no the question counts."""
        reply = self._answers.opening(scan, after, finding=True) if scan.has("bare_replies", 0) else None
        return Opening(None if reply is Reply.NO else reply)

    def _opening(self, scan: Scan, after: tuple[str, ...], pending: Pending, bare: bool) -> Opening:
        """How the utterance answers as a whole; looser readings only where it tells no finding (`bare`).

        One of several danger signs that is there "only when I run" has to be asked for by itself, "it won't go
        straight" denies no trouble, and only a plain yes answers for several at once: "right behind the knee" does not.
        """
        narrowed = Reply.UNSURE if pending.kind == "bundle" else Reply.YES
        reply = self._answers.opening(scan, after, narrowed, finding=bool(pending.findings))
        if reply is None and bare and pending.kind in ("yes_no", "bundle"):
            reply = self._answers.verdict(scan)
        if reply is None and pending.kind == "yes_no" and not pending.findings:
            reply = self._answers.echo(scan) or (self._answers.statement(scan) if bare else None)
        if reply is Reply.NO and (self._answers.rejects(scan) or (pending.findings and self._answers.fails(scan))):
            reply = None
        if pending.kind == "bundle":
            affirms = self._answers.affirms(scan, after)
            if reply is Reply.YES and not affirms:
                reply = Reply.UNSURE if bare and self._answers.is_short(scan) else None
            elif reply is Reply.NO and affirms and bare:
                reply = Reply.UNSURE  # "yeah, no" is a no to most, but not surely enough to rule out danger
        return Opening(reply, _denies_what_follows(scan), self._answers.denies_all(scan))


def load_understander(locale_directory: Path) -> Understander:
    """The understander of one locale; raises DocumentError naming every mistake in its words."""
    return Understander(load_lexicon(locale_directory))


def _denies_what_follows(scan: Scan) -> bool:
    """Whether a "no" in front belongs to the noun behind it ("no swelling") and is no answer by itself."""
    return scan.has("new_denials", 0) and len(scan.words) > 1 and not scan.has("after_reply", 1)


def _mention(hit: Hit, core: Sequence[Token], text: str) -> Mention:
    start, end = core[hit.start].start, core[hit.end - 1].end
    return Mention(hit.id, hit.presence, text[start:end], start, end)
