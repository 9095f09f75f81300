"""How each content act is said. One function an act; all words come from the locale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod

from skill.conditions.evidence import Presence
from skill.conditions.model import TriageLevel
from skill.dialog import contents
from skill.speech.phrases import as_sentence, joined
from skill.speech.words import Words

# As many findings are said in a row as fit a breath, beside the few words around them.
MOST_SAID_BACK = 3
MOST_WORDS = 18


class Teller:
    """Says content acts in one locale, with the variant that the turn's number chooses."""

    def __init__(self, words: Words, turn: int) -> None:
        self.words = words
        self.turn = turn

    @singledispatchmethod
    def tell(self, act: contents.ContentAct) -> str:
        """The act as plain text. An act without a wording is a mistake of ours."""
        raise NotImplementedError(f"no wording for {type(act).__name__}")

    @tell.register
    def _welcome(self, act: contents.Welcome) -> str:
        return self._prompt("welcome")

    @tell.register
    def _disclose(self, act: contents.Disclose) -> str:
        return self._prompt("disclose")

    @tell.register
    def _started_over(self, act: contents.StartedOver) -> str:
        return self._prompt("started_over_lost" if act.lost else "started_over")

    @tell.register
    def _ease_to_stop(self, act: contents.EaseToStop) -> str:
        return self._prompt("ease_to_stop")

    @tell.register
    def _acknowledge(self, act: contents.Acknowledge) -> str:
        if said := self._findings(act.findings):
            return self._prompt("acknowledge", findings=said)
        return self._prompt("acknowledge_unsure" if act.unsure else "acknowledge_bare")

    @tell.register
    def _choose_one(self, act: contents.ChooseOne) -> str:
        return self._prompt("choose_number" if act.number else "choose_one")

    @tell.register
    def _taken_back(self, act: contents.TakenBack) -> str:
        return self._prompt("taken_back")

    @tell.register
    def _urge(self, act: contents.Urge) -> str:
        level = act.level.id
        if len(act.flags) == 1:
            flag = self.words.red_flags[act.flags[0]]
            return flag.act if act.brief else f"{flag.act} {flag.why}"
        return self._prompt(f"urge_{level}_brief" if act.brief else f"urge_{level}")

    @tell.register
    def _changed(self, act: contents.Changed) -> str:
        return self._prompt("changed")

    @tell.register
    def _unchanged(self, act: contents.Unchanged) -> str:
        return self._prompt("unchanged")

    @tell.register
    def _result(self, act: contents.Result) -> str:
        first, *others = (self.words.conditions[name] for name in act.causes)
        said = [self._prompt("result", cause=first.a_name)]
        if reasons := self._findings(act.reasons):
            said.append(self._prompt("result_reasons", findings=reasons))
        if others:
            said.append(self._prompt("result_others", others=joined([each.a_name for each in others], "or")))
        said.append(first.severities.get(act.severity or "", first.first))
        said.append(self.words.red_flags[act.flags[0]].act if act.flags else first.safety_net)
        return " ".join(said)

    @tell.register
    def _no_cause(self, act: contents.NoCause) -> str:
        return self._prompt(f"no_cause_{act.reason}")

    @tell.register
    def _reasons(self, act: contents.Reasons) -> str:
        cause = self.words.conditions[act.cause].a_name
        pro, con = self._findings(act.reasons), self._findings(act.against)
        told = self._prompt("reasons", cause=cause, findings=pro) if pro else self._prompt("reasons_none", cause=cause)
        return f"{told} {self._prompt('reasons_against', findings=con)}" if con else told

    @tell.register
    def _care(self, act: contents.Care) -> str:
        step = self.words.care[act.step]
        return self._prompt("care", number=str(act.number), total=str(act.total), step=step)

    @tell.register
    def _about(self, act: contents.About) -> str:
        return self.words.conditions[act.condition].about

    @tell.register
    def _safety_first(self, act: contents.SafetyFirst) -> str:
        return self._prompt("safety_first")

    @tell.register
    def _help(self, act: contents.Help) -> str:
        return self._prompt(f"help_{act.phase}")

    @tell.register
    def _explain(self, act: contents.Explain) -> str:
        (first, *others) = act.asked
        if first in self.words.questions:
            return self.words.questions[first].means
        return self._prompt("explain_flags") if others else self.words.red_flags[first].why

    @tell.register
    def _repair(self, act: contents.Repair) -> str:
        wordings = self.words.prompts["repair"]
        return wordings[min(act.attempt, len(wordings)) - 1]

    @tell.register
    def _move_on(self, act: contents.MoveOn) -> str:
        return self._prompt("move_on")

    @tell.register
    def _you_are_welcome(self, act: contents.YouAreWelcome) -> str:
        return self._prompt("you_are_welcome")

    @tell.register
    def _apology(self, act: contents.Apology) -> str:
        return self._prompt("apology")

    @tell.register
    def _goodbye(self, act: contents.Goodbye) -> str:
        urgent = act.level >= TriageLevel.SAME_DAY
        if act.cause and not urgent:
            return f"{self.words.conditions[act.cause].safety_net} {self._prompt('goodbye')}"
        known = act.cause or act.level > TriageLevel.SELF_CARE
        return self._prompt(f"goodbye_{act.level.id}" if known else "goodbye")

    def _prompt(self, name: str, **values: str) -> str:
        variants = self.words.prompts[name]
        return as_sentence(variants[self.turn % len(variants)].format(**values))

    def _findings(self, findings: Sequence[tuple[str, Presence]]) -> str:
        """The findings as a list of one breath, what is there before what is not."""
        in_order = sorted(findings, key=lambda pair: pair[1] is not Presence.PRESENT)
        phrases: list[str] = []
        for phrase in dict.fromkeys(self._finding(*pair) for pair in in_order):
            words = " ".join([*phrases, phrase]).split()
            if not phrases or (len(phrases) < MOST_SAID_BACK and len(words) <= MOST_WORDS):
                phrases.append(phrase)
        return joined(phrases, "and")

    def _finding(self, finding: str, presence: Presence) -> str:
        words = self.words.findings[finding]
        return words.present if presence is Presence.PRESENT else words.absent
