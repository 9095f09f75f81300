"""Replies, requests and corrections: how an utterance answers or addresses the guide, its findings aside."""

from __future__ import annotations

from skill.understanding.heard import Reply
from skill.understanding.lexicon import Lexicon
from skill.understanding.matcher import Scan
from skill.understanding.patterns import Patterns

_REPLIES = (("unsure", Reply.UNSURE), ("no", Reply.NO), ("yes", Reply.YES))
_OPPOSITE = {Reply.YES: Reply.NO, Reply.NO: Reply.YES, Reply.UNSURE: Reply.UNSURE}
_REQUESTS = "requests/"
_NOT_BEHIND_REPLIES = ("stop", "help")  # "no, that has stopped" answers; only a bare "no, stop" asks to stop
_ASKING = 22  # words; who says more tells something, and whatever sounds like a request in it is part of that
_SHORT = 14  # words; what is longer tells something, and a "right" in it means nothing by itself


class AnswersReader:
    """Reads replies, requests and corrections with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def patterns(document: str, place: str) -> Patterns:
            return Patterns(lexicon.lists.get(document, {}).get(place, ()))

        self._openers = patterns("answers/openers", "start")
        self._closers = patterns("answers/closers", "start")
        self._replies = [
            (reply, patterns(f"answers/{name}", "start"), patterns(f"answers/{name}", "whole"))
            for name, reply in _REPLIES
        ]
        self._narrowed = patterns("answers/yes", "narrowed")
        self._none_of_all = patterns("answers/no", "of_all")
        self._ellipsis = patterns("answers/yes", "ellipsis")
        self._goes_on = patterns("answers/yes", "goes_on")
        self._states = patterns("answers/yes", "states")
        self._echoes = patterns("answers/yes", "echoes")
        self._truth = patterns("answers/truth", "words")
        self._falsehood = patterns("answers/falsehood", "words")
        self._unknown = patterns("answers/unknown", "words")
        self._denied_knowledge = patterns("answers/unknown", "denied")
        self._corrections = [patterns("answers/corrections", place) for place in ("anywhere", "midway", "start")]
        self._polite = patterns("requests/polite", "start")
        self._polite_ends = patterns("requests/polite", "end")
        self._requests = {
            name.removeprefix(_REQUESTS): (patterns(name, "whole"), patterns(name, "anywhere"))
            for name in lexicon.lists
            if name.startswith(_REQUESTS) and name != "requests/polite"
        }

    def opening(self, scan: Scan, after: tuple[str, ...], narrowed: Reply = Reply.YES) -> Reply | None:
        """The answer that an utterance opens with; None when it opens with none.

        Of several readings the longest counts; of equally long ones unsure before no before yes. `narrowed` is how
        a yes on a condition ("only when I run") is to be read.
        """
        for start in _starts(scan, self._openers):
            best, furthest = None, start
            for reply, begins, whole in self._replies:
                ends = begins.ends(scan, start) | {
                    end for end in whole.ends(scan, start) if self._is_rest(scan, end, self._closers)
                }
                if ends and max(ends) > furthest:
                    best, furthest = reply, max(ends)
            if best is None and self._narrowed.ends(scan, start):
                return narrowed
            ellipses = self._ellipsis.ends(scan, start)
            if best is None and any(self._is_over(scan, after, end) for end in ellipses):
                best = Reply.YES
            if best is Reply.NO and self._knows_not(scan):
                return Reply.UNSURE
            if best is not None:
                return best
        return None

    def _knows_not(self, scan: Scan) -> bool:
        """Whether a short "I don't have a clue" denies knowing rather than what was asked."""
        short = len(scan.words) <= _SHORT and not scan.has("bare_replies", 0)
        return short and self._denied_knowledge.any_in(scan)

    def _is_over(self, scan: Scan, after: tuple[str, ...], at: int) -> bool:
        """Whether an elliptic answer is complete: its clause ends, or goes on as only a complete one can."""
        if at >= len(scan.words) or after[at]:
            return True
        return bool(self._goes_on.ends(scan, at)) or self._is_rest(scan, at, self._closers)

    def verdict(self, scan: Scan) -> Reply | None:
        """What a short utterance says of the truth of something, wherever its words stand ("I say it's false")."""
        if len(scan.words) > _SHORT:
            return None
        if self._unknown.any_in(scan) or self._denied_knowledge.any_in(scan):
            return Reply.UNSURE
        denials = [at for at in range(len(scan.words)) if scan.has("denials", at)]
        judged = None
        for reply, words in ((Reply.YES, self._truth), (Reply.NO, self._falsehood)):
            if any(at not in denials for at, _ in words.found(scan)):
                judged = reply
        if judged is None:
            return Reply.NO if denials else None
        return _OPPOSITE[judged] if len(denials) % 2 else judged

    def echo(self, scan: Scan) -> Reply | None:
        """A yes that takes up the question's verb ("I can walk, it just hurts"), whatever else it tells."""
        return Reply.YES if any(self._echoes.ends(scan, start) for start in _starts(scan, self._openers)) else None

    def statement(self, scan: Scan) -> Reply | None:
        """How a plain statement answers a question about no finding: "I have one" is a yes, "it hasn't" a no.

        None where it may be about something else: a complaint ("it hurts") must never pass for a yes to an offer.
        """
        if "hurts" in scan.found:
            return None
        if "negators" in scan.found:
            return Reply.NO
        starts = _starts(scan, self._openers)
        return Reply.YES if any(self._states.ends(scan, start) for start in starts) else None

    def request(self, scan: Scan, alone: bool) -> str | None:
        """What is asked of the guide. `alone`: nothing else was understood, so that a loose request counts too."""
        starts = _starts(scan, self._polite)
        for name, (whole, _) in self._requests.items():
            for start in starts:
                if any(self._is_rest(scan, end, self._polite_ends) for end in whole.ends(scan, start)):
                    return name
        if not alone or len(scan.words) > _ASKING:
            return None
        barred = _NOT_BEHIND_REPLIES if scan.has("bare_replies", 0) else ()
        return next(
            (n for n, (_, anywhere) in self._requests.items() if n not in barred and anywhere.any_in(scan)), None
        )

    def corrects(self, scan: Scan) -> bool:
        """Whether the speaker takes something back."""
        anywhere, midway, start = self._corrections
        if any(start.ends(scan, place) for place in _starts(scan, self._openers)[:2]):
            return True
        return anywhere.any_in(scan) or any(at > 1 for at, _ in midway.found(scan))

    def denies_all(self, scan: Scan) -> bool:
        """Whether everything that was asked is denied in so many words ("nothing like that")."""
        return self._none_of_all.any_in(scan)

    def _is_rest(self, scan: Scan, at: int, closers: Patterns) -> bool:
        """Whether nothing but closing words follows."""
        return at >= len(scan.words) or any(self._is_rest(scan, end, closers) for end in closers.ends(scan, at))


def _starts(scan: Scan, openers: Patterns) -> list[int]:
    """Where an answer may begin: at the first word, and behind opening words, in order."""
    starts, reached = [0], 0
    while reached < len(starts):
        starts += [end for end in sorted(openers.ends(scan, starts[reached])) if end not in starts]
        reached += 1
    return [start for start in starts if start < len(scan.words)]
