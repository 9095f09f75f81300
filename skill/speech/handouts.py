"""A handout -> the page that is read: a title, and paragraphs of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod

from skill.dialog import handouts
from skill.speech.coaching import EVERY_DAY, CoachTeller
from skill.speech.phrases import as_sentence
from skill.speech.words import Words

_FIRST_TURN = 0  # whose wording a page takes, so that the same handout always reads the same


@dataclass(frozen=True, slots=True)
class Page:
    """What is read of a handout."""

    title: str
    text: str


class HandoutWriter:
    """Writes handouts in one locale."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def write(self, handout: handouts.Handout) -> Page:
        """The page; it ends with what this is and is not."""
        title, *paragraphs = self._written(handout)
        return Page(title, "\n\n".join((*paragraphs, self._words.cards["note"])))

    @singledispatchmethod
    def _written(self, handout: handouts.Handout) -> Iterator[str]:
        """The title, then the paragraphs. A handout without a wording is a mistake of ours."""
        raise NotImplementedError(f"no wording for {type(handout).__name__}")

    @_written.register
    def _condition(self, handout: handouts.ConditionHandout) -> Iterator[str]:
        words = self._words.conditions[handout.condition]
        yield as_sentence(words.name)
        yield words.about
        if handout.steps:
            yield self._listed("steps", [self._words.care[step] for step in handout.steps])
        yield self._headed("be_seen", words.safety_net, words.see)
        yield self._sources(handout.sources)

    @_written.register
    def _exercise(self, handout: handouts.ExerciseHandout) -> Iterator[str]:
        words, coaching = self._words.exercises[handout.exercise], self._words.coaching
        yield as_sentence(words.name)
        yield " ".join(each for each in (words.about, words.caution) if each)
        yield self._listed("setup", words.setup)
        yield self._dose(handout)
        yield self._headed("stop", words.stop, coaching.stop)
        yield self._sources(handout.sources)

    @_written.register
    def _urgent(self, handout: handouts.UrgentHandout) -> Iterator[str]:
        yield self._words.cards[f"title_{handout.level.id}"]
        yield self._words.prompts[f"urge_{handout.level.id}"][_FIRST_TURN]

    def _dose(self, handout: handouts.ExerciseHandout) -> str:
        dose = CoachTeller(self._words, _FIRST_TURN).dose(handout.dose)
        if handout.days >= EVERY_DAY:
            much = self._words.cards["dose_daily"].format(dose=dose)
        else:
            much = self._words.cards["dose"].format(dose=dose, days=handout.days)
        return f"{much} {self._words.prompts['done_twice_a_day'][_FIRST_TURN]}" if handout.times > 1 else much

    def _sources(self, names: Sequence[str]) -> str:
        if not names:
            return self._words.cards["judged"]
        return self._words.cards["sources"].format(sources="; ".join(self._words.sources[name] for name in names))

    def _headed(self, heading: str, *texts: str) -> str:
        return "\n".join((self._words.cards[heading], *texts))

    def _listed(self, heading: str, texts: Sequence[str]) -> str:
        return self._headed(heading, *(f"{number}. {text}" for number, text in enumerate(texts, 1)))
