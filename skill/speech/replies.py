"""How each reply to a question put to us is said. One function an act; all words come from the locale."""

from __future__ import annotations

from functools import singledispatchmethod

from skill.conditions.evidence import Presence
from skill.conditions.model import TriageLevel
from skill.dialog import replies
from skill.dialog.handouts import UrgentHandout
from skill.speech.lengths import spoken_length
from skill.speech.phrases import joined
from skill.speech.saying import Saying

# Whoever asks for a summary or a recap wants more than a breath of it.
MOST_SUMMED_UP = 5
# More titles in a row than this are no help to someone who listens.
MOST_SOURCES = 2


class ReplyTeller(Saying):
    """Says replies."""

    @singledispatchmethod
    def tell(self, act: replies.ReplyAct) -> str:
        """The act as plain text. An act without a wording is a mistake of ours."""
        raise NotImplementedError(f"no wording for {type(act).__name__}")

    @tell.register
    def _pause(self, act: replies.Pause) -> str:
        return " ".join(self.words.prompts["wait"])

    @tell.register
    def _paced(self, act: replies.Paced) -> str:
        return self.prompt(f"paced_{act.pace}")

    @tell.register
    def _sympathy(self, act: replies.Sympathy) -> str:
        return self.prompt("sympathy")

    @tell.register
    def _progress(self, act: replies.Progress) -> str:
        return self.counted(f"progress_{act.kind}", act.left)

    @tell.register
    def _recap(self, act: replies.Recap) -> str:
        return " ".join(self._summed_up("recap", act.findings)) or self.prompt("recap_nothing")

    @tell.register
    def _not_yet(self, act: replies.NotYet) -> str:
        return self.prompt("not_yet")

    @tell.register
    def _at_the_start(self, act: replies.AtTheStart) -> str:
        return self.prompt("at_the_start")

    @tell.register
    def _what_to_change(self, act: replies.WhatToChange) -> str:
        return self.prompt("what_to_change")

    @tell.register
    def _examples(self, act: replies.Examples) -> str:
        if act.yes_or_no:
            return self.prompt("examples_yes_no")
        if act.question is None:
            return self.prompt("examples_open")
        question = self.words.questions[act.question]
        offered = [question.options[name] for name in question.offered or tuple(question.options)][:2]
        if len(offered) < 2:
            return question.means
        return self.prompt("examples_choice", first=offered[0], second=offered[1])

    @tell.register
    def _how_sure(self, act: replies.HowSure) -> str:
        if act.certainty is replies.Certainty.OPEN and len(act.causes) > 1:
            return self.prompt("how_sure_close", causes=self.causes(act.causes, "and"))
        return self.prompt(f"how_sure_{act.certainty.value}", cause=self.causes(act.causes[:1]))

    @tell.register
    def _others(self, act: replies.Others) -> str:
        return (
            self.prompt("result_others", others=self.causes(act.causes)) if act.causes else self.prompt("others_none")
        )

    @tell.register
    def _would_change(self, act: replies.WouldChange) -> str:
        if act.cause is None:
            return self.prompt("would_change_nothing")
        return self.prompt("would_change", findings=self.findings(act.findings), cause=self.causes((act.cause,)))

    @tell.register
    def _why_not(self, act: replies.WhyNot) -> str:
        cause = self.causes((act.cause,))
        said = [self.prompt("why_not_named", cause=cause)] if act.named else []
        if against := self.findings(act.against):
            said.append(self.prompt("why_not_against", cause=cause, findings=against))
        if reasons := self.findings(act.reasons):
            said.append(self.prompt("why_not_for", cause=cause, findings=reasons))
        return " ".join(said) or self.prompt("why_not_nothing", cause=cause)

    @tell.register
    def _sources(self, act: replies.Sources) -> str:
        if not act.sources:
            return self.prompt("sources_none")
        named = [self.words.sources[name] for name in act.sources[:MOST_SOURCES]]
        said = self.prompt("sources", sources=joined(named, "and"))
        return f"{said} {self.prompt('sources_judged')}" if act.judged else said

    @tell.register
    def _summary(self, act: replies.Summary) -> str:
        told = self._summed_up("summary", act.findings)
        if not told:
            return self.prompt("recap_nothing")
        about = self.facts(act.facts)
        said = [self.prompt("summary_about", facts=about)] if about else []
        fits = [self.prompt("summary_causes", causes=self.causes(act.causes))] if act.causes else []
        return " ".join([self.prompt("summary"), *said, *told, *fits])

    @tell.register
    def _advice(self, act: replies.Advice) -> str:
        return self.words.topics[act.topic].answer(act.condition)

    @tell.register
    def _seriousness(self, act: replies.Seriousness) -> str:
        level = max(TriageLevel.SELF_CARE, min(act.level, TriageLevel.SEE_CLINICIAN))
        net = self.words.conditions[act.cause].safety_net if act.cause else ""
        return f"{self.prompt(f'serious_{level.name.lower()}')} {net}".strip()

    @tell.register
    def _define(self, act: replies.Define) -> str:
        return self.words.terms[act.term]

    @tell.register
    def _about_exercise(self, act: replies.AboutExercise) -> str:
        return self.words.exercises[act.exercise].about

    @tell.register
    def _sent(self, act: replies.Sent) -> str:
        return self.prompt("sent_urgent" if isinstance(act.handout, UrgentHandout) else "sent")

    @tell.register
    def _nothing_to_send(self, act: replies.NothingToSend) -> str:
        return self.prompt("nothing_to_send_yet" if act.yet else "nothing_to_send")

    @tell.register
    def _timer_told(self, act: replies.TimerTold) -> str:
        return self.prompt(f"timer_{act.result.value}", length=spoken_length(self.words, act.seconds))

    def _summed_up(self, prompt: str, findings: replies.Told) -> list[str]:
        """What is there, then what is not, a sentence each."""
        said = []
        for presence in (Presence.PRESENT, Presence.ABSENT):
            if listed := self.findings([pair for pair in findings if pair[1] is presence], MOST_SUMMED_UP):
                said.append(self.prompt(f"{prompt}_{presence.value}", findings=listed))
        return said
