"""Requests -> what the user meant."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ask_sdk_model import Intent, IntentRequest, LaunchRequest, Request

from skill.alexa.carriers import Carriers
from skill.alexa.hearing import hear, tells
from skill.alexa.intents import CORRECTING_INTENT, INTENTS, REQUESTS
from skill.alexa.slots import Reading, readings
from skill.conditions import red_flags
from skill.conditions.evidence import Evidence, Presence
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import TriageLevel
from skill.dialog import acts
from skill.understanding.heard import Heard, Reply
from skill.understanding.pending import PAIN, Pending
from skill.understanding.understander import Understander

# Up to this, a number that nobody asked for is sooner a pain score, or misheard, than an age.
WORST_PAIN = 10

_REPLIES = {Reply.YES: acts.Affirm, Reply.NO: acts.Deny, Reply.UNSURE: acts.Unsure, None: acts.Inform}


class RequestAdapter:
    """Reads requests in one locale."""

    def __init__(self, knowledge: KnowledgeBase, understander: Understander, carriers: Carriers) -> None:
        self._knowledge = knowledge
        self._understander = understander
        self._carriers = carriers

    def act(self, request: Request, pending: Pending | None) -> acts.UserAct:
        """What was meant; a request of a kind that nobody speaks is unclear."""
        if isinstance(request, LaunchRequest):
            return acts.Launch()
        if isinstance(request, IntentRequest) and request.intent:
            return self._intent(request.intent, pending)
        return acts.Unclear()

    def heard(self, request: Request, pending: Pending | None) -> Heard:
        """What the words in the request tell, whatever its intent."""
        intent = request.intent if isinstance(request, IntentRequest) else None
        return hear(self._readings(intent, pending) if intent else (), pending, self._understander)

    def act_of_words(self, words: str, pending: Pending | None) -> acts.UserAct:
        """What was meant by words that come whole, as those do that are touched on a screen."""
        return told_act(self.heard_in(words, pending), pending)

    def heard_in(self, words: str, pending: Pending | None) -> Heard:
        """What words tell that come whole."""
        return hear((Reading("", words),), pending, self._understander)

    def _intent(self, intent: Intent, pending: Pending | None) -> acts.UserAct:
        told = self._readings(intent, pending)
        act = INTENTS.get(intent.name or "")
        if isinstance(act, acts.Ask):
            return self._ask(act, told, pending)
        if act is not None and not told:
            return act
        heard = hear(told, pending, self._understander)
        if intent.name == CORRECTING_INTENT:
            heard = replace(heard, correction=True)
        opens = pending is None or pending.kind == "open"
        if act is None and told and opens and not (tells(heard) or heard.correction):
            # "It hurts" is answer enough to an open question: danger is asked for next in any case.
            return acts.Inform(part=heard.part)
        return told_act(heard, pending) if act is None or tells(heard) else act

    def _readings(self, intent: Intent, pending: Pending | None) -> tuple[Reading, ...]:
        """What the slots say, in its carrier phrase, which a bare number that is no age is not put back into."""
        return tuple(
            reading if _is_no_age(reading.words, pending) else self._carriers.restored(intent.name or "", reading)
            for reading in readings(intent)
        )

    def _ask(self, act: acts.Ask, told: tuple[Reading, ...], pending: Pending | None) -> acts.UserAct:
        """The question, about what a slot names. A symptom in a slot is told, and what else is asked there is asked."""
        names = {reading: self._named(reading) for reading in told}
        heard = hear([reading for reading, name in names.items() if name is None], pending, self._understander)
        named = [name for name in names.values() if name]
        topic = next((name for name in named if name in self._topics(act.request)), None)
        if _has_news(heard) or (topic is None and heard.request):
            return told_act(heard, pending)
        if act.request is acts.Request.ADVICE:
            act = replace(act, condition=next((name for name in named if name in self._knowledge.conditions), None))
        return _about(act, topic)

    def _named(self, reading: Reading) -> str | None:
        """What is named: by the slot's own id, or else a condition by its words, unless these tell of danger as well.

        Names alone tell symptoms too ("a blood clot"), so those beside a name cannot all be taken for told.
        """
        known = self._knowledge
        names = (known.conditions, known.terms, known.exercises, known.plans, known.topics)
        ids = (entity.id for entity in reading.entities)
        if named := next((name for name in ids if any(name in table for table in names)), None):
            return named
        heard = self._understander.understand(reading.words)
        danger = red_flags.floor(known, heard.evidence) >= TriageLevel.SAME_DAY
        return heard.topic if heard.topic in known.conditions and not danger else None

    def _topics(self, request: acts.Request) -> Collection[str]:
        """The ids of what a request may be about: of nothing else can the dialog speak there."""
        known = self._knowledge
        if request is acts.Request.COACH:
            return known.exercises.keys() | known.plans.keys()
        if request is acts.Request.ADVICE:
            return known.topics
        if request in (acts.Request.ABOUT, acts.Request.EXPLAIN):
            return known.conditions.keys() | known.terms.keys() | known.exercises.keys()
        return known.conditions


def _is_no_age(words: str, pending: Pending | None) -> bool:
    """Whether a bare number answers something else: a pain score, or in an exercise or to a question nobody's age."""
    if not words.isdigit() or pending is None or pending.kind == "open" or pending.fact == "age":
        return False
    return pending.exercising or pending.fact == PAIN or int(words) <= WORST_PAIN


def told_act(heard: Heard, pending: Pending | None = None) -> acts.UserAct:
    """The act for what was told in words, with the part of the leg that it goes on from."""
    act = _told(heard, pending)
    return replace(act, part=heard.part) if isinstance(act, acts.Inform) else act


def _told(heard: Heard, pending: Pending | None) -> acts.UserAct:
    """The act for what was told in words. A reply comes before what was asked for beside it, and so does a symptom
    before a wish to stop; beside any other wish it is carried along.

    Understanding takes no reply from words that only ask ("no, what do you mean"), but one from "no, thanks".
    """
    if heard.score is not None:
        return acts.Rate(_in_words(heard, pending), heard.correction, heard.score)
    request = REQUESTS.get(heard.request or "")
    if isinstance(request, acts.Ask) and heard.reply is None:
        return replace(_about(request, heard.topic), evidence=heard.evidence, condition=heard.condition)
    if request is not None and heard.reply is None and not _has_news(heard):
        return request
    if heard.evidence.findings or heard.evidence.facts.known() or heard.reply:
        return _REPLIES[_reply(heard, pending)](_in_words(heard, pending), heard.correction)
    return acts.Ask(acts.Request.ABOUT, heard.topic) if heard.topic else acts.Unclear(heard.correction)


def _about(act: acts.Ask, topic: str | None) -> acts.Ask:
    """The question with its topic. Whoever wants a condition explained asks what it is."""
    if topic is not None and act.request is acts.Request.EXPLAIN:
        return acts.Ask(acts.Request.ABOUT, topic)
    return replace(act, topic=topic or act.topic)


def _reply(heard: Heard, pending: Pending | None) -> Reply | None:
    """How the question was answered. The "no" of "no lump" is none to a question about something else."""
    asked = pending.findings if pending else ()
    if heard.reply is Reply.NO and asked and not any(heard.evidence.absent(finding) for finding in asked):
        return None
    return heard.reply


def _in_words(heard: Heard, pending: Pending | None) -> Evidence:
    """What was said in so many words.

    What a bare "no" denies is for the dialog to say, which knows what it asked, and so is which of several things that
    were asked for as one a bare "yes" affirms.
    """
    as_one = pending is not None and pending.kind == "yes_no" and len(pending.findings) > 1
    if heard.reply is not Reply.NO and not as_one:
        return heard.evidence
    said = {mention.id for mention in heard.mentions}
    return heard.evidence.without(*(name for name in heard.evidence if name not in said))


def _has_news(heard: Heard) -> bool:
    present = Presence.PRESENT in heard.evidence.findings.values()
    return present or bool(heard.evidence.facts.known())
