"""The rules of the style: some hold for each sentence by itself, the others for a prompt as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from skill.authoring.speech_lint.chapters import is_paced
from skill.authoring.speech_lint.prompts import Prompt
from skill.authoring.speech_lint.reading import grade
from skill.authoring.speech_lint.style import Style

# A hyphen that joins no two words, as in "6-12" or "- like this".
_DASH = re.compile(r"\S?(?<![^\W\d_])-\S?|\S?-(?![^\W\d_])\S?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with spoken words, and how to mend it.

    `where` is the sentence, or the whole text. `words` are those in it that are wrong, but for entries `but_in`.
    """

    where: str
    what: str
    mend: str
    words: str = ""
    but_in: tuple[str, ...] = ()


SentenceRule = Callable[[str, Style], Iterable[Fault]]
PromptRule = Callable[[Prompt, Style], Iterable[Fault]]


def sentence_length(sentence: str, style: Style) -> Iterator[Fault]:
    """A sentence fits a breath, or nearly."""
    words = len(sentence.split())
    if words > style.limits.longest_sentence:
        yield Fault(sentence, f"{words} words are over {style.limits.longest_sentence}", "make it two sentences")


def banned_words(sentence: str, style: Style) -> Iterator[Fault]:
    """Some words mislead, some are not understood, and some are not pronounced as they are meant."""
    for banned in style.banned:
        if found := banned.found_in(sentence):
            yield Fault(sentence, f'"{found}" {banned.why}', banned.mend, found, banned.but_in)


def symbols(sentence: str, style: Style) -> Iterator[Fault]:
    """A voice reads words, not signs."""
    dashes = [found[0] for found in _DASH.finditer(sentence)]
    for symbol in (*sorted(set(style.symbols).intersection(sentence)), *dashes):
        yield Fault(sentence, f"'{symbol}' is not read out as meant", "write it in words", symbol)


def reading_grade(prompt: Prompt, style: Style) -> Iterator[Fault]:
    """Everyone can follow it at once, since nobody can read it again."""
    for spoken in prompt.spoken():
        measured = grade(spoken.sentences, style.reading)
        if measured is not None and measured > style.limits.hardest_grade:
            what = f"reads like school year {measured:.1f}, over {style.limits.hardest_grade}"
            yield Fault(spoken.text, what, "use shorter words and sentences")


def one_question(prompt: Prompt, style: Style) -> Iterator[Fault]:
    """A question is the last sentence and the only one; what only tells asks nothing."""
    for spoken in prompt.spoken():
        *before, last = spoken.sentences
        for sentence in before:
            if _asks(sentence):
                yield Fault(sentence, "is a question before the end", "ask one thing, last")
        if prompt.is_question and not _asks(last):
            yield Fault(last, "does not end in a question", "end with the question")
        if not prompt.is_question and _asks(last):
            yield Fault(last, "asks, though it is followed by the question", "make it a statement")


def few_options(prompt: Prompt, style: Style) -> Iterator[Fault]:
    """No more to choose from than one remembers. Things in a row are told apart by commas, the last by its own word."""
    if len(getattr(prompt.act, "flags", ())) > 1:
        # The danger signs of a bundle may have commas within; how many there are is for the knowledge to say.
        return
    for sentence in (each for spoken in prompt.spoken() for each in spoken.sentences):
        if _asks(sentence) and (number := _things_in_a_row(sentence, style)) > style.limits.most_options:
            yield Fault(sentence, f"offers {number} things in a row", f"offer {style.limits.most_options} at most")


def duration(prompt: Prompt, style: Style) -> Iterator[Fault]:
    """Nobody waits long for a voice to end, but where it paces something."""
    for spoken in prompt.spoken():
        if spoken.seconds > style.limits.longest_prompt and not is_paced(type(prompt.act)):
            what = f"takes {spoken.seconds:.0f} seconds, over {style.limits.longest_prompt}"
            yield Fault(spoken.text, what, "say less, or offer the rest")


def reprompt(prompt: Prompt, style: Style) -> Iterator[Fault]:
    """After silence the question comes in other words: the same ones were not understood, or not heard."""
    for asked, again in zip(prompt.wordings, prompt.reprompts, strict=prompt.is_question):
        if asked.sentences[-1] == again.sentences[-1]:
            yield Fault(again.sentences[-1], "asks after silence what was asked before", "word it differently")


def openings(prompt: Prompt, style: Style) -> Iterator[Fault]:
    """Sentences in a row do not all begin alike."""
    for spoken in prompt.spoken():
        words = [_opening(sentence) for sentence in spoken.sentences]
        window = style.limits.most_alike + 1
        for at in range(len(words) - window + 1):
            if len(set(words[at : at + window])) == 1:
                what = f'{window} sentences in a row begin with "{words[at]}"'
                yield Fault(spoken.sentences[at + window - 1], what, "begin one of them differently")


SENTENCE_RULES: Mapping[str, SentenceRule] = {
    "sentence-length": sentence_length,
    "banned-words": banned_words,
    "symbols": symbols,
}
PROMPT_RULES: Mapping[str, PromptRule] = {
    "reading-grade": reading_grade,
    "one-question": one_question,
    "few-options": few_options,
    "duration": duration,
    "reprompt": reprompt,
    "openings": openings,
}


def _things_in_a_row(sentence: str, style: Style) -> int:
    """How many things are offered; what leads up to the question is none of them."""
    first, last, _ = sentence.partition(f", {style.alternatives} ")
    parts = first.split(", ")
    led_up = max((at for at, part in enumerate(parts) if _opening(part) in style.questions), default=0)
    return len(parts) - led_up + 1 if last else 1


def _asks(sentence: str) -> bool:
    return sentence.endswith("?")


def _opening(sentence: str) -> str:
    return sentence.split()[0].rstrip(",.?:").lower()
