"""Cuts an utterance into clauses, and tells what bears on a place in it: denial, doubt, supposing, past, others."""

from __future__ import annotations

from dataclasses import dataclass, field

from skill.understanding.matcher import Scan

_ENDS_SENTENCE = frozenset(".;?!:")
_REPLY_WORDS = frozenset(("no", "yes", "yeah", "nope", "yep", "nah"))
_DENYING_REPLIES = frozenset(("no", "nope", "nah", "none"))
_PRONOUNS = frozenset(("i", "it", "he", "she", "they", "there", "we", "that", "this"))


@dataclass(slots=True)
class Clause:
    """Words `start` to `end`. `linked`: shares its subject or predicate with the clause before it.

    `fragment`: lives on the clause before ("only when I run"); `subordinate`: begins with when, if, ...;
    `pronoun`: its subject is "it" or "the pain", of a part of the body named before; `continues`: that, or no subject.
    """

    start: int
    end: int
    linked: bool = False
    fragment: bool = False
    subordinate: bool = False
    other_person: bool = False
    pronoun: bool = False
    continues: bool = False


@dataclass(slots=True)
class Clauses:
    """The clauses of one scan, and which of them each word is in."""

    scan: Scan
    all: list[Clause]
    of_word: list[int] = field(default_factory=list)

    def region(self, number: int) -> tuple[int, int]:
        """The words that a pattern begun in a clause may use: the clause, and neighbors linked with it."""
        first = number - 1 if self.all[number].linked else number
        last = number + 1 if number + 1 < len(self.all) and self.all[number + 1].linked else number
        return self.all[first].start, self.all[last].end


def split(scan: Scan, after: tuple[str, ...]) -> Clauses:
    """The clauses of an utterance; `after` is the punctuation before each word."""
    clauses = [Clause(0, len(scan.words))]
    _characterize(scan, clauses[0])
    for at in range(1, len(scan.words)):
        boundary = _boundary(scan, after[at], at, clauses[-1])
        if boundary is None or at == clauses[-1].start:
            continue
        clauses[-1].end = at
        clauses.append(Clause(at, len(scan.words), linked=boundary))
        _characterize(scan, clauses[-1])
    of_word = [number for number, clause in enumerate(clauses) for _ in range(clause.start, clause.end)]
    result = Clauses(scan, clauses, of_word)
    _mark_other_people(result)
    return result


def _boundary(scan: Scan, punctuation: str, at: int, clause: Clause) -> bool | None:
    """Whether a clause begins at a word, and is linked with the one before: None when none begins."""
    here, word, previous = scan.groups[at], scan.words[at], scan.words[at - 1]
    if punctuation and punctuation in _ENDS_SENTENCE:
        return False
    if "breakers" in here:
        return _fragment_at(scan, at + 1)
    if previous in _REPLY_WORDS and at - 1 == clause.start and (punctuation or word in _PRONOUNS):
        return False
    if "narrowed_when" in here and "holders" not in scan.groups[at - 1]:
        return True
    if punctuation and "bare_when" in here:
        return True
    if punctuation == "," and (word == "with" or _clause_can_begin(scan, at)):
        return clause.subordinate
    after_joiner = _behind(scan, "joiners", at)
    if after_joiner is not None:
        if _subject_and_verb(scan, after_joiner):
            return False
        if after_joiner < len(scan.words):
            following = scan.groups[after_joiner]
            if "negators" in following or "third_person" in following:
                return True
    return _restart(scan, at, clause)


def _restart(scan: Scan, at: int, clause: Clause) -> bool | None:
    """A new subject, or a new denial, without any word that joins it to what was said before."""
    before = scan.groups[at - 1]
    if "holders" in before or "joiners" in before or "breakers" in before or "subordinators" in before:
        return None
    restarts = scan.words[at] in _PRONOUNS and scan.words[at] not in ("that", "this")  # "the calf that is swollen"
    if restarts and at + 1 < len(scan.words) and "finite" in scan.groups[at + 1]:
        return clause.subordinate
    if scan.words[at] not in _PRONOUNS and "det" in scan.groups[at] and _subject_and_verb(scan, at):
        return clause.subordinate
    if scan.words[at] in ("no", "never", "without") and "finite" not in before:
        return True
    return None


def _fragment_at(scan: Scan, at: int) -> bool:
    return scan.has("narrowed_when", at) or scan.has("bare_when", at)


def _clause_can_begin(scan: Scan, at: int) -> bool:
    here = scan.groups[at]
    if any(name in here for name in ("joiners", "negators", "third_person", "subordinators", "doubts")):
        return True
    return scan.words[at] in _PRONOUNS or _subject_and_verb(scan, at) or _fragment_at(scan, at)


def _subject_and_verb(scan: Scan, at: int) -> bool:
    """Whether a subject stands here with its verb within three words."""
    if at >= len(scan.words) or "subjects" not in scan.groups[at]:
        return False
    if scan.words[at] in _PRONOUNS:
        return True
    end = max(scan.groups[at]["subjects"])
    return any(scan.has("finite", place) for place in range(end, end + 2))


def _behind(scan: Scan, group: str, at: int) -> int | None:
    ends = scan.groups[at].get(group)
    return max(ends) if ends else None


def _characterize(scan: Scan, clause: Clause) -> None:
    """Set what the first words of a clause make of it."""
    at = clause.start
    while at < len(scan.words) and (
        scan.has("breakers", at) or scan.has("joiners", at) or scan.words[at] in _REPLY_WORDS
    ):
        at += 1
    clause.fragment = _fragment_at(scan, at)
    clause.subordinate = scan.has("subordinators", at)
    clause.pronoun = at < len(scan.words) and (scan.words[at] == "it" or scan.has("same_pain", at))
    clause.continues = clause.pronoun or (scan.has("third_person", at) and not scan.has("negators", at))
    clause.linked = clause.start > 0 and (clause.linked or clause.fragment or clause.pronoun)


def _mark_other_people(clauses: Clauses) -> None:
    """Clauses about somebody else, carried on by "he" and "she"."""
    scan, carried = clauses.scan, False
    for clause in clauses.all:
        clause.other_person = carried and any(
            scan.words[at] in ("he", "she", "they", "his", "her")
            for at in range(clause.start, min(clause.start + 2, clause.end))
        )
        for at in range(clause.start, clause.end):
            ends = scan.groups[at].get("others")
            if ends and not any(scan.has("reports", place) for place in range(max(ends), max(ends) + 3)):
                clause.other_person = clause.other_person or not scan.has("beside_child", at - 1) or at == clause.start
        carried = clause.other_person


class Circumstances:
    """What stands around a place in a clause and bears on it."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._scan = clauses.scan

    def denied(self, at: int, own: range) -> bool:
        """Whether an odd number of denials reaches a place; words of the pattern itself (`own`) do not count."""
        clause = self._clauses.all[self._clauses.of_word[at]]
        denied, place, turned = False, clause.start, False
        while place <= at:
            here = self._scan.groups[place]
            if "not_negators" in here:
                place = max(here["not_negators"])
                continue
            if "turned_round" in here:
                turned, place = not turned, max(here["turned_round"])
                continue
            if "reach_ends" in here and place > clause.start and place < at:
                denied, turned = False, False
            if "negators" in here and place not in own and not self._is_reply(place, clause):
                denied = True
            place += 1
        return denied != turned

    def denied_between(self, judged_at: int, places: list[tuple[int, int]]) -> bool:
        """Whether a denial stands between the judged part and one behind it: "my calf is not hard"."""
        within = {at for start, end in places for at in range(start, end)}
        last = max((start for start, _ in places if self._same_clause(start, judged_at)), default=judged_at)
        return any(
            "negators" in self._scan.groups[at] and at not in within and "not_negators" not in self._scan.groups[at]
            for at in range(judged_at + 1, last)
        )

    def _same_clause(self, one: int, other: int) -> bool:
        return self._clauses.of_word[one] == self._clauses.of_word[other]

    def denied_after(self, end: int) -> bool:
        """Whether a "no" follows that denies nothing else: "swelling, no, not really"."""
        words = self._scan.words[end : end + 2]
        return bool(words) and words[0] in _DENYING_REPLIES and (len(words) == 1 or words[1] in ("not", "but", "and"))

    def _is_reply(self, at: int, clause: Clause) -> bool:
        """A "no" that answers and does not deny what follows: "no my calf is swollen"."""
        return (
            self._scan.words[at] == "no"
            and at == clause.start
            and at + 1 < clause.end
            and self._begins_statement(at + 1)
        )

    def _begins_statement(self, at: int) -> bool:
        """Whether a subject with its own article, or "just", stands here: a plain noun would be what is denied."""
        here = self._scan.groups[at]
        named = "subjects" in here and ("det" in here or self._scan.words[at] in _PRONOUNS)
        return named or self._scan.words[at] in ("just", "only")

    def doubted(self, at: int) -> bool:
        """Whether the speaker does not know it: a doubt before it in its clause."""
        clause = self._clauses.all[self._clauses.of_word[at]]
        around = (self._scan.groups[place] for place in range(clause.start, at))
        return any("doubts" in here and "granted" not in here for here in around)

    def supposed(self, at: int, parts: list[tuple[int, int]]) -> bool:
        """Whether it is asked, feared or supposed rather than told."""
        clause = self._clauses.all[self._clauses.of_word[at]]
        result, doubted_to = False, 0
        for place in range(clause.start, at + 1):
            here = self._scan.groups[place]
            doubted_to = max(doubted_to, *here.get("doubts", (0,)))
            if place < doubted_to:
                continue
            if "presupposes" in here and place > clause.start:
                result = False
            if "asks" in here and place <= clause.start + 1:
                result = True
            if "supposed" in here and not any(place <= start < at for start, _ in parts):
                result = True
        return result

    def past(self, at: int) -> bool:
        """Whether its clause is about long ago."""
        clause = self._clauses.all[self._clauses.of_word[at]]
        return any("past" in self._scan.groups[place] for place in range(clause.start, clause.end))

    def of_another(self, at: int) -> bool:
        """Whether it is said of somebody else."""
        return self._clauses.all[self._clauses.of_word[at]].other_person
