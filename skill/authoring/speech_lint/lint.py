"""The linter: every rule over every prompt, each fault told once, at the words that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from skill.authoring.speech_lint.figures import Figures, figures_of
from skill.authoring.speech_lint.origins import Origins, Place
from skill.authoring.speech_lint.prompts import Prompt, prompts
from skill.authoring.speech_lint.rules import PROMPT_RULES, SENTENCE_RULES, Fault
from skill.authoring.speech_lint.style import Style, load_style
from skill.authoring.speech_lint.wordings import alike
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.yaml_reader import Problem
from skill.locales.documents import SAID, documents
from skill.simulator.speech import sentences
from skill.speech.voice import Voice
from skill.speech.words_reader import load_words

# So many of the phrases that fill a template in are named beside it.
_MOST_NAMED = 3


@dataclass(frozen=True)
class Script:
    """All that can be said in a locale, with where its words stand and the style it is held to."""

    locale: str
    prompts: tuple[Prompt, ...]
    origins: Origins
    style: Style

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.prompts, self.style)


def load_script(knowledge: KnowledgeBase, directory: Path) -> Script:
    """The script of the locale in the folder.

    Raises:
        DocumentError: when its words or its style cannot be read.
    """
    voice, style = Voice(load_words(directory / SAID)), load_style(directory)
    origins = Origins(documents(directory, SAID, []), f"{directory.name}/{SAID}")
    return Script(directory.name, tuple(prompts(knowledge, voice)), origins, style)


def lint(script: Script) -> list[Problem]:
    """Everything to mend, in the order of files and lines."""
    found = {problem for kind, fault in _faults(script) for problem in _problems(kind, fault, script.origins)}
    found.update(alike(script.origins.texts, script.style))
    usual, limit = script.figures.median_seconds, script.style.limits.usual_prompt
    if usual > limit:
        what = f"the usual prompt takes {usual:.1f} seconds, over {limit}"
        found.add(Problem(f"{script.locale}/said", 0, what, "shorten the longest ones"))
    return sorted(_first_of_each(sorted(found)))


def _faults(script: Script) -> Iterator[tuple[str, Fault]]:
    """Each fault with the kind of act it was found in. A sentence is looked at once, however often it is said."""
    said: dict[str, str] = {}
    for prompt in script.prompts:
        said |= {sentence: prompt.kind for spoken in prompt.spoken() for sentence in spoken.sentences}
        yield from ((prompt.kind, fault) for rule in PROMPT_RULES.values() for fault in rule(prompt, script.style))
    for sentence, kind in said.items():
        yield from ((kind, fault) for rule in SENTENCE_RULES.values() for fault in rule(sentence, script.style))


def _problems(kind: str, fault: Fault, origins: Origins) -> Iterator[Problem]:
    """The fault at the words that it comes from, or at the act where these cannot be found; none where it is fine."""
    texts = dict.fromkeys(text for sentence in sentences(fault.where) for text in origins.of(sentence))
    what = f'{fault.what}: "{fault.where}"'
    if not texts:
        yield Problem(kind, 0, what, fault.mend)
        return
    wrong = [text.place for text in texts if fault.words.lower() in text.text.lower()] or [text.place for text in texts]
    if any(set(place.keys).intersection(fault.but_in) for place in wrong):
        return
    first, *others = wrong
    beside = f" with {', '.join(map(_named, others[:_MOST_NAMED]))}" if others else ""
    yield Problem(first.path, first.line, f"'{first.key}'{beside} {what}", fault.mend)


def _named(place: Place) -> str:
    return f"'{place.key}' of {place.path.rpartition('/')[2]}"


def _first_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """One problem a place and mend: a template that is too long with one value mostly is so with others."""
    seen = set()
    for problem in problems:
        key = (problem.path, problem.line, problem.what.partition(":")[0].split(" with ")[0], problem.mend)
        if key not in seen:
            seen.add(key)
            yield problem
