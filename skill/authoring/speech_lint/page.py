"""The whole script as a Markdown page for a person to read.

Each wording stands where it first comes up: a finding that was said back once is not printed again in every list.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from skill.authoring.speech_lint.chapters import Chapter, chapter_of, place_in_chapter
from skill.authoring.speech_lint.lint import Script
from skill.authoring.speech_lint.origins import Text
from skill.authoring.speech_lint.prompts import Prompt, Spoken


def page(script: Script) -> Iterator[str]:
    """The lines of the page."""
    figures, limits = script.figures, script.style.limits
    breath = f"{figures.within_a_breath:.0%} of the sentences have at most {limits.breath} words"
    yield f"# What the skill says ({script.locale})"
    yield ""
    yield f"- {figures.prompts} prompts in {figures.texts} wordings."
    yield f"- The usual one takes {figures.median_seconds:.1f} seconds, the longest {figures.longest_seconds:.1f}."
    yield f"- {breath}, and together they read like school year {figures.grade:.1f}."
    seen: set[Text] = set()
    for chapter, kinds in groupby(_in_order(script.prompts), key=lambda each: chapter_of(type(each.act))):
        yield from ("", f"## {chapter.value}")
        for _, prompts in groupby(kinds, key=lambda each: each.kind):
            yield from _act(list(prompts), script, seen)
    said = {text.text for text in seen}
    unsaid = [text for text in script.origins.texts if text.text and text.text not in said]
    yield from ("", "## Said by nothing above", "")
    yield from (f"- {text.place.path.rpartition('/')[2]}, {text.place.key}: {text.text}" for text in unsaid)


def _in_order(prompts: Iterable[Prompt]) -> list[Prompt]:
    order = list(Chapter)
    return sorted(prompts, key=lambda each: (order.index(chapter_of(type(each.act))), place_in_chapter(type(each.act))))


def _act(prompts: list[Prompt], script: Script, seen: set[Text]) -> Iterator[str]:
    """A heading for the act, what it is for, and each of its prompts that brings something new."""
    yield from ("", f"### {_in_words(prompts[0].kind)}", "", _purpose(prompts[0]), "")
    for prompt in prompts:
        new = [spoken for spoken in prompt.spoken() if _is_new(spoken, script, seen)]
        label = f"{prompt.label}: " if prompt.label else ""
        # A question is printed with what follows silence, though one of the two may have come up before.
        for spoken in prompt.wordings:
            if spoken in new or (new and prompt.is_question):
                yield f"- {label}{_timed(spoken)}"
        for spoken in prompt.reprompts if new else ():
            yield f"  - after silence: {_timed(spoken)}"


def _in_words(name: str) -> str:
    """A class name as words: `AskBehindToo` as `Ask behind too`."""
    return re.sub(r"(?<!^)([A-Z])", lambda found: f" {found[1].lower()}", name)


def _purpose(prompt: Prompt) -> str:
    return " ".join((inspect.getdoc(type(prompt.act)) or "").partition("\n\n")[0].split())


def _is_new(spoken: Spoken, script: Script, seen: set[Text]) -> bool:
    """Whether it has words that nothing before had; they are taken note of."""
    texts = {text for sentence in spoken.sentences for text in script.origins.of(sentence)}
    new = not texts <= seen
    seen |= texts
    return new


def _timed(spoken: Spoken) -> str:
    return f"{spoken.text} ({spoken.seconds:.1f} s)"
