"""Cuts an utterance into clauses, and tells whose they are and where something said before is mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from skill.understanding.beginnings import (
    activity_and_verb,
    clause_can_begin,
    elliptic,
    fragment_at,
    held,
    only_seemed,
    subject_and_verb,
    within_phrase,
)
from skill.understanding.matcher import Scan
from skill.understanding.notation import END

_ENDS_SENTENCE = frozenset(".;?!:")
_EXCUSED_REACH = 5  # words: "and now I am out of breath"
_REPORT_REACH = 3  # words behind a person within which "says", "thinks", "noticed" may stand


class Owner(Enum):
    """Who a clause tells of: the speaker, another person, or whoever was spoken of before."""

    SPEAKER = "speaker"
    OTHER = "other"
    EITHER = "either"


@dataclass(slots=True)
class Clause:
    """Words `start` to `end`. `linked`: shares its subject or predicate with the clause before it.

    `fragment`: lives on the clause before ("only when I run"); `subordinate`: begins with when, if, ...;
    `pronoun`: its subject is "it" or "the pain", of a part of the body named before; `continues`: that, or no subject;
    `antecedent`: the words of that part of the body, where the clause names none; `thing`: those of a lump.
    """

    start: int
    end: int
    linked: bool = False
    fragment: bool = False
    subordinate: bool = False
    pronoun: bool = False
    continues: bool = False
    antecedent: tuple[int, int] | None = None
    thing: tuple[int, int] | None = None
    owner: Owner = Owner.SPEAKER


@dataclass(slots=True)
class Clauses:
    """The clauses of one scan, which of them each word is in, and where a repair ("no wait") begins."""

    scan: Scan
    all: list[Clause]
    repairs: list[int]
    of_word: list[int] = field(default_factory=list)

    def at(self, word: int) -> Clause:
        """The clause that a word is in."""
        return self.all[self.of_word[word]]

    def region(self, number: int) -> tuple[int, int]:
        """The words that a pattern begun in a clause may use: the clause, and neighbors linked with it."""
        first = number - 1 if self.all[number].linked else number
        last = number + 1 if number + 1 < len(self.all) and self.all[number + 1].linked else number
        return self.all[first].start, self.all[last].end

    def mended(self, earlier: int, later: int) -> bool:
        """Whether what stands later takes the place of what stands earlier: "the left no wait the right"."""
        return any(earlier < repair <= later for repair in self.repairs)

    def adopt(self) -> None:
        """Take the other person for the patient."""
        for clause in self.all:
            clause.owner = Owner.SPEAKER


def split(scan: Scan, after: tuple[str, ...]) -> Clauses:
    """The clauses of an utterance; `after` is the punctuation before each word. Their ends are marked in the scan."""
    clauses = [Clause(0, len(scan.words))]
    _characterize(scan, clauses[0])
    for at in range(1, len(scan.words)):
        boundary = _boundary(scan, after[at], at, clauses[-1])
        if boundary is None or at == clauses[-1].start:
            continue
        clauses[-1].end = at
        clauses.append(Clause(at, len(scan.words), linked=boundary or _sets_scene(scan, clauses[-1])))
        _characterize(scan, clauses[-1])
    of_word = [number for number, clause in enumerate(clauses) for _ in range(clause.start, clause.end)]
    for clause in clauses:
        scan.places[clause.end].setdefault(END, []).append(clause.end)
    _own(scan, clauses)
    _refer(scan, clauses)
    repairs = [at for at in range(1, len(scan.words)) if "repairs" in scan.places[at]]
    return Clauses(scan, clauses, repairs, of_word)


def _boundary(scan: Scan, punctuation: str, at: int, clause: Clause) -> bool | None:
    """Whether a clause begins at a word, and is linked with the one before: None when none begins."""
    here, before = scan.places[at], scan.places[at - 1]
    if _excuses(scan, at, clause) or only_seemed(scan, at):
        return None
    if (punctuation and punctuation in _ENDS_SENTENCE) or "repairs" in here:
        return False
    if at in scan.places[opening_end(scan, clause)].get("time_settings", ()):
        return None
    if within_phrase(scan, at):
        return None
    if "breakers" in here:
        return fragment_at(scan, at + 1) or qualifies(scan, at + 1, clause)
    if "bare_replies" in before and at - 1 == clause.start and (punctuation or "pronouns" in here):
        return False
    if "narrowed_when" in here and "holders" not in before and not _goes_on_denying(scan, at, clause):
        return True
    if punctuation and "bare_when" in here and not activity_and_verb(scan, at):
        return True
    if punctuation == "," and ("adds" in here or clause_can_begin(scan, at)):
        return clause.subordinate
    after_joiner = scan.behind("joiners", at)
    if after_joiner is not None and not (at - 1 == clause.start and before.keys() & {"joiners", "breakers"}):
        if subject_and_verb(scan, scan.behind("time_settings", after_joiner) or after_joiner):
            return scan.has("consequences", after_joiner) or qualifies(scan, after_joiner, clause)
        if activity_and_verb(scan, after_joiner):
            return False
        negated = scan.behind("negators", after_joiner)
        if not negated and scan.has("subordinators", after_joiner) and _goes_on_denying(scan, at, clause):
            return None
        if negated or scan.has("subordinators", after_joiner):
            return not (negated and subject_and_verb(scan, negated))
        if scan.has("third_person", after_joiner) and not _goes_on_denying(scan, at, clause):
            return True
    return _restart(scan, at, clause)


def _excuses(scan: Scan, at: int, clause: Clause) -> bool:
    """Whether what begins here is why something was told, or is told of it: "out of breath, I just finished a run"."""
    told = range(clause.start, at)
    if scan.has("excuses", at):
        return any(scan.has("breath", place) for place in told)
    following = range(at, at + _EXCUSED_REACH)
    return any(scan.has("excuses", place) for place in told) and any(scan.has("breath", place) for place in following)


def qualifies(scan: Scan, at: int, clause: Clause) -> bool:
    """Whether what begins here says how bad something is that was just told: "it clicks but it doesn't hurt"."""
    return scan.has("qualifies", at) and any(scan.has("qualified", place) for place in range(clause.start, at))


def _goes_on_denying(scan: Scan, at: int, clause: Clause) -> bool:
    """Whether a denial reaches past the "or" that stands here: "it never clicks or catches"."""
    return "alternatives" in scan.places[at] and any(scan.has("negators", place) for place in range(clause.start, at))


def _restart(scan: Scan, at: int, clause: Clause) -> bool | None:
    """A new subject, or a new denial, without any word that joins it to what was said before."""
    here, before = scan.places[at], scan.places[at - 1]
    if "not_mine" in here and any(scan.has("others", place) for place in range(clause.start, at)):
        return False
    if held(scan, at) or "joiners" in before or "breakers" in before or "subordinators" in before:
        return None
    if "persons" in here and scan.has("finite", at + 1):
        return clause.subordinate
    if "pronouns" not in here and "det" in here and "subjects" in here and subject_and_verb(scan, at):
        return clause.subordinate
    if "gerunds" in here and activity_and_verb(scan, at) and _has_verb(scan, clause.start, at):
        return elliptic(scan, at)
    if "new_denials" in here and "finite" not in before and not needed_all_the_same(scan, at, clause):
        return True
    return None


def _has_verb(scan: Scan, start: int, end: int) -> bool:
    return any(scan.has("copulas", at) or scan.has("hurts", at) for at in range(start, end))


def needed_all_the_same(scan: Scan, at: int, clause: Clause) -> bool:
    """Whether what stands here is what something can not be done without: "squatting isn't possible without pain"."""
    return scan.has("needed", at) and any(scan.has("unable", place) for place in range(clause.start, at))


def _sets_scene(scan: Scan, clause: Clause) -> bool:
    """Whether a clause has no verb and belongs to the one behind it ("the first few minutes")."""
    return scan.has("settings", clause.start) and not any(
        scan.has("finite", at) for at in range(clause.start, clause.end)
    )


def _characterize(scan: Scan, clause: Clause) -> None:
    """Set what the first words of a clause make of it."""
    at = opening_end(scan, clause)
    clause.fragment = fragment_at(scan, at)
    clause.subordinate = scan.has("subordinators", at) or scan.has("settings", at)
    clause.pronoun = scan.has("same_pain", at)
    clause.continues = clause.pronoun or (scan.has("third_person", at) and not scan.has("negators", at))
    clause.linked = clause.start > 0 and (clause.linked or clause.fragment or clause.pronoun)


def opening_end(scan: Scan, clause: Clause) -> int:
    """The first word of a clause behind those that only join it to the one before."""
    at = clause.start
    while any(scan.has(group, at) for group in ("breakers", "joiners", "bare_replies")):
        at += 1
    return at


def _refer(scan: Scan, clauses: list[Clause]) -> None:
    """Set the antecedents: a clause that continues is about the part of the body, or the lump, that was named last."""
    last: tuple[int, int] | None = None
    thing: tuple[int, int] | None = None
    for clause in clauses:
        part, lump = _first_named(scan, clause, "referents"), _first_named(scan, clause, "lump")
        if clause.continues:
            clause.antecedent = None if part else last
            clause.thing = None if lump else thing
        last, thing = part or last, lump or thing


def _first_named(scan: Scan, clause: Clause, group: str) -> tuple[int, int] | None:
    """The first words of a group in a clause."""
    named = ((at, end) for at in range(clause.start, clause.end) if (end := scan.behind(group, at)))
    return next(named, None)


def _own(scan: Scan, clauses: list[Clause]) -> None:
    """Set whose the clauses are: "he" and "she" carry another person on, "it" may be anyone's."""
    before = Owner.SPEAKER
    for clause in clauses:
        if any(_another_at(scan, at, clause) for at in range(clause.start, clause.end)):
            clause.owner = Owner.OTHER
        elif before is not Owner.SPEAKER:
            words = range(clause.start, clause.end)
            if any(scan.has("the_other", at) for at in words[:2]):
                clause.owner = Owner.OTHER
            elif not any(scan.has("the_speaker", at) for at in words):
                clause.owner = Owner.EITHER
        before = clause.owner


def _another_at(scan: Scan, at: int, clause: Clause) -> bool:
    """Whether somebody else is spoken of here, and not only quoted or beside the patient."""
    end = scan.behind("others", at)
    if end is None or any(scan.has("reports", place) for place in range(end, end + _REPORT_REACH)):
        return False
    begins = at == (scan.behind("joiners", clause.start) or clause.start)
    return begins or not scan.has("beside_child", at - 1)
