"""What was measured beside what, as ratios with their spread, and the table of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

VOICE = ", by voice"
SCREEN = ", on a screen"
TURN = "turn: "
ANY_TURN = f"{TURN}all of two conversations{VOICE}"
SLOWEST = f"{TURN}95th of a hundred{VOICE}"
COLD = "cold start to the first answer"
MEMORY = "memory at the first answer"
RESPONSE = "response: all of two conversations"

# The aims, for the rows that begin with these words: the most for the ratio, or for the figure itself.
MOST_BESIDE = {COLD: 2.0, MEMORY: 1.5, "package": 1.5, TURN: 3.0}
MOST_ALONE = {SLOWEST: 5.0}

# Why a row is short of its aim, for those that begin with these words.
REASONS = {
    TURN: "hello world reads a launch and answers with a constant, and most of that is the SDK reading and writing "
    "JSON, in which ours takes less. What a turn of ours takes beyond is what it is for: understanding words, the "
    "danger rules before and after, what each question would tell. It is less than a thousandth of the eight seconds "
    "that Alexa waits.",
    MEMORY: "what ours has more is the modules of a conversation, the knowledge, and what words are understood by, "
    "read once and held. Lambda gives and bills 128 MB at the least, so that it costs nothing.",
    COLD: "what ours does more is to import the modules of a conversation, and to read the knowledge and the words.",
    "package": "what ours has more is the knowledge and the words.",
}


@dataclass(frozen=True)
class Figure:
    """One row: ours, the other's, and the median of `number` ratios, of which eight in ten lie from `low` to `high`."""

    what: str
    unit: str
    ours: float
    other: float
    ratio: float
    low: float
    high: float
    number: int

    @property
    def aim(self) -> str:
        """What is aimed at, in words; empty where nothing is."""
        if self.what in MOST_ALONE:
            return f"{MOST_ALONE[self.what]:g} {self.unit}"
        most = self._most()
        return f"{most:g} times" if most else ""

    @property
    def missed(self) -> bool:
        if self.what in MOST_ALONE:
            return self.ours > MOST_ALONE[self.what]
        most = self._most()
        return most is not None and self.ratio > most

    @property
    def reason(self) -> str:
        return next(why for words, why in REASONS.items() if self.what.startswith(words))

    def _most(self) -> float | None:
        if self.what.endswith(SCREEN):  # the aim is one for voice
            return None
        return next((most for words, most in MOST_BESIDE.items() if self.what.startswith(words)), None)


def compared(what: str, unit: str, ours: Sequence[float], other: Sequence[float]) -> Figure:
    """The row for measures that were taken in pairs."""
    ratios = [mine / its for mine, its in zip(ours, other, strict=True)]
    low, *_, high = quantiles(ratios, n=10) if len(ratios) > 1 else (ratios[0], ratios[0])
    return Figure(what, unit, median(ours), median(other), median(ratios), low, high, len(ratios))


def table(figures: Sequence[Figure], other: str) -> Iterator[str]:
    """The rows under their heading, and below them why any is short of its aim."""
    width = max(len(figure.what) for figure in figures)
    yield f"{'':{width}}{'ours':>12}{other:>13}{'times':>7}  {'eight in ten':13}{'n':>5}  aim"
    for each in figures:
        ours, theirs = (_amount(value, each.unit) for value in (each.ours, each.other))
        spread = f"{_times(each.low)} to {_times(each.high)}" if each.number > 1 else ""
        verdict = f"{each.aim}: {'short of it' if each.missed else 'met'}" if each.aim else ""
        row = f"{each.what:{width}}{ours:>12}{theirs:>13}{_times(each.ratio):>7}  {spread:13}{each.number:5}  {verdict}"
        yield row.rstrip()


def reasons(figures: Sequence[Figure]) -> Iterator[str]:
    """Why figures are short of their aims, each reason once."""
    for reason in dict.fromkeys(figure.reason for figure in figures if figure.missed):
        rows = [figure.what for figure in figures if figure.missed and figure.reason == reason]
        yield f"{'; '.join(rows)}: short of the aim, since {reason}"


def _amount(value: float, unit: str) -> str:
    if unit == "bytes":
        return f"{value:,.0f} {unit}"
    return f"{value:.{2 if value < 10 else 1}f} {unit}"


def _times(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:.1f}"
