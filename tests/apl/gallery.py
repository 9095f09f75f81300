"""One turn for each kind of screen, and some that are hard to fit: long words, both sides, every exercise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skill import app
from skill.alexa.screens.showing import shown
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.exercises import Dose
from skill.conditions.model import TriageLevel
from skill.dialog import asks, coaching_acts, contents, replies
from skill.dialog.coaching_asks import AskPain, AskReady
from skill.dialog.coaching_state import Step, started
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase

Json = dict[str, Any]

LOCALE = "en-US"
_TOLD = (("lump_behind_knee", Presence.PRESENT), ("tight_full_behind", Presence.PRESENT))
_EVIDENCE = Evidence(dict(_TOLD), Facts(age=44, side="right"))


def directives() -> dict[str, Json]:
    """What shows each of the turns, as JSON values, by a name for it."""
    guide = app.build()
    words = guide.tongue(LOCALE).voice.words
    return {name: shown(turn, words, guide.inference).to_dict() for name, turn in turns()}


def turns() -> Iterator[tuple[str, Turn]]:
    start = ConversationState()
    yield "welcome", Turn(start, (contents.Welcome(), contents.Disclose()), asks.AskComplaint())
    yield from _questions(ConversationState(Phase.INTERVIEW, _EVIDENCE))
    dangers = {TriageLevel.EMERGENCY: "breathless_at_rest_or_chest_pain", TriageLevel.SAME_DAY: "calf_swelling"}
    for level, danger in dangers.items():
        state = ConversationState(Phase.URGENT, Evidence({danger: Presence.PRESENT}), floor=level)
        ask = asks.OfferRepeat() if level is TriageLevel.EMERGENCY else asks.AskFlags(flags=("E1", "E2"))
        yield f"urgent-{level.id}", Turn(state, (contents.Urge(level),), ask)
    advised = ConversationState(Phase.RESULT, _EVIDENCE)
    causes = ("bakers_cyst", "knee_osteoarthritis")
    result = contents.Result(causes, TriageLevel.SEE_CLINICIAN, _TOLD)
    yield "result", Turn(advised, (result,), asks.OfferCare(exercise=True))
    calf = ("overuse_cycling", "pain_calf_stretch", "pain_in_calf")
    sore = Evidence(dict.fromkeys(calf, Presence.PRESENT), Facts(age=44))
    named = ("gastrocnemius_tendinopathy", "hamstring_tendinopathy")
    long = contents.Result(named, TriageLevel.SEE_CLINICIAN, sore.known())
    yield "result-long", Turn(ConversationState(Phase.RESULT, sore), (long,), asks.OfferCare(exercise=True))
    no_cause = contents.NoCause("child", TriageLevel.SEE_CLINICIAN)
    yield "answer", Turn(advised, (no_cause,), asks.OfferRepeat())
    steps = contents.Care("meniscal_tear", "surgery_honestly", 7, 10)
    yield "care-long", Turn(ConversationState(Phase.CARE, _EVIDENCE), (steps,), asks.OfferNextStep(1))
    care = contents.Care("bakers_cyst", "get_lump_checked", 2, 5)
    yield "care", Turn(ConversationState(Phase.CARE, _EVIDENCE), (care,), asks.OfferNextStep(1))
    yield "told-long", Turn(advised, (replies.Define("cyst"),), asks.AskQuestion(1, "run_pattern"))
    yield from _urgent()
    yield from _exercises()
    closed = ConversationState(Phase.CLOSED, _EVIDENCE)
    yield "goodbye", Turn(closed, (contents.Goodbye(TriageLevel.SEE_CLINICIAN, "bakers_cyst"),), None)


def _questions(state: ConversationState) -> Iterator[tuple[str, Turn]]:
    heard = contents.Acknowledge(_TOLD)
    yield "yes-or-no", Turn(state, (heard,), asks.AskQuestion(question="pain_deep_bend"))
    yield "check", Turn(state, (heard,), asks.AskQuestion(question="tender_cord", check=True))
    yield "signs", Turn(state, (heard,), asks.AskFlags(flags=("E1", "E5", "S11")))
    yield "sign", Turn(state, (), asks.AskFlags(flags=("E1",)))
    yield "choice", Turn(state, (), asks.AskQuestion(question="run_pattern"))
    yield "duration", Turn(state, (), asks.AskQuestion(question="duration"))
    yield "age", Turn(state, (), asks.AskQuestion(question="age"))
    yield "place-right", Turn(state, (heard,), asks.AskQuestion(question="location"))
    yield "place", Turn(ConversationState(Phase.INTERVIEW), (), asks.AskQuestion(question="location"))


def _urgent() -> Iterator[tuple[str, Turn]]:
    """What is urgent in the most words, alone and with as long a question."""
    emergency = ConversationState(Phase.URGENT, affirmed=("E4",), floor=TriageLevel.EMERGENCY)
    yield "urgent-long", Turn(emergency, (contents.Urge(TriageLevel.EMERGENCY, ("E4",)),), asks.OfferRepeat())
    same_day = ConversationState(Phase.URGENT, affirmed=("S3",), floor=TriageLevel.SAME_DAY)
    ask = asks.AskFlags(flags=("E1", "E5", "E6"))
    yield "urgent-asks-long", Turn(same_day, (contents.Urge(TriageLevel.SAME_DAY, ("S3",)),), ask)


def _exercises() -> Iterator[tuple[str, Turn]]:
    for name, exercise in app.build().inference.knowledge.exercises.items():
        coaching = started(exercise)
        state = ConversationState(Phase.COACHING, _EVIDENCE, coaching=coaching)
        yield f"exercise-{name}", Turn(state, (coaching_acts.SetUp(name, coaching.dose),), AskReady())
    raised = started(exercise).dosed(Dose(3, 10)).at(Step.CHECK, set=2)
    count = coaching_acts.Count(exercise.id, exercise.tempo, raised.dose, 1, 10)
    yield "counting", Turn(ConversationState(Phase.COACHING, _EVIDENCE, coaching=raised), (count,), AskPain())
