"""Replies and corrections: how an utterance answers the guide, its findings aside."""

from __future__ import annotations

from skill.understanding.edges import ends_with, is_rest, starts
from skill.understanding.heard import Reply
from skill.understanding.lexicon import Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.patterns import Patterns

_REPLIES = (("unsure", Reply.UNSURE), ("no", Reply.NO), ("yes", Reply.YES))
_OPPOSITE = {Reply.YES: Reply.NO, Reply.NO: Reply.YES, Reply.UNSURE: Reply.UNSURE}
_OF_FINDINGS, _OF_OFFERS = "of_findings", "of_offers"  # places of answers.yaml: "that's fine" denies pain, or agrees
_BARE = 4  # words: "it does a bit"
_SHORT = 14  # words; what is longer tells something, and a "right" in it means nothing by itself


class AnswersReader:
    """Reads replies and corrections with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def patterns(document: str, place: str) -> Patterns:
            return Patterns(lexicon.lists.get(document, {}).get(place, ()))

        def begins(document: str, place: str) -> Patterns:
            lists = lexicon.lists.get(document, {})
            return Patterns((*lists.get("start", ()), *lists.get(place, ())))

        self._openers = patterns("answers/openers", "start")
        self._closers = patterns("answers/closers", "start")
        self._replies = {
            place: [
                (reply, begins(f"answers/{name}", place), patterns(f"answers/{name}", "whole"))
                for name, reply in _REPLIES
            ]
            for place in (_OF_FINDINGS, _OF_OFFERS)
        }
        self._ability = patterns("answers/unsure", "ability")
        self._tags = [(reply, patterns(f"answers/{name}", "tag")) for name, reply in _REPLIES]
        self._narrowed = patterns("answers/yes", "narrowed")
        self._plain = patterns("answers/yes", "plain")
        self._impaired = patterns("answers/no", "impaired")
        self._plainly_not = patterns("answers/no", "plainly")
        self._none_of_all = patterns("answers/no", "of_all")
        self._ellipsis = patterns("answers/yes", "ellipsis")
        self._goes_on = patterns("answers/yes", "goes_on")
        self._states = patterns("answers/yes", "states")
        self._echoes = patterns("answers/yes", "echoes")
        self._truth = patterns("answers/truth", "words")
        self._falsehood = patterns("answers/falsehood", "words")
        self._asides = patterns("answers/falsehood", "asides")
        self._unknown = patterns("answers/unknown", "words")
        self._denied_knowledge = patterns("answers/unknown", "denied")
        self._rejections = patterns("answers/corrections", "rejecting")
        self._corrections = [patterns("answers/corrections", place) for place in ("anywhere", "midway", "start")]

    def opening(
        self, scan: Scan, after: tuple[str, ...], narrowed: Reply = Reply.YES, *, finding: bool = False
    ) -> Reply | None:
        """The answer that an utterance opens with, turned by what follows a "but"; None when it opens with none.

        `narrowed` is how a yes on a condition ("only when I run") is to be read, `finding` whether a finding is asked
        for and not, say, a wish.
        """
        place = _OF_FINDINGS if finding else _OF_OFFERS
        begins = starts(scan, self._openers)
        if finding and any(self._ends_alone(scan, self._ability, at) for at in begins):
            return Reply.UNSURE
        first = self._first_at(scan, after, begins, place, narrowed)
        if first is None:
            return next((reply for reply, tag in self._tags if ends_with(scan, tag)), None)
        if first is Reply.NO and self._knows_not(scan):
            return Reply.UNSURE
        for at in range(1, len(scan.words)):
            if scan.has("breakers", at):
                behind = scan.behind("breakers", at) or at
                later = self._best_at(scan, behind, place) or self._echoed_at(scan, after, behind)
                first = self._turned(first, later, scan, at)
        return first

    def _first_at(
        self, scan: Scan, after: tuple[str, ...], begins: list[int], place: str, narrowed: Reply
    ) -> Reply | None:
        """The first answer behind opening words; a "right" or "okay" gives way to the answer that it opens."""
        found = [(at, reply) for at in begins if (reply := self._reply_at(scan, after, at, place, narrowed))]
        if len(found) > 1 and found[1][0] in self._openers.ends(scan, found[0][0]):
            return found[1][1]
        return found[0][1] if found else None

    def _reply_at(self, scan: Scan, after: tuple[str, ...], start: int, place: str, narrowed: Reply) -> Reply | None:
        best = self._best_at(scan, start, place)
        if best is None and self._narrowed.ends(scan, start):
            return narrowed
        if best is None and any(self._is_over(scan, after, end) for end in self._ellipsis.ends(scan, start)):
            return Reply.YES
        return best

    def _echoed_at(self, scan: Scan, after: tuple[str, ...], start: int) -> Reply | None:
        """A yes by nothing but an "it does"."""
        return Reply.YES if any(self._closes(scan, after, end) for end in self._ellipsis.ends(scan, start)) else None

    def _best_at(self, scan: Scan, start: int, place: str) -> Reply | None:
        """The longest of the answers that begin at a word; of equally long ones unsure before no before yes."""
        best, furthest = None, start
        for reply, begins, whole in self._replies[place]:
            ends = begins.ends(scan, start) | self._ends_alone(scan, whole, start)
            if ends and max(ends) > furthest:
                best, furthest = reply, max(ends)
        return best

    def _ends_alone(self, scan: Scan, whole: Patterns, start: int) -> set[int]:
        """Where patterns that begin at a word end, if nothing but closing words follows."""
        return {end for end in whole.ends(scan, start) if is_rest(scan, end, self._closers)}

    def _turned(self, first: Reply, later: Reply | None, scan: Scan, at: int) -> Reply:
        """What "but" makes of an answer: "not often, but yes" is a yes; "no, but yes" is neither."""
        if later is None or later is first:
            return first
        if first is Reply.UNSURE:
            return later if later is Reply.YES and scan.has("bare_replies", at + 1) else first
        if later is Reply.UNSURE:
            return first if first is Reply.YES and scan.has("little", at + 1) else later
        if first is Reply.NO and not scan.has("bare_replies", 0):
            return later
        plain = scan.has("bare_replies", at + 1) and (at + 2 >= len(scan.words) or scan.has("after_reply", at + 2))
        return Reply.UNSURE if plain else first

    def _knows_not(self, scan: Scan) -> bool:
        """Whether a short "I don't have a clue" denies knowing rather than what was asked."""
        short = len(scan.words) <= _SHORT and not scan.has("bare_replies", 0)
        return short and self._denied_knowledge.any_in(scan)

    def _is_over(self, scan: Scan, after: tuple[str, ...], at: int) -> bool:
        """Whether an elliptic answer is complete: its clause ends, or goes on as only a complete one can."""
        return self._closes(scan, after, at) or bool(self._goes_on.ends(scan, at))

    def _closes(self, scan: Scan, after: tuple[str, ...], at: int) -> bool:
        return at >= len(scan.words) or bool(after[at]) or is_rest(scan, at, self._closers)

    def is_short(self, scan: Scan) -> bool:
        """Whether an utterance is so short that it can hardly tell anything besides an answer."""
        return len(scan.words) <= _BARE

    def affirms(self, scan: Scan, after: tuple[str, ...]) -> bool:
        """Whether a yes is plain: said outright, in front or at the end, or by an "it does" with nothing behind it."""
        if ends_with(scan, self._tags[-1][1]):
            return True
        return any(self._plain.ends(scan, at) or self._echoed_at(scan, after, at) for at in starts(scan, self._openers))

    def verdict(self, scan: Scan) -> Reply | None:
        """What a short utterance says of the truth of something, wherever its words stand ("I say it's false")."""
        if len(scan.words) > _SHORT:
            return None
        if self._unknown.any_in(scan) or self._denied_knowledge.any_in(scan):
            return Reply.UNSURE
        asides = [at for at, _ in self._asides.found(scan)]
        denials = [at for at in range(min(asides, default=len(scan.words))) if scan.has("denials", at)]
        judged = None
        for reply, words in ((Reply.YES, self._truth), (Reply.NO, self._falsehood)):
            if any(at not in denials for at, _ in words.found(scan)):
                judged = reply
        if judged is None:
            return Reply.NO if denials else None
        return _OPPOSITE[judged] if len(denials) % 2 else judged

    def echo(self, scan: Scan) -> Reply | None:
        """A yes that takes up the question's verb ("I can walk, it just hurts"), whatever else it tells."""
        return Reply.YES if any(self._echoes.ends(scan, start) for start in starts(scan, self._openers)) else None

    def statement(self, scan: Scan) -> Reply | None:
        """How a plain statement answers a question about no finding: "I have one" is a yes, "it hasn't" a no.

        None where it may be about something else: a complaint ("it hurts") must never pass for a yes to an offer.
        """
        if "hurts" in scan.found:
            return None
        if "negators" in scan.found:
            return Reply.NO
        return Reply.YES if any(self._states.ends(scan, start) for start in starts(scan, self._openers)) else None

    def corrects(self, scan: Scan) -> bool:
        """Whether the speaker takes something back."""
        anywhere, midway, start = self._corrections
        if any(start.ends(scan, place) for place in starts(scan, self._openers)[:2]):
            return True
        return anywhere.any_in(scan) or any(at > 1 for at, _ in midway.found(scan))

    def rejects(self, scan: Scan) -> bool:
        """Whether a "no" in front takes back what was understood and answers nothing: "no, I meant the other leg"."""
        return bool(self._rejections.ends(scan, 0))

    def fails(self, scan: Scan) -> bool:
        """Whether something fails to do as it should ("it won't go straight"), so that its "not" denies no trouble."""
        if self._impaired.any_in(scan):
            return True
        return "failing" in scan.found and not scan.has("bare_replies", 0) and not self._plainly_not.any_in(scan)

    def denies_all(self, scan: Scan) -> bool:
        """Whether everything that was asked is denied in so many words ("nothing like that")."""
        return self._none_of_all.any_in(scan)
