"""How each content act is said. One function an act; all words come from the locale."""

from __future__ import annotations

from functools import singledispatchmethod

from skill.conditions.model import TriageLevel
from skill.dialog import contents
from skill.dialog.recording import MOST_ATTEMPTS
from skill.speech.saying import MOST_SAID_BACK, Saying


class ContentTeller(Saying):
    """Says what is told on the way from the first word to the goodbye."""

    @singledispatchmethod
    def tell(self, act: contents.ContentAct) -> str:
        """The act as plain text. An act without a wording is a mistake of ours."""
        raise NotImplementedError(f"no wording for {type(act).__name__}")

    @tell.register
    def _welcome(self, act: contents.Welcome) -> str:
        return self.prompt("welcome")

    @tell.register
    def _disclose(self, act: contents.Disclose) -> str:
        return self.prompt("disclose")

    @tell.register
    def _started_over(self, act: contents.StartedOver) -> str:
        return self.prompt("started_over_lost" if act.lost else "started_over")

    @tell.register
    def _ease_to_stop(self, act: contents.EaseToStop) -> str:
        return self.prompt("ease_to_stop")

    @tell.register
    def _acknowledge(self, act: contents.Acknowledge) -> str:
        if said := self.findings(act.findings) or self.facts(act.facts):
            return self.prompt("acknowledge", findings=said)
        if self.brief:
            return ""
        return self.prompt("acknowledge_unsure" if act.unsure else "acknowledge_bare")

    @tell.register
    def _choose_one(self, act: contents.ChooseOne) -> str:
        return self.prompt("choose_number" if act.number else "choose_one")

    @tell.register
    def _taken_back(self, act: contents.TakenBack) -> str:
        return self.prompt("taken_back")

    @tell.register
    def _urge(self, act: contents.Urge) -> str:
        level = act.level.id
        if len(act.flags) == 1:
            flag = self.words.red_flags[act.flags[0]]
            return flag.act if act.brief else f"{flag.act} {flag.why}"
        return self.prompt(f"urge_{level}_brief" if act.brief else f"urge_{level}")

    @tell.register
    def _changed(self, act: contents.Changed) -> str:
        return self.prompt("changed")

    @tell.register
    def _unchanged(self, act: contents.Unchanged) -> str:
        return self.prompt("unchanged")

    @tell.register
    def _result(self, act: contents.Result) -> str:
        first = self.words.conditions[act.causes[0]]
        explained = [first.a_name, *([first.in_other_words] if first.in_other_words else [])]
        said = [self.prompt("result", cause=", ".join(explained))]
        if not self.brief and (reasons := self.findings(act.reasons, MOST_SAID_BACK - len(act.causes) + 1)):
            said.append(self.prompt("result_reasons", findings=reasons))
        if len(act.causes) > 1:
            said.append(self.prompt("result_others", others=self.causes(act.causes[1:])))
        said.append(first.severities.get(act.severity or "", first.first))
        said.append(self.words.red_flags[act.flags[0]].act if act.flags else first.safety_net)
        return " ".join(said)

    @tell.register
    def _no_cause(self, act: contents.NoCause) -> str:
        return self.prompt(f"no_cause_{act.reason}")

    @tell.register
    def _reasons(self, act: contents.Reasons) -> str:
        cause = self.words.conditions[act.cause].a_name
        pro, con = self.findings(act.reasons), self.findings(act.against)
        told = self.prompt("reasons", cause=cause, findings=pro) if pro else self.prompt("reasons_none", cause=cause)
        return f"{told} {self.prompt('reasons_against', findings=con)}" if con else told

    @tell.register
    def _care(self, act: contents.Care) -> str:
        step = self.words.care[act.step]
        return self.prompt("care", number=str(act.number), total=str(act.total), step=step)

    @tell.register
    def _about(self, act: contents.About) -> str:
        return self.words.conditions[act.condition].about

    @tell.register
    def _safety_first(self, act: contents.SafetyFirst) -> str:
        return self.prompt("safety_first")

    @tell.register
    def _help(self, act: contents.Help) -> str:
        return self.prompt(f"help_{act.phase}")

    @tell.register
    def _explain(self, act: contents.Explain) -> str:
        (first, *others) = act.asked
        if first in self.words.questions:
            return self.words.questions[first].means
        return self.prompt("explain_flags") if others else self.words.red_flags[first].why

    @tell.register
    def _repair(self, act: contents.Repair) -> str:
        return self.prompt(f"repair_{min(act.attempt, MOST_ATTEMPTS)}")

    @tell.register
    def _move_on(self, act: contents.MoveOn) -> str:
        return self.prompt("move_on")

    @tell.register
    def _you_are_welcome(self, act: contents.YouAreWelcome) -> str:
        return self.prompt("you_are_welcome")

    @tell.register
    def _apology(self, act: contents.Apology) -> str:
        return self.prompt("apology")

    @tell.register
    def _goodbye(self, act: contents.Goodbye) -> str:
        urgent = act.level >= TriageLevel.SAME_DAY
        if act.cause and not urgent:
            return f"{self.words.conditions[act.cause].safety_net} {self.prompt('goodbye')}"
        known = act.cause or act.level > TriageLevel.SELF_CARE
        return self.prompt(f"goodbye_{act.level.id}" if known else "goodbye")
