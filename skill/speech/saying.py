"""What every wording is made with: the locale's words, the variant that the turn chooses, lists of one breath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.conditions.evidence import Facts, Presence
from skill.speech.phrases import as_sentence, joined
from skill.speech.words import Words

# As many findings are said in a row as fit a breath, beside the few words around them.
MOST_SAID_BACK = 3
MOST_WORDS = 15

# A length of time is said in the largest unit that it holds: days in the unit, the unit's name.
_UNITS = ((365, "year"), (30, "month"), (7, "week"), (1, "day"))


class Saying:
    """Words in one locale for one turn. `brief` where someone asked to hear less."""

    def __init__(self, words: Words, turn: int, *, brief: bool = False) -> None:
        self.words = words
        self.turn = turn
        self.brief = brief

    def prompt(self, name: str, **values: str) -> str:
        """A prompt in the variant of this turn."""
        variants = self.words.prompts[name]
        return as_sentence(variants[self.turn % len(variants)].format(**values))

    def counted(self, name: str, count: int) -> str:
        """A prompt about a number of things: its own wording for none and for one."""
        kind = {0: f"{name}_none", 1: f"{name}_one"}.get(max(count, 0), name)
        return self.prompt(kind) if count < 2 else self.prompt(kind, count=str(count))

    def causes(self, names: Sequence[str], joint: str = "or") -> str:
        """Conditions by name, as a list."""
        return joined([self.words.conditions[name].a_name for name in names], joint)

    def findings(self, findings: Sequence[tuple[str, Presence]], most: int = MOST_SAID_BACK) -> str:
        """The findings as a list of one breath, what is there before what is not."""
        in_order = sorted(findings, key=lambda pair: pair[1] is not Presence.PRESENT)
        phrases: list[str] = []
        for phrase in dict.fromkeys(self.finding(*pair) for pair in in_order):
            words = " ".join([*phrases, phrase]).split()
            if not phrases or (len(phrases) < most and len(words) <= MOST_WORDS):
                phrases.append(phrase)
        return joined(phrases, "and")

    def finding(self, finding: str, presence: Presence) -> str:
        """One finding as a phrase."""
        words = self.words.findings[finding]
        return words.present if presence is Presence.PRESENT else words.absent

    def facts(self, facts: Facts) -> str:
        """The facts that can be said in a few words, as a list."""
        return joined(list(self._facts(facts)), "and")

    def _facts(self, facts: Facts) -> Iterator[str]:
        if facts.side is not None:
            yield self._plain(f"fact_{facts.side}")
        if facts.duration_days is not None:
            yield self._duration(facts.duration_days)
        if facts.age is not None:
            yield self._plain("fact_age", count=str(facts.age))

    def _duration(self, days: int) -> str:
        size, unit = next((each for each in _UNITS if days >= each[0]), _UNITS[-1])
        count = round(days / size)
        if count < 2:
            return self._plain(f"fact_one_{unit}")
        return self._plain(f"fact_{unit}s", count=str(count))

    def _plain(self, name: str, **values: str) -> str:
        """A part of a sentence, as it is written."""
        return self.words.prompts[name][0].format(**values)
