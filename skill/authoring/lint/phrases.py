"""Rules about phrases that people are told to say: in the skill's own prompts, and in the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from skill.authoring.lint.coverage import Coverage
from skill.authoring.lint.fault import Fault
from skill.authoring.lint.view import ModelView

# A prompt suggests what it puts in quotation marks; an apostrophe within a word opens no quotation.
_QUOTED = re.compile(
    r"[\u201c\"]([^\u201c\u201d\"]+)[\u201d\"]|(?<!\w)[\u2018']([^\u2018\u2019']+(?:['\u2019]\w[^\u2018\u2019']*)*)[\u2019'](?!\w)"
)

Prompt = tuple[str, str]  # place, text


def suggested(prompts: Iterable[Prompt], coverage: Coverage) -> Iterator[Fault]:
    """What a prompt suggests in quotation marks must be a sample."""
    for place, text in prompts:
        for phrase in quoted(text):
            if not coverage.covers(phrase) and not coverage.invokes(phrase):
                yield Fault(
                    place, f'suggests "{phrase}", which no sample covers', "add a sample or suggest another phrase"
                )


def quoted(text: str) -> list[str]:
    """The phrases in quotation marks."""
    return [double or single for double, single in _QUOTED.findall(text)]


def dialog_prompts(model: ModelView) -> Iterator[Prompt]:
    """The prompts within the model itself."""
    for id_, variations in model.prompts.items():
        yield from ((f"prompt {id_}", text) for text in variations)
