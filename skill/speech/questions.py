"""How each initiative act is asked, and asked again after silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skill.dialog import asks
from skill.dialog.coaching_asks import COACHING_ASKS
from skill.dialog.policy import AGE
from skill.speech.coaching_questions import coaching_question
from skill.speech.lengths import spoken_length
from skill.speech.phrases import joined
from skill.speech.wording import wording
from skill.speech.words import AskWords, FlagWords, Words

_WORDED: Mapping[type[asks.InitiativeAct], str] = {
    asks.AskComplaint: "complaint",
    asks.AskBehindToo: "behind_too",
    asks.OfferCare: "care",
    asks.OfferNextStep: "next_step",
    asks.OfferAgain: "again",
    asks.OfferRepeat: "repeat",
}


def question(words: Words, act: asks.InitiativeAct, *, first_flags: bool = False, for_child: bool = False) -> AskWords:
    """The words for the act. `first_flags` announces the first danger question; `for_child` asks for a child's age."""
    if isinstance(act, asks.AskFlags):
        asked = _flags(words, act)
        return AskWords(f"{words.before_first_flags} {asked.ask}", asked.reprompt) if first_flags else asked
    if isinstance(act, asks.ConfirmMistake):
        chosen = wording(words, "mistake", act.attempt)
        denied = joined([words.findings[name].present for name in act.findings], "and")
        return AskWords(chosen.ask.format(items=denied or _items(words, act.flags, "and")), chosen.reprompt)
    if isinstance(act, asks.AskQuestion) and act.question == AGE and for_child:
        return wording(words, "child_age", act.attempt)
    if isinstance(act, asks.AskQuestion):
        known = words.questions[act.question]
        if act.check and known.check is not None and not act.attempt % 2:
            return known.check
        return AskWords(known.again if act.attempt % 2 else known.ask, known.reprompt)
    if isinstance(act, asks.OfferTimer):
        offered = wording(words, "timer", act.attempt)
        return AskWords(offered.ask.format(length=spoken_length(words, act.seconds)), offered.reprompt)
    if isinstance(act, COACHING_ASKS):
        return coaching_question(words, act)
    if isinstance(act, asks.OfferCare) and act.exercise:
        return wording(words, "care_or_exercise", act.attempt)
    return wording(words, _WORDED[type(act)], act.attempt)


def _flags(words: Words, act: asks.AskFlags) -> AskWords:
    """One danger sign is asked for by its own question, several as items of a list."""
    if len(act.flags) > 1:
        chosen = wording(words, "flags", act.attempt)
        return AskWords(chosen.ask.format(items=_items(words, act.flags, "or")), chosen.reprompt)
    again = wording(words, "flag_again", act.attempt - 1)
    known = words.red_flags[act.flags[0]]
    ask = (known.again if act.attempt % 2 else known.ask) or ""
    return AskWords(again.ask.format(question=ask) if act.attempt else ask, again.reprompt)


def _items(words: Words, flags: Sequence[str], joint: str) -> str:
    known: list[FlagWords] = [words.red_flags[name] for name in flags]
    return joined([flag.item for flag in known if flag.item], joint)
