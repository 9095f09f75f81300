"""Goes everywhere a conversation can lead: whatever may be said, in every state that the machine tells apart.

A session's attributes are all that the skill remembers, so that a state can be gone on from without the way to it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from itertools import product

from skill import app
from skill.alexa.intents import INTENTS
from skill.commands.devices import interaction_model
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.triage import assess
from skill.dialog import acts, asks
from skill.dialog.coaching_asks import AskPain
from skill.dialog.effects import SetTimer, TimerResult
from skill.dialog.engine import Turn, respond
from skill.dialog.state import ConversationState, Phase, to_json
from skill.evaluation.stage import stage_of
from skill.simulator.breach import Breach
from skill.simulator.response_rules import check
from skill.simulator.speech import seconds, sentences
from skill.speech.voice import Utterance
from tests.alexa.conversing import Json, envelope, intent_request

LOCALE = "en-US"
MODEL = interaction_model(LOCALE)

# What people tell, by intent and slot: something to match, what raises urgency, who it is, elsewhere, and no sense.
TELLING = (
    ("TellIntent", "description", "a soft lump behind my knee"),
    ("TellIntent", "description", "hurts at the start of my run and then eases"),
    ("TellIntent", "description", "pain in the front of my knee"),
    ("TellIntent", "description", "purple monkey dishwasher"),
    ("TellIAmIntent", "description", "forty four"),
    ("TellMyIntent", "description", "son is twelve"),
    ("TellIntent", "description", "have chest pain"),
    ("TellMyIntent", "description", "calf is swollen"),
    ("TellYesIntent", "description", "and it locks"),
    ("TellNoIntent", "description", "and no swelling"),
    ("CorrectIntent", "correction", "my calf is not swollen"),
    ("AboutConditionIntent", "condition", "baker's cyst"),
    ("TreatmentIntent", "condition", "torn meniscus"),
)
# What may be told beside a reply: something to match, and a danger sign that is denied.
BESIDE = {"lump_behind_knee": Presence.PRESENT, "calf_swelling": Presence.ABSENT}
# What a request may be about: something of each of these tables of the knowledge.
TOPICS = {
    "about": ("conditions", "terms", "exercises"),
    "advice": ("topics",),
    "care": ("conditions",),
    "coach": ("exercises", "plans"),
    "why": ("conditions",),
    "why_not": ("conditions",),
}
SCORES = (0, 4, 8)
TIMER_SECONDS, AGE, DAYS = 900, 44, 60

# How one may answer all the way: what to every question, and what to every offer after them.
REPLIES: Mapping[str, tuple[acts.UserAct, acts.UserAct]] = {
    "yes": (acts.Affirm(), acts.Affirm()),
    "no": (acts.Deny(), acts.Deny()),
    "not sure": (acts.Unsure(), acts.Unsure()),
    "no, then yes": (acts.Deny(), acts.Affirm()),
    "no, then an exercise": (acts.Deny(), acts.Ask(acts.Request.COACH, "heel_dig")),
}
LONGEST_WALK = 40
OFFERING = (Phase.RESULT, Phase.CARE, Phase.COACHING)
MANY = 2

# What a state keeps but the machine does not steer by, or what is looked at in another way.
_IN_OTHER_WAYS = {"phase", "evidence", "pending", "asked", "affirmed", "turn", "bundles", "repairs", "floor"} | {
    "slow",
    "brief",
    "answered_topic",
    "disclosed",
    "part",
}


@dataclass(frozen=True)
class Said:
    """One exchange: what was meant (None for words, which may mean anything), and what both sides knew and heard."""

    way: tuple[str, ...]
    act: acts.UserAct | None
    before: ConversationState
    heard_before: tuple[str, ...]
    turn: Turn
    speech: tuple[str, ...]
    reprompt: tuple[str, ...]
    seconds: float
    breaches: tuple[Breach, ...]

    def __str__(self) -> str:
        return f"{' > '.join(self.way)}: {' '.join(self.speech)}"


@dataclass(frozen=True)
class Place:
    """A state to go on from, with what was last heard there and the way to it."""

    state: ConversationState = field(default_factory=ConversationState)
    heard: tuple[str, ...] = ()
    way: tuple[str, ...] = ()


class Explorer:
    """Takes every step from every place that differs from those before it."""

    def __init__(self) -> None:
        guide = app.build()
        self.inference = guide.inference
        self.stage = stage_of(guide, LOCALE)
        self.requests = {name: (act, request) for name, act, request in _requests()}
        driven = [act for act, _ in self.requests.values()]
        self.acts = {name: act for name, act in _acts(self.inference.knowledge) if act not in driven}

    def everything(self) -> Iterator[Said]:
        """Every exchange, breadth first. After whatever was said, nonsense is tried as well: its repair differs."""
        seen: set[tuple[object, ...]] = set()
        said_before: set[tuple[str, ...]] = set()
        to_go_on_from = deque(self._new([Place(), *self._walks()], seen))
        while to_go_on_from:
            for said in self._from(to_go_on_from.popleft()):
                yield said
                if said.turn.session_open:
                    there = _after(said)
                    to_go_on_from.extend(self._new([there], seen))
                    if said.speech not in said_before:
                        said_before.add(said.speech)
                        yield self._directly(there, "(nonsense)", acts.Unclear())

    def _new(self, places: Iterable[Place], seen: set[tuple[object, ...]]) -> Iterator[Place]:
        """The places of a kind that was not seen before; they are taken note of."""
        for place in places:
            if (kind := self._kind_of(place.state)) not in seen:
                seen.add(kind)
                yield place

    def _walks(self) -> Iterator[Place]:
        """All the way to a result and on, by the same reply to everything: steps alone would take too many turns."""
        for words, reply in product((f"{words!r}" for _, _, words in TELLING), REPLIES):
            yield from self._walk(self._step(Place(), words), reply)
        # Nobody is coached of whom it is not known how old they are, and how and when it began.
        known = acts.Inform(Evidence({"sudden_onset": Presence.ABSENT}, Facts(age=AGE, duration_days=DAYS)))
        grown_up = self._directly(Place(), f"{AGE} years old, {DAYS} days, bit by bit", known)
        for _, _, words in TELLING:
            yield from self._walk(self._step(_after(grown_up), f"{words!r}"), "no, then an exercise")
        for name in (name for name in self.acts if name.startswith("coach ")):
            yield from self._walk(self._step(_after(grown_up), name), "no, then yes")

    def _walk(self, said: Said | None, reply: str) -> Iterator[Place]:
        while said and said.turn.session_open and len(said.way) < LONGEST_WALK:
            there = _after(said)
            yield there
            said = self._directly(there, reply, _reply(there.state, reply))

    def _kind_of(self, state: ConversationState) -> tuple[object, ...]:
        """What tells one state from another, for the machine; not which findings and questions they are about."""
        ask = state.pending
        several = isinstance(ask, asks.AskFlags) and len(ask.flags) > 1
        one_by_one = isinstance(ask, asks.AskFlags) and bool(ask.later)
        question = (state.phase, type(ask), several, one_by_one)
        if isinstance(ask, asks.OfferTimer):
            return question
        if state.repairs or (ask is not None and ask.attempt):
            return (*question, _coarse(state.repairs), bool(ask and ask.attempt))
        if state.phase is Phase.URGENT:
            return (*question, state.floor)
        kept = (_coarse(getattr(state, each.name)) for each in fields(state) if each.name not in _IN_OTHER_WAYS)
        if state.phase not in (Phase.RESULT, Phase.CARE):
            return (*question, *kept)
        assessed = assess(self.inference, state.evidence, state.floor)
        return (*question, *kept, assessed.differential is None, assessed.likely is None)

    def _from(self, place: Place) -> Iterator[Said]:
        for name in (*self.requests, *self.acts):
            if said := self._step(place, name):
                yield said

    def _step(self, place: Place, name: str) -> Said | None:
        """The exchange; None where Alexa herself is to ask something, so that nothing is said."""
        if name in self.requests:
            return self._through_the_skill(place, name, *self.requests[name])
        return self._directly(place, name, self.acts[name])

    def _through_the_skill(self, place: Place, name: str, act: acts.UserAct | None, request: Json) -> Said | None:
        """The step as Alexa brings it, with the session's attributes as JSON."""
        event = envelope(request, {"state": to_json(place.state)}, new=not place.way)
        answer = self.stage.skill(event)
        turns = self.stage.voice.turns
        return self._said(place, name, act, turns[-1], answer, event) if turns else None

    def _directly(self, place: Place, name: str, act: acts.UserAct) -> Said:
        """The step without Alexa, for acts that no intent brings by itself. A timer is always set."""
        turn = respond(self.inference, place.state, act)
        if isinstance(turn.effect, SetTimer):
            turn = respond(self.inference, turn.state, acts.TimerOutcome(TimerResult.SET, turn.effect.seconds))
        answer = _answer(self.stage.voice.render(turn))
        return self._said(place, name, act, turn, answer, envelope(intent_request("AMAZON.FallbackIntent")))

    def _said(self, place: Place, name: str, act: acts.UserAct | None, turn: Turn, answer: Json, event: Json) -> Said:
        self.stage.voice.turns.clear()
        spoken = answer["response"]["outputSpeech"]["ssml"]
        again = answer["response"].get("reprompt", {"outputSpeech": {"ssml": ""}})["outputSpeech"]["ssml"]
        return Said(
            way=(*place.way, name),
            act=act,
            before=place.state,
            heard_before=place.heard,
            turn=turn,
            speech=sentences(spoken),
            reprompt=sentences(again),
            seconds=seconds(spoken),
            breaches=check(answer, event, model=MODEL),
        )


def _reply(state: ConversationState, reply: str) -> acts.UserAct:
    """What is answered at this point; in an exercise it never hurts, so that it comes to its end."""
    if state.phase is Phase.COACHING:
        return acts.Rate(score=0) if isinstance(state.pending, AskPain) else acts.Affirm()
    return REPLIES[reply][state.phase in OFFERING]


def _after(said: Said) -> Place:
    return Place(said.turn.state, said.speech, said.way)


def _coarse(value: object) -> object:
    """Of counts none, some or many, of ids and lists whether there are any."""
    if isinstance(value, bool | Enum):
        return value
    return min(value, MANY) if isinstance(value, int) else bool(value)


def _requests() -> Iterator[tuple[str, acts.UserAct | None, Json]]:
    """Launching, one intent for each act that has one, and words."""
    yield "launch", acts.Launch(), {"type": "LaunchRequest"}
    driven: list[acts.UserAct] = []
    for name, act in INTENTS.items():
        if act not in driven:
            driven.append(act)
            yield name, act, intent_request(name)
    for name, slot, words in TELLING:
        yield f"{words!r}", None, intent_request(name, **{slot: words})


def _acts(knowledge: KnowledgeBase) -> Iterator[tuple[str, acts.UserAct]]:
    """Every request, about nothing and about something; every reply with something told beside it; and all the rest."""
    for request in acts.Request:
        yield request.value, acts.Ask(request)
        for table in TOPICS.get(request.value, ()):
            topic = next(iter(getattr(knowledge, table)))
            yield f"{request.value} {topic}", acts.Ask(request, topic)
    for kind, (finding, presence) in product((acts.Inform, acts.Affirm, acts.Deny, acts.Unsure), BESIDE.items()):
        told = Evidence({finding: presence})
        yield f"{kind.__name__} {finding} {presence.value}", kind(told, correction=kind is acts.Inform)
    yield "no, I meant (nonsense)", acts.Unclear(correction=True)
    for score in SCORES:
        yield f"{score} out of ten", acts.Rate(score=score)
    for result in TimerResult:
        yield f"timer {result.value}", acts.TimerOutcome(result, TIMER_SECONDS)


def _answer(utterance: Utterance) -> Json:
    """The response that says the utterance."""
    speech = {"outputSpeech": {"type": "SSML", "ssml": utterance.speech}, "shouldEndSession": not utterance.reprompt}
    again = {"reprompt": {"outputSpeech": {"type": "SSML", "ssml": utterance.reprompt}}} if utterance.reprompt else {}
    return {"version": "1.0", "response": speech | again}
