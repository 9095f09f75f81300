"""How each initiative act is asked, and asked again after silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skill.dialog import acts
from skill.speech.phrases import joined
from skill.speech.words import AskWords, FlagWords, Words

_WORDED: Mapping[type[acts.InitiativeAct], str] = {
    acts.AskComplaint: "complaint",
    acts.AskBehindToo: "behind_too",
    acts.OfferCare: "care",
    acts.OfferNextStep: "next_step",
    acts.OfferAgain: "again",
    acts.OfferRepeat: "repeat",
}


def question(words: Words, act: acts.InitiativeAct, *, first_flags: bool = False) -> AskWords:
    """The words for the act. `first_flags` announces the first danger question of a conversation."""
    if isinstance(act, acts.AskFlags):
        return _flags(words, act, first_flags)
    if isinstance(act, acts.AskQuestion):
        known = words.questions[act.question]
        return AskWords(known.again if act.attempt % 2 else known.ask, known.reprompt)
    wordings = words.asks[_WORDED[type(act)]]
    return wordings[act.attempt % len(wordings)]


def _flags(words: Words, act: acts.AskFlags, first: bool) -> AskWords:
    flags = [words.red_flags[name] for name in act.flags]
    alone = len(flags) == 1
    if alone and act.attempt == 0:
        again = words.asks["flag_again"][0]
        asked = AskWords(flags[0].ask or again.ask.format(items=_items(flags)), again.reprompt)
    else:
        wordings = words.asks["flag_again" if alone else "flags"]
        chosen = wordings[act.attempt % len(wordings)]
        asked = AskWords(chosen.ask.format(items=_items(flags)), chosen.reprompt)
    return AskWords(f"{words.before_first_flags} {asked.ask}", asked.reprompt) if first else asked


def _items(flags: Sequence[FlagWords]) -> str:
    return joined([flag.item for flag in flags if flag.item], "or")
