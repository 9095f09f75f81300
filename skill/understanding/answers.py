"""Replies, requests and corrections: how an utterance answers or addresses the guide, its findings aside."""

from __future__ import annotations

from collections.abc import Iterator

from skill.understanding.heard import Reply
from skill.understanding.lexicon import Lexicon
from skill.understanding.matcher import Key, Scan, first_keys, keys_at
from skill.understanding.notation import Pattern

_REPLIES = (("unsure", Reply.UNSURE), ("no", Reply.NO), ("yes", Reply.YES))
_OPPOSITE = {Reply.YES: Reply.NO, Reply.NO: Reply.YES, Reply.UNSURE: Reply.UNSURE}
_REQUESTS = "requests/"
_REPLY_WORDS = frozenset(("yes", "yeah", "yep", "no", "nope", "nah"))
_NOT_BEHIND_REPLIES = ("stop", "help")  # "no, that has stopped" answers; only a bare "no, stop" asks to stop
_SHORT = 14  # words; what is longer tells something, and a "right" in it means nothing by itself


class Patterns:
    """A list of patterns, found quickly by what their first part begins with."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._by_key: dict[Key, list[Pattern]] = {}
        self._anywhere: list[Pattern] = []
        for pattern in patterns:
            keys = first_keys(pattern.parts[0])
            if not keys:
                self._anywhere.append(pattern)
            for key in keys:
                self._by_key.setdefault(key, []).append(pattern)

    def ends(self, scan: Scan, at: int) -> set[int]:
        """All positions behind patterns whose first part begins at `at` and whose other parts are somewhere."""
        if at >= len(scan.words):
            return set()
        tried = [p for key in keys_at(scan, at) for p in self._by_key.get(key, ())] + self._anywhere
        return {end for pattern in tried for end in scan.ends(pattern.parts[0], at) if _rest_fits(pattern, scan)}

    def anywhere(self, scan: Scan) -> Iterator[tuple[int, int]]:
        """Every place of a pattern's first part, as start and end."""
        for at in range(len(scan.words)):
            for end in self.ends(scan, at):
                yield at, end


def _rest_fits(pattern: Pattern, scan: Scan) -> bool:
    high = len(scan.words)
    return all(scan.within(part, 0, high) for part in pattern.parts[1:]) and not any(
        scan.within(part, 0, high) for part in pattern.unless
    )


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

    def opening(self, scan: Scan, after: tuple[str, ...]) -> Reply | None:
        """The answer that an utterance opens with; None when it opens with none.

        Of several readings the longest counts; of equally long ones unsure before no before yes.
        """
        for start in _starts(scan, self._openers):
            best, furthest = None, start
            for reply, begins, whole in self._replies:
                ends = begins.ends(scan, start) | {
                    end for end in whole.ends(scan, start) if self._is_rest(scan, end, self._closers)
                }
                if ends and max(ends) > furthest:
                    best, furthest = reply, max(ends)
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
        short = len(scan.words) <= _SHORT and scan.words[0] not in _REPLY_WORDS
        return short and any(self._denied_knowledge.anywhere(scan))

    def _is_over(self, scan: Scan, after: tuple[str, ...], at: int) -> bool:
        """Whether an elliptic answer is complete: its clause ends, or goes on as only a complete one can."""
        if at >= len(scan.words) or after[at]:
            return True
        return bool(self._goes_on.ends(scan, at)) or self._is_rest(scan, at, self._closers)

    def verdict(self, scan: Scan) -> Reply | None:
        """What a short utterance says of the truth of something, wherever its words stand ("I say it's false")."""
        if len(scan.words) > _SHORT:
            return None
        if any(self._unknown.anywhere(scan)) or any(self._denied_knowledge.anywhere(scan)):
            return Reply.UNSURE
        denials = [at for at in range(len(scan.words)) if scan.words[at] in ("not", "never")]
        judged = None
        for reply, words in ((Reply.YES, self._truth), (Reply.NO, self._falsehood)):
            if any(at not in denials for at, _ in words.anywhere(scan)):
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
        if any("hurts" in here for here in scan.groups):
            return None
        if any("negators" in here for here in scan.groups):
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
        answers = bool(scan.words) and scan.words[0] in _REPLY_WORDS
        if alone:
            for name, (_, anywhere) in self._requests.items():
                if not (answers and name in _NOT_BEHIND_REPLIES) and any(anywhere.anywhere(scan)):
                    return name
        return None

    def corrects(self, scan: Scan) -> bool:
        """Whether the speaker takes something back."""
        anywhere, midway, start = self._corrections
        if any(start.ends(scan, place) for place in _starts(scan, self._openers)[:2]):
            return True
        return any(anywhere.anywhere(scan)) or any(at > 1 for at, _ in midway.anywhere(scan))

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
